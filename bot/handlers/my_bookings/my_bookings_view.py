"""A citizen's visits joined with what is known now of their centres and topics."""

from dataclasses import dataclass
from datetime import timedelta

from bot.booking.booking import Booking, BookingId
from bot.booking.booking_service import BookingService
from bot.booking.waitlist.waitlist import Waitlist
from bot.handlers.centre_lookup import CentreLookup
from bot.people import Address, People, Reminders
from bot.region.topics import Topics
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.my_bookings.waitlist import WaitlistView


@dataclass(frozen=True, slots=True)
class MyBookings:
    """A citizen's bookings joined for display, looked up afresh each time."""

    booking: BookingService
    line: Waitlist
    centre_lookup: CentreLookup
    topics: Topics
    people: People

    def seen(self, booking: Booking) -> BookingView:
        """The booking with its centre and topic."""
        centre = self.centre_lookup.centre(booking.centre)
        zone = centre.zone if centre else self.centre_lookup.zone
        return BookingView(booking, centre, self.topics.find_topic(booking.topic), zone, self.centre_lookup.clock.now())

    async def one(self, person: Address, id_: int) -> BookingView:
        """The person's own booking in any state. Raises Gone, NotYours."""
        return self.seen(await self.booking.own(person, BookingId(id_)))

    async def ahead(self, person: Address) -> list[BookingView]:
        """The person's booked, offered and displaced bookings, the soonest first."""
        return [self.seen(one) for one in await self.booking.bookings_of(person)]

    async def waiting(self, person: Address) -> list[WaitlistView]:
        """The person's waitlist entries; an offered place is a booking already."""
        now = self.centre_lookup.clock.now()
        places = [
            place for place in await self.line.entries_of(person, (now - timedelta(days=1)).date()) if not place.offer
        ]
        found = [
            WaitlistView(place, self.centre_lookup.centre(place.centre), await self.line.ahead_of(place))
            for place in places
        ]
        return [one for one in found if one.place.day >= now.astimezone(one.zone or self.centre_lookup.zone).date()]

    async def wish(self, person: Address) -> Reminders:
        """Which reminders the person wants."""
        return await self.people.reminders(person)
