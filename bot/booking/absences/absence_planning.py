"""What an absence would do at each centre of the absent: desks day by day, visits for the colleagues."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol

from bot.booking.absences.absence import (
    Absence,
    AbsencePlan,
    CentreWithout,
    VisitOffer,
    beyond_desks,
    joined_days,
)
from bot.booking.booking import Booking, BookingState, Interval
from bot.booking.capacity import AbsenceId, LibrarianAway, desks_on
from bot.booking.context import BookingContext
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.planned_runs import planned_runs
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre, CentreId
from bot.people import Address

_DAY = timedelta(days=1)
_NEW = AbsenceId(0)


class Colleagues(Protocol):
    """Who works where, and who of them is there."""

    def workplaces_of(self, person: Address) -> Collection[CentreId]:
        """Where the person is a librarian; not what they are only over."""
        ...

    def librarians_of(self, centre: CentreId) -> Collection[Address]: ...

    def is_there(self, person: Address, day: date) -> bool:
        """Whether the person is on duty and not absent on that day."""
        ...


@dataclass(frozen=True, slots=True)
class AbsencePlanning:
    """Reads what follows from an absence; writes nothing."""

    context: BookingContext
    colleagues: Colleagues

    def today(self, person: Address) -> date:
        """The day at the person's centre."""
        centres = (self.context.centre(id_) for id_ in self.colleagues.workplaces_of(person))
        now = self.context.clock.now()
        return next((centre.day(now) for centre in centres if centre), now.date())

    def plan(self, tx: Transaction, person: Address, wished: BookableDays) -> AbsencePlan:
        """The absence joined with those that meet it."""
        near = tx.absences.of_person(person, wished.first - _DAY)
        met = tuple(one for one in near if one.days.first <= wished.last + _DAY)
        days = joined_days(wished, met)
        before = next((one for one in met if one.covers(wished.first) and one.covers(wished.last)), None)
        centres = tuple(self._without(tx, person, centre, days, met) for centre in self._bookable(person))
        return AbsencePlan(person, days, centres, met, before)

    def desks_after(
        self, tx: Transaction, absence: Absence, days: BookableDays
    ) -> tuple[tuple[Centre, tuple[DeskRun, ...]], ...]:
        """The desks at each centre on these days with the absence and without it."""
        return tuple(
            (centre, planned_runs(tx, centre, days, found, found.without([absence.id])))
            for centre in self._bookable(absence.person)
            for found in [tx.capacity.on_days(centre.id, days)]
        )

    def _bookable(self, person: Address) -> list[Centre]:
        found = (self.context.centre(id_) for id_ in self.colleagues.workplaces_of(person))
        return [centre for centre in found if centre and centre.consultations]

    def _without(
        self, tx: Transaction, person: Address, centre: Centre, days: BookableDays, met: tuple[Absence, ...]
    ) -> CentreWithout:
        """The centre on these days without the person, as if nothing had been noted of them before."""
        before = tx.capacity.on_days(centre.id, days).without([one.id for one in met])
        after = before.with_away(LibrarianAway(_NEW, days.first, days.last))
        booked = self._booked(tx, centre, days)
        hers = tuple(one for one in booked if one.taken_by == person)
        beyond: list[Booking] = []
        for day, visits in groupby(filter(_holds_desk, booked), lambda one: centre.day(one.starts_at)):
            left = desks_on(centre, day, after)
            beyond += beyond_desks(visits, left, person) if left < desks_on(centre, day, before) else []
        without = CentreWithout(centre, planned_runs(tx, centre, days, before, after), hers, tuple(beyond), ())
        return replace(without, offers=self._offers(person, without))

    def _offers(self, person: Address, without: CentreWithout) -> tuple[VisitOffer, ...]:
        """To each colleague the visits on the days on which they are on duty."""
        offers = (
            VisitOffer(one, tuple(it for it in without.visits if self._is_there(one, without.centre, it)))
            for one in self.colleagues.librarians_of(without.centre.id)
            if one != person
        )
        return tuple(offer for offer in offers if offer.visits)

    def _is_there(self, colleague: Address, centre: Centre, visit: Booking) -> bool:
        return self.colleagues.is_there(colleague, centre.day(visit.starts_at))

    def _booked(self, tx: Transaction, centre: Centre, days: BookableDays) -> list[Booking]:
        bounds, now = day_bounds(centre, days), self.context.clock.now()
        ahead = tx.bookings.at_centre(centre.id, Interval(max(bounds.start, now), max(bounds.end, now)))
        return [one for one in ahead if one.state is BookingState.BOOKED]


def _holds_desk(booking: Booking) -> bool:
    return booking.holds_desk
