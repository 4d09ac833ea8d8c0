"""Consultation hours on one day more, besides those of every week."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from bot.booking.booking import Interval
from bot.centres.centre import CentreId
from bot.people import Address

ExtraHoursId = NewType("ExtraHoursId", int)


@dataclass(frozen=True, slots=True)
class ExtraHours:
    """Hours that a librarian has added to one day of the centre; UTC."""

    id: ExtraHoursId
    centre: CentreId
    interval: Interval
    opened_by: Address | None  # None: forgotten
    opened_at: datetime


class ExtraHoursStore(Protocol):
    """The extra hours inside an open transaction."""

    def add(self, extra: ExtraHours) -> ExtraHours: ...

    def within(self, centre: CentreId, within: Interval) -> list[ExtraHours]: ...

    def find_extra(self, id_: ExtraHoursId) -> ExtraHours | None: ...

    def remove(self, id_: ExtraHoursId) -> None: ...
