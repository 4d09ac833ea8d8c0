"""One line of the consultation log: so many people helped without a booking on a day of a centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType, Protocol

from bot.centres.centre import CentreId
from bot.people import Address

EntryId = NewType("EntryId", int)

MOST_PEOPLE = 200  # of one entry
STRUCK_WITHIN = timedelta(days=7)  # after it was written down
BY_PHONE = "phone_help"  # the channel of a phone consultation in the figures


class HelpKind(StrEnum):
    """How the people were helped: at the centre, or in a talk by phone."""

    WALK_IN = "walk_in"
    PHONE = "phone"

    @property
    def channel(self) -> str:
        """The channel in the figures; «phone» there is a visit booked by phone."""
        return BY_PHONE if self is HelpKind.PHONE else str(self)


@dataclass(frozen=True, slots=True)
class HelpedPeople:
    """How many people came with one topic; None where nobody has said with which."""

    people: int
    topic: str | None = None
    kind: HelpKind = HelpKind.WALK_IN
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class ConsultationEntry:
    """One line of the log; the moment of help is known only of one person written down at once."""

    id: EntryId
    centre: CentreId
    day: date  # of the centre
    helped: HelpedPeople
    author: Address | None  # None: forgotten
    made_at: datetime
    minutes: int | None = None  # of help that somebody has told; nobody does today, so None: not known
    is_from_sheet: bool = False
    struck_at: datetime | None = None

    def may_strike(self, person: Address, now: datetime) -> bool:
        """Whether this person may still take the entry back."""
        return self.struck_at is None and self.author == person and now - self.made_at <= STRUCK_WITHIN


class ConsultationLogStore(Protocol):
    """The consultation log inside an open transaction; the figures follow each change at once."""

    def add(self, entry: ConsultationEntry) -> ConsultationEntry:
        """Writes a new entry (id 0) and gives it its id."""
        ...

    def keep(self, entry: ConsultationEntry) -> ConsultationEntry:
        """Writes the outcome of an entry, or that it is struck."""
        ...

    def find_entry(self, id_: EntryId) -> ConsultationEntry | None: ...

    def of_day(self, centre: CentreId, day: date) -> Sequence[ConsultationEntry]:
        """The entries of a day that are not struck, the first written first."""
        ...

    def last_struck(self, author: Address, since: datetime) -> ConsultationEntry | None:
        """The entry of this author that was struck last, and after that moment."""
        ...

    def first_day(self) -> date | None:
        """The first day of which the figures know anything."""
        ...
