"""Why the consultation log refuses something: each refusal carries the facts, the screens find the words."""

from dataclasses import dataclass
from datetime import date

from bot.booking.consultation_log.entry import ConsultationEntry
from bot.booking.refusals import Refusal


@dataclass
class FutureDay(Refusal):
    """Nobody has been helped yet on a day to come."""

    day: date


@dataclass
class MonthClosed(Refusal):
    """The report of that month stands; `first_open` is the first day that may still be written."""

    day: date
    first_open: date


@dataclass
class StruckTooLate(Refusal):
    """The report of that month stands, so nothing is taken out of it; `first_open` is the first day still open."""

    day: date
    first_open: date


@dataclass
class BeforeBeginning(Refusal):
    """The bot was not at work yet on that day; it began on `began`."""

    day: date
    began: date


@dataclass
class NotThatMany(Refusal):
    """Nobody, or more people than one entry may hold."""

    people: int
    most: int


@dataclass
class NotToStrike(Refusal):
    """The entry is somebody else's, or was written down too long ago."""

    entry: ConsultationEntry


class EntryGone(Refusal):
    """There is no such entry, or it is struck."""


@dataclass
class WrittenBefore(Refusal):
    """The same button of the same message was pressed a moment ago, and has written these entries."""

    entries: tuple[ConsultationEntry, ...]
