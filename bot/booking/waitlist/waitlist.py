"""The waitlist: waiting for a place on a day that is full."""

from dataclasses import replace
from datetime import date, datetime

from bot.booking import notices
from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    DayWish,
    WaitlistEntry,
    WaitlistPlaceId,
    WaitlistState,
)
from bot.booking.context import BookingContext
from bot.booking.operations import tell_librarians
from bot.booking.permissions import own
from bot.booking.proposed_time import ProposedTime
from bot.booking.refusals import Gone, NotYours, OfferOver, StillFree, TooMany
from bot.booking.rules import check_time, cleaned
from bot.booking.slots import DAY, BookableDays, earliest
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import held_for, lapse, offer_freed
from bot.people import Address


class Waitlist:
    """Offers each freed place to the first on the waitlist, then to the next."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._booking_context = booking_context

    async def join(self, citizen: Address, wish: DayWish) -> WaitlistEntry:
        """Puts the citizen on the waitlist; a repeated request returns the entry that stands already.

        Raises NotBookable, TopicGone, Nameless, TooLate, TooSoon, TooFar, ClosedDay, StillFree,
        TooMany.
        """
        self._booking_context.bookable(wish.centre)
        tidy = replace(wish, visitor=cleaned(wish.visitor))
        return await self._booking_context.unit_of_work.write(lambda tx: self._join(tx, citizen, tidy))

    async def leave(self, citizen: Address, id_: WaitlistPlaceId) -> None:
        """Removes the citizen from the waitlist. Raises Gone, NotYours."""
        await self._booking_context.unit_of_work.write(lambda tx: self._leave(tx, citizen, id_))
        self._booking_context.wake()

    async def accept(self, citizen: Address, id_: BookingId) -> Booking:
        """Turns the offered place into a booking. Raises Gone, NotYours, OfferOver, Overlaps, TooMany."""
        booking = await self._booking_context.unit_of_work.write(lambda tx: self._accept(tx, citizen, id_))
        self._booking_context.wake()
        return booking

    async def decline(self, citizen: Address, id_: BookingId) -> None:
        """Declines the offer; the next on the waitlist gets it. Raises Gone, NotYours."""
        await self._booking_context.unit_of_work.write(lambda tx: self._decline(tx, citizen, id_))
        self._booking_context.wake()

    async def entries_of(self, citizen: Address, since: date) -> list[WaitlistEntry]:
        """The citizen's waitlist entries from a day on."""
        return await self._booking_context.unit_of_work.read(lambda tx: tx.line.of_citizen(citizen, since))

    async def ahead_of(self, place: WaitlistEntry) -> int:
        """How many people are on the waitlist before this entry."""
        waiting = await self._booking_context.unit_of_work.read(lambda tx: tx.line.waiting(place.centre, place.day))
        return sum(other.id < place.id for other in waiting)

    async def pass_on(self) -> None:
        """The periodic job: expired offers go to the next entry, otherwise freed places to the first."""
        if await self._booking_context.unit_of_work.read(self._has_work):
            await self._booking_context.unit_of_work.write(self._pass_on)
            self._booking_context.wake()

    def _join(self, tx: Transaction, citizen: Address, wish: DayWish) -> WaitlistEntry:
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        centre, length = booking_context.bookable(wish.centre), booking_context.length(wish.topic)
        mine = tx.line.of_citizen(citizen, centre.day(now))
        for place in mine:
            if (place.centre, place.day, place.visitor.key) == (wish.centre, wish.day, wish.visitor.key):
                return place
        check_time(booking_context, tx, ProposedTime(centre, length, wish.day))
        if free := booking_context.free(tx, centre, BookableDays(wish.day, wish.day), length, earliest(centre, now)):
            raise StillFree(tuple(free))
        if len(mine) >= booking_context.limits.waitlist_entries:
            raise TooMany(booking_context.limits.waitlist_entries)
        draft = WaitlistEntry(WaitlistPlaceId(0), citizen, wish.visitor, wish.centre, wish.topic, wish.day, now)
        return tx.line.join(draft)

    def _leave(self, tx: Transaction, citizen: Address, id_: WaitlistPlaceId) -> None:
        place = tx.line.find_entry(id_)
        if place is None:
            raise Gone
        if place.citizen != citizen:
            raise NotYours
        if place.offer and place.state is WaitlistState.OFFERED:
            self._give_back(tx, own(tx, citizen, place.offer), WaitlistState.LEFT)
        elif place.state is WaitlistState.WAITING:
            tx.line.change(replace(place, state=WaitlistState.LEFT))

    def _accept(self, tx: Transaction, citizen: Address, id_: BookingId) -> Booking:
        booking_context, now, offer = self._booking_context, self._booking_context.clock.now(), own(tx, citizen, id_)
        if offer.state is BookingState.BOOKED:
            return offer
        if offer.state is BookingState.LAPSED or (offer.expires_at and offer.expires_at <= now):
            raise OfferOver
        if offer.state is not BookingState.OFFERED:
            raise Gone
        centre = booking_context.bookable(offer.centre)
        check_time(booking_context, tx, held_for(centre, offer))
        booking = tx.bookings.keep(replace(offer, state=BookingState.BOOKED, expires_at=None, made_at=now))
        if place := tx.line.offered(id_):
            tx.line.change(replace(place, state=WaitlistState.SERVED))
        tx.outbox.withdraw(notices.offer_of(booking))
        tx.outbox.put(notices.reminders(booking, centre, now))
        tell_librarians(booking_context, tx, notices.BOOKING_MADE, booking, citizen)
        return booking

    def _decline(self, tx: Transaction, citizen: Address, id_: BookingId) -> None:
        offer = own(tx, citizen, id_)
        if offer.state not in {BookingState.OFFERED, BookingState.LAPSED}:
            raise Gone
        if offer.state is BookingState.OFFERED:
            self._give_back(tx, offer, WaitlistState.PASSED)

    def _give_back(self, tx: Transaction, offer: Booking, state: WaitlistState) -> None:
        lapse(tx, offer, state)
        if centre := self._booking_context.centre(offer.centre):
            offer_freed(self._booking_context, tx, centre, centre.day(offer.starts_at))

    def _has_work(self, tx: Transaction) -> bool:
        now = self._booking_context.clock.now()
        return bool(tx.bookings.expired_offers(now) or tx.line.days(_yesterday(now)))

    def _pass_on(self, tx: Transaction) -> None:
        now = self._booking_context.clock.now()
        for offer in tx.bookings.expired_offers(now):
            self._give_back(tx, offer, WaitlistState.PASSED)
            tx.outbox.put(notices.to_citizen(notices.OFFER_PASSED, offer, now, offer.starts_at))
        for centre_id, day in tx.line.days(_yesterday(now)):
            if centre := self._booking_context.centre(centre_id):
                offer_freed(self._booking_context, tx, centre, day)


def _yesterday(now: datetime) -> date:
    """The day before today in UTC: no zone's today comes before it."""
    return now.date() - DAY
