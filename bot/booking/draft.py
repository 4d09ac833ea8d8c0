"""What is known so far of a booking that is being made, and which step is to be asked next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from bot.booking.booking import Visitor, Wish
from bot.centres.centre import CentreId
from bot.centres.places.geo import Point
from bot.russian.time.clocks import OF_PART
from bot.russian.time.values import DayPart, TimeWish


class BookingStep(StrEnum):
    """A fact that a booking needs, and the step that asks for it."""

    TOPIC = "topic"
    PLACE = "place"
    DAY = "day"
    TIME = "time"
    VISITOR = "visitor"
    CHECK = "check"  # nothing is missing: everything is shown and confirmed


@dataclass(frozen=True, slots=True)
class BookingDraft:
    """Any part of the facts of a booking, in whatever order they were said; day and time are of the centre's clock."""

    topic: str | None = None
    centre: CentreId | None = None
    day: date | None = None
    at: time | None = None
    visitor: Visitor | None = None
    near: Point | None = None  # where it would suit to come, while no centre is chosen
    part: DayPart | None = None  # of the day, while no time is chosen
    soonest: bool = False  # the first free time of the day, or of all days

    def missing(self) -> tuple[BookingStep, ...]:
        """The steps that are still to be asked, in their order; the check of everything is the last."""
        return (*(step for step in ORDER if _FACT[step](self) is None), BookingStep.CHECK)

    def next_step(self) -> BookingStep:
        """The step that is asked now."""
        return self.missing()[0]

    def with_moment(self, at: datetime, zone: tzinfo) -> "BookingDraft":
        """The draft with the day and the time of a moment in that zone."""
        local = at.astimezone(zone)
        return replace(self, day=local.date(), at=local.time(), part=None, soonest=False)

    def with_said(self, said: TimeWish) -> "BookingDraft":
        """The draft with the one day and the hour that were said; a day chosen before stands where none was named."""
        return replace(self, day=said.day or (self.day if said.days is None else None), at=said.at)

    def at_centre(self, centre: CentreId) -> "BookingDraft":
        """The draft with that centre, wherever it would have suited."""
        return replace(self, centre=centre, near=None)

    def without_moment(self) -> "BookingDraft":
        """The draft that asks for the day and the time again."""
        return replace(self, day=None, at=None, part=None, soonest=False)

    def fits(self, local: datetime) -> bool:
        """Whether a moment, in the zone of the centre, is one of those that the known day, hour and part mean."""
        since, until = OF_PART[self.part] if self.part else (None, None)
        return (self.day is None or local.date() == self.day) and TimeWish(None, self.at, since, until).fits(local)

    def starts_at(self, zone: tzinfo) -> datetime | None:
        """The moment of day and time in that zone, as UTC, where both are known."""
        if self.day is None or self.at is None:
            return None
        return datetime.combine(self.day, self.at, zone).astimezone(UTC)

    def known_start(self, zone: tzinfo) -> datetime:
        """The moment, at a step that comes after day and time. Raises LookupError where they are not known."""
        if (at := self.starts_at(zone)) is None:
            raise LookupError(BookingStep.TIME)
        return at

    def known_day(self) -> date:
        """The day, at a step that comes after it. Raises LookupError where it is not known."""
        if self.day is None:
            raise LookupError(BookingStep.DAY)
        return self.day

    def wish(self, zone: tzinfo) -> Wish | None:
        """What is to be booked, where nothing is missing."""
        starts_at = self.starts_at(zone)
        if self.topic is None or self.centre is None or starts_at is None or self.visitor is None:
            return None
        return Wish(self.centre, self.topic, starts_at, self.visitor)

    def known_wish(self, zone: tzinfo) -> Wish:
        """What is to be booked, at the last step. Raises LookupError where something is missing."""
        if (wish := self.wish(zone)) is None:
            raise LookupError(self.next_step())
        return wish


# The order of the dialogue.
ORDER = (BookingStep.TOPIC, BookingStep.PLACE, BookingStep.DAY, BookingStep.TIME, BookingStep.VISITOR)
_FACT: Mapping[BookingStep, Callable[[BookingDraft], object | None]] = {
    BookingStep.TOPIC: lambda draft: draft.topic,
    BookingStep.PLACE: lambda draft: draft.centre,
    BookingStep.DAY: lambda draft: draft.day,
    BookingStep.TIME: lambda draft: draft.at,
    BookingStep.VISITOR: lambda draft: draft.visitor,
}
