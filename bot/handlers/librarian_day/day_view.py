"""The librarian's day joined from what is known now: visits with their centres, topics and colleagues."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.booking.booking import Booking, BookingId, OutcomeId, Slot
from bot.booking.booking_service import BookingService
from bot.booking.closures.call_list import CitizenReach
from bot.booking.librarian_service import LibrarianService
from bot.booking.refusals import NotBookable, NotYours, TopicGone
from bot.booking.slots import BookableDays
from bot.centres.centre import Centre
from bot.handlers.centre_lookup import CentreLookup
from bot.people import Address
from bot.region.outcomes import Outcomes
from bot.region.topics import Topics
from bot.screens.librarian_day import choose_time, visit_card
from bot.screens.librarian_day.choose_time import Choosing
from bot.screens.librarian_day.visit import ADMIN, DayVisit
from bot.staff.roster import Roster

_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class DayView:
    """Joins bookings with centres, topics and colleagues at every press; the services check the rights."""

    visits: LibrarianService
    booking: BookingService
    centre_lookup: CentreLookup
    topics: Topics
    outcomes: Outcomes
    roster: Roster
    people: CitizenReach
    is_offered: bool = True  # whether this bot takes bookings at all

    def own(self, person: Address) -> list[Centre]:
        """The centres with consultation hours where the person works."""
        found = (self.centre_lookup.centre(id_) for id_ in self.roster.centres_of(person))
        return [one for one in found if one and one.consultations]

    def everywhere(self) -> list[Centre]:
        """All centres with consultation hours, by name."""
        open_ones = [one for one in self.centre_lookup.directory.now.centres if one.consultations]
        return sorted(open_ones, key=lambda one: one.short_name)

    def served(self, person: Address) -> list[Centre]:
        """The centres whose day the person may see: all of them for an admin."""
        return self.everywhere() if self.roster.is_admin(person) else self.own(person)

    async def still_expected(self, person: Address) -> list[Centre]:
        """The person's centres that stopped taking bookings but have visits ahead."""
        closed = [one for id_ in self.roster.centres_of(person) if (one := self.centre_lookup.centre(id_))]
        now = self.centre_lookup.clock.now()
        ahead = [(one, BookableDays(one.day(now), one.day(now + _AHEAD))) for one in closed if not one.consultations]
        return [one for one, days in ahead if await self.visits.between(person, one.id, days)]

    def known(self, id_: str) -> Centre:
        """The centre of that id. Raises NotBookable."""
        centre = self.centre_lookup.centre(id_)
        if centre is None:
            raise NotBookable(id_)
        return centre

    def bookable(self, id_: str) -> Centre:
        """The centre, if it takes bookings. Raises NotBookable."""
        centre = self.known(id_)
        if centre.consultations is None:
            raise NotBookable(id_)
        return centre

    async def seen(self, booking: Booking, librarian: Address | None = None) -> DayVisit:
        """The booking as librarians see it; from one librarian's side where it is known who looks."""
        centre, citizen = self.centre_lookup.centre(booking.centre), booking.citizen
        reachable = citizen is None or await self.people.reachable(citizen)
        taken_by = self.name_of(booking.taken_by) if booking.taken_by else None
        zone = centre.zone if centre else self.centre_lookup.zone
        topic = self.topics.find_topic(booking.topic)
        mine = librarian is not None and booking.taken_by == librarian
        now, outcomes = self.centre_lookup.clock.now(), self.outcomes.all
        return DayVisit(booking, centre, topic, zone, now, outcomes, reachable, taken_by, mine)

    async def all(self, bookings: Iterable[Booking], librarian: Address | None = None) -> list[DayVisit]:
        """Several bookings as librarians see them, in their order, from the side of whoever looks."""
        return [await self.seen(one, librarian) for one in bookings]

    async def one(self, librarian: Address, id_: int) -> DayVisit:
        """One booking as librarians see it. Raises Gone, NotYours."""
        return await self.seen(await self.visits.find_booking(librarian, BookingId(id_)), librarian)

    async def take_on(self, librarian: Address, id_: int, *, over: bool) -> DayVisit:
        """Assigns the visit to the librarian and shows it. Raises Gone, NotYours."""
        return await self.seen(await self.visits.take_on(librarian, BookingId(id_), over=over), librarian)

    async def give_back(self, librarian: Address, id_: int) -> DayVisit:
        """Ends the librarian's assignment and shows the visit. Raises Gone, NotYours."""
        return await self.seen(await self.visits.give_back(librarian, BookingId(id_)), librarian)

    async def mark(self, librarian: Address, id_: int, mark: str) -> DayVisit | None:
        """Marks the visit and shows it; None for an unknown mark. Raises Gone, NotYours, TooEarly."""
        booking = BookingId(id_)
        match mark:
            case visit_card.ARRIVED:
                return await self.seen(await self.visits.mark_arrived(librarian, booking), librarian)
            case visit_card.MISSED:
                return await self.seen(await self.visits.mark_no_show(librarian, booking), librarian)
            case _ if self.outcomes.is_known(mark):
                return await self.seen(await self.visits.set_outcome(librarian, booking, OutcomeId(mark)), librarian)
            case _:
                return None

    def checked(self, librarian: Address, centre: str) -> Centre:
        """The centre for one of its librarians. Raises NotBookable, NotYours."""
        found = self.bookable(centre)
        if not self.roster.works_at(librarian, found.id):
            raise NotYours
        return found

    async def shifting(self, librarian: Address, visit: DayVisit) -> tuple[Choosing, list[Slot]]:
        """The screens for rescheduling a visit. Raises NotBookable, NotYours."""
        booking, centre = visit.booking, self.checked(librarian, visit.booking.centre)
        slots = await self.visits.free(librarian, centre.id, booking.ends_at - booking.starts_at)
        return choose_time.shifting(visit, centre), slots

    async def phoning(self, librarian: Address, topic: str, centre: str) -> tuple[Choosing, list[Slot]]:
        """The screens for a phone booking. Raises NotBookable, NotYours, TopicGone."""
        there, known = self.checked(librarian, centre), self.topics.find_topic(topic)
        if known is None:
            raise TopicGone(topic)
        return choose_time.phoning(known, there), await self.visits.free_for(librarian, there.id, topic)

    def name_of(self, person: Address) -> str:
        """How a librarian is called to colleagues; an admin who has no other role has no name here."""
        return self.roster.name_of(person) or ADMIN

    def names_for(self, reader: Address) -> Callable[[Address], str]:
        """How people are called to one reader of what was done: «вы», and other admins apart from one's own self."""

        def name_of(person: Address) -> str:
            if person == reader:
                return "вы"
            return self.roster.name_of(person) or (f"другой {ADMIN}" if self.roster.is_admin(reader) else ADMIN)

        return name_of
