"""What the buttons of the librarian's day mean; `at` and `on` (a day) are the signs of bot.screens.time_codes.

Pages count from 1 and are turned in place; 0 is the first page as a new message.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class DayCentres(Action):
    """Of which centre; `part` says what is asked about it: today, week, guest or phone."""

    part: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowDay(Action):
    """The visits of a day at a centre."""

    centre: str
    on: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowWeek(Action):
    """Seven days of a centre, from that one on; page 1 turns the week in place."""

    centre: str
    on: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenVisit(Action):
    """One visit with everything that can be done with it."""

    booking: int


@dataclass(frozen=True, slots=True)
class TakeOn(Action):
    """Assigns the visit to whoever presses: «Взять на себя»; `over` takes it from a colleague."""

    booking: int
    over: bool


@dataclass(frozen=True, slots=True)
class GiveBack(Action):
    """Ends the librarian's own assignment to the visit."""

    booking: int


@dataclass(frozen=True, slots=True)
class MarkVisit(Action):
    """Marks what became of a visit: arrived, missed, or an outcome, which says that the person came."""

    booking: int
    mark: str


@dataclass(frozen=True, slots=True)
class StrikeOff(Action):
    """Deletes a walk-in that was written down by mistake."""

    booking: int


@dataclass(frozen=True, slots=True)
class NameVisitor(Action):
    """How a visitor entered by a librarian is called: asked for as text, or (`skip`) left as it is."""

    booking: int
    skip: bool = False


@dataclass(frozen=True, slots=True)
class ShiftVisit(Action):
    """Another time for somebody's visit: the days, a page of them."""

    booking: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShiftTimes(Action):
    """The free times of a day for that visit, a page of them."""

    booking: int
    on: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShiftTo(Action):
    """Moves the visit to that time."""

    booking: int
    at: str


@dataclass(frozen=True, slots=True)
class CallOff(Action):
    """Cancels a visit for somebody, after being asked once more; the person is told."""

    booking: int
    sure: bool


@dataclass(frozen=True, slots=True)
class DaySheet(Action):
    """The day to print and tick by pen."""

    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class DayTable(Action):
    """The same for a spreadsheet program."""

    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class GiveSlip(Action):
    """The slip for a visitor without Telegram, to print and to copy by hand."""

    booking: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «d».
TAGS: Mapping[str, type[Action]] = {
    "dc": CallOff,
    "dd": ShowDay,
    "df": StrikeOff,
    "dl": DayCentres,
    "dm": MarkVisit,
    "dn": NameVisitor,
    "do": OpenVisit,
    "dp": DaySheet,
    "ds": ShiftVisit,
    "dt": TakeOn,
    "du": ShiftTimes,
    "dv": ShiftTo,
    "dw": ShowWeek,
    "dx": DayTable,
    "dy": GiveBack,
    "dz": GiveSlip,
}
