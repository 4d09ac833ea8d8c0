"""A citizen's waitlist entry: showing it, leaving, accepting or declining an offered place."""

from bot.booking.booking import BookingId, PlaceInLineId
from bot.booking.waitlist import Waitlist
from bot.handlers.my_bookings.my_bookings_view import MyBookings, refusals_told
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.my_bookings import bookings_list, waitlist
from bot.screens.my_bookings.actions import AcceptOffer, DeclineOffer, LeaveLine, ShowPlaceInLine


async def show_place(talk: Talk, action: ShowPlaceInLine, own: MyBookings) -> None:
    """Shows how many wait before the person; somebody else's entry looks as if it were gone."""
    waiting = [one for one in await own.waiting(talk.person) if one.place.id == action.place]
    await talk.reply(waitlist.place(waiting[0]) if waiting else waitlist.no_longer_waiting())


async def leave(talk: Talk, action: LeaveLine, line: Waitlist) -> None:
    """Leaves the waitlist; a second press changes nothing."""
    async with refusals_told(talk, lambda _: waitlist.no_longer_waiting()):
        await line.leave(talk.person, PlaceInLineId(action.place))
        await talk.reply(waitlist.left())


async def accept(talk: Talk, action: AcceptOffer, line: Waitlist, own: MyBookings) -> None:
    """Accepts the offered place, which becomes a booking."""
    async with refusals_told(talk):
        visit = own.seen(await line.accept(talk.person, BookingId(action.booking)))
        await talk.reply(waitlist.accepted(visit, await own.wish(talk.person)))


async def decline(talk: Talk, action: DeclineOffer, line: Waitlist, own: MyBookings) -> None:
    """Declines the offered place for the next on the waitlist; one accepted already is shown as a booking."""
    async with refusals_told(talk):
        visit = await own.one(talk.person, action.booking)
        if visit.is_offer:
            await line.decline(talk.person, visit.booking.id)
        await talk.reply(waitlist.declined() if visit.is_offer else bookings_list.one(visit))


ROUTES = Routes(actions={ShowPlaceInLine: show_place, LeaveLine: leave, AcceptOffer: accept, DeclineOffer: decline})
