"""A citizen's waitlist entry: showing it, leaving, accepting or declining an offered place."""

from bot.booking.booking import BookingId, WaitlistPlaceId
from bot.booking.refusals import Refusal
from bot.booking.waitlist.waitlist import Waitlist
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.my_bookings import bookings_list
from bot.screens.my_bookings import waitlist as waitlist_screens
from bot.screens.my_bookings.actions import AcceptOffer, DeclineOffer, LeaveWaitlist, ShowWaitlistPlace


async def show_place(talk: Talk, action: ShowWaitlistPlace, own: MyBookings) -> None:
    """Shows how many wait before the person; somebody else's entry looks as if it were gone."""
    waiting = [one for one in await own.waiting(talk.person) if one.place.id == action.place]
    await talk.reply(waitlist_screens.place(waiting[0]) if waiting else waitlist_screens.no_longer_waiting())


async def leave(talk: Talk, action: LeaveWaitlist, waitlist: Waitlist) -> None:
    """Leaves the waitlist; a second press changes nothing."""
    try:
        await waitlist.leave(talk.person, WaitlistPlaceId(action.place))
    except Refusal:
        await talk.reply(waitlist_screens.no_longer_waiting())
    else:
        await talk.reply(waitlist_screens.left())


async def accept(talk: Talk, action: AcceptOffer, waitlist: Waitlist, own: MyBookings) -> None:
    """Accepts the offered place, which becomes a booking."""
    visit = own.seen(await waitlist.accept(talk.person, BookingId(action.booking)))
    await talk.reply(waitlist_screens.accepted(visit, await own.wish(talk.person)))


async def decline(talk: Talk, action: DeclineOffer, waitlist: Waitlist, own: MyBookings) -> None:
    """Declines the offered place for the next on the waitlist; one accepted already is shown as a booking."""
    visit = await own.one(talk.person, action.booking)
    if visit.is_offer:
        await waitlist.decline(talk.person, visit.booking.id)
    await talk.reply(waitlist_screens.declined() if visit.is_offer else bookings_list.one(visit))


ROUTES = Routes(
    actions={ShowWaitlistPlace: show_place, LeaveWaitlist: leave, AcceptOffer: accept, DeclineOffer: decline}
)
