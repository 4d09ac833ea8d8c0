"""The last step: the whole booking is shown, then made."""

from bot.booking.booking import Booking
from bot.booking.draft import BookingDraft
from bot.booking.typed.typed_name import corrected_name, says_name
from bot.handlers.booking import said_when, visitor
from bot.handlers.booking.context import Booker, BookingDialog, DraftView, Step
from bot.russian.yes_no import is_wrong
from bot.screens.booking import who
from bot.screens.booking.who import WholeBooking
from bot.screens.my_bookings.calendar_file import calendar_file
from bot.screens.my_bookings.own_visit import BookingView


async def ask(dialog: BookingDialog, view: DraftView) -> WholeBooking:
    """Shows the whole booking to be confirmed. Raises NotBookable, TopicGone."""
    placed = dialog.placed(view.draft)
    wish = view.draft.known_wish(placed.centre.zone)
    return WholeBooking(placed, wish.starts_at, wish.visitor, as_me=wish.visitor == view.by.visitor)


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """Another time, another name, or that something is wrong; None for anything else. «да» is heard before."""
    if instead := await said_when.hear_instead(dialog, view, text):
        return instead
    if name := corrected_name(text):
        return visitor.hear_name(dialog, view, name)
    if is_wrong(text):
        return view.noted(who.WHAT_TO_MEND)
    return visitor.hear_name(dialog, view, text) if says_name(text) else None


async def book(dialog: BookingDialog, by: Booker, draft: BookingDraft) -> Step | None:
    """Books and shows the confirmation, once for two taps; None where something is missing.

    Raises what BookingService.book does.
    """
    wish = draft.wish(dialog.centre(draft.centre).zone)
    mine = await dialog.booking.bookings_of(by.person)
    if wish is None:
        stands = next((one for one in mine if _is_of(one, dialog, draft)), None)
        return await _booked(dialog, by, stands, again=True) if stands else None
    booking = await dialog.booking.book(by.person, wish)
    return await _booked(dialog, by, booking, again=booking.id in {one.id for one in mine})


def _is_of(booking: Booking, dialog: BookingDialog, draft: BookingDraft) -> bool:
    """Whether the booking was made by the first of two taps."""
    at = draft.starts_at(dialog.centre(draft.centre).zone)
    return (booking.centre, booking.starts_at) == (draft.centre, at)


async def _booked(dialog: BookingDialog, by: Booker, booking: Booking, *, again: bool) -> Step:
    """The confirmation with the file for the calendar."""
    centre, topic, now = dialog.centre(booking.centre), dialog.topics.find_topic(booking.topic), dialog.clock.now()
    visit = BookingView(booking, centre, topic, centre.zone, now)
    wish, paper = await dialog.people.reminders(by.person), calendar_file(booking, centre, topic, now)
    return Step(who.booked(visit, wish, paper, again=again))
