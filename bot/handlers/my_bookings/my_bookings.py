"""A citizen's own bookings: the list, one of them, confirming, cancelling, the way there, the rating."""

from bot.booking.booking import BookingId
from bot.booking.booking_service import BookingService
from bot.handlers.bot_info import BotInfo
from bot.handlers.my_bookings import reschedule, typed_changes, waitlist
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes, together
from bot.handlers.talk import Talk
from bot.questions.service import QuestionService
from bot.screens.home import home
from bot.screens.menu import Menu
from bot.screens.my_bookings import bookings_list, notices, said_of_visit
from bot.screens.my_bookings import cancel as cancel_screens
from bot.screens.my_bookings.actions import (
    CancelVisit,
    RateVisit,
    SayWhy,
    ShowVisit,
    ShowVisits,
    VisitCalendar,
    WayThere,
    WillCome,
)
from bot.screens.my_bookings.prompts import CancelReasonPrompt
from bot.screens.screen import Screen


async def show_mine(talk: Talk, own: MyBookings, bot_info: BotInfo, question_service: QuestionService) -> None:
    """Handles /my and «Мои записи»; whoever has asked a librarian finds the way to the questions too."""
    screen, has_asked = await _all(talk, own, bot_info), await question_service.asked_by(talk.person, 1)
    await talk.reply(bookings_list.with_questions(screen) if has_asked else screen)


async def show_all(talk: Talk, own: MyBookings, bot_info: BotInfo) -> None:
    """Shows what lies ahead, where one visit was meant and it is not clear which."""
    await talk.reply(await _all(talk, own, bot_info))


async def _all(talk: Talk, own: MyBookings, bot_info: BotInfo) -> Screen:
    visits, waiting = await own.ahead(talk.person), await own.waiting(talk.person)
    if visits or waiting:
        return bookings_list.all_ahead(visits, waiting)
    return bookings_list.nothing_ahead(can_book=bot_info.can_book and own.centre_lookup.somebody_books)


async def show_one(talk: Talk, action: ShowVisit, own: MyBookings) -> None:
    """Shows one booking with its buttons."""
    visit = await own.one(talk.person, action.booking)
    await talk.reply(bookings_list.one(visit, await own.wish(talk.person)))


async def will_come(talk: Talk, action: WillCome, booking: BookingService, own: MyBookings) -> None:
    """Handles «Приду»: librarians see it."""
    await reschedule.stop(talk)
    visit = await own.one(talk.person, action.booking)
    if visit.is_booked:
        await booking.confirm(talk.person, visit.booking.id)
    await talk.reply(said_of_visit.confirmed(visit) if visit.is_booked else bookings_list.one(visit))


async def cancel(talk: Talk, action: CancelVisit, booking: BookingService, own: MyBookings) -> None:
    """Asks once more, then cancels the booking."""
    await reschedule.stop(talk)
    visit = await own.one(talk.person, action.booking)
    if visit.can_change and action.sure:
        given_up = own.seen(await booking.cancel(talk.person, visit.booking.id))
        await talk.reply(cancel_screens.cancelled(given_up))
    else:
        await talk.reply(cancel_screens.sure(visit) if visit.can_change else bookings_list.one(visit))


async def say_why(talk: Talk, action: SayWhy, booking: BookingService) -> None:
    """Stores the reason of a cancellation from a button, or asks for it in words."""
    if action.why == cancel_screens.IN_WORDS:
        await talk.ask(cancel_screens.write_why(BookingId(action.booking)), CancelReasonPrompt(action.booking))
    elif reason := cancel_screens.REASONS.get(action.why):
        await _explain(talk, booking, action.booking, reason)
    else:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(home.home())


async def why_in_words(talk: Talk, text: str, prompt: CancelReasonPrompt, booking: BookingService) -> None:
    """Stores the typed reason of a cancellation."""
    await talk.awaited.clear(talk.conversation)
    await _explain(talk, booking, prompt.booking, text)


async def way_there(talk: Talk, action: WayThere, own: MyBookings) -> None:
    """Shows the point on the map and the card of the centre."""
    await talk.reply(bookings_list.way_there(await own.one(talk.person, action.booking)))


async def calendar(talk: Talk, action: VisitCalendar, own: MyBookings) -> None:
    """Sends the booking as a calendar file."""
    await talk.reply(bookings_list.for_calendar(await own.one(talk.person, action.booking)))


async def rate(talk: Talk, action: RateVisit, booking: BookingService) -> None:
    """Stores whether the visit helped; the last rating counts."""
    await booking.rate(talk.person, BookingId(action.booking), action.stars)
    await talk.reply(notices.thanks(action.stars))


async def _explain(talk: Talk, booking: BookingService, id_: int, words: str) -> None:
    await booking.explain(talk.person, BookingId(id_), words)
    await talk.reply(cancel_screens.thanks())


ROUTES = together(
    Routes(
        commands={"my": show_mine},
        menu={Menu.MY: show_mine},
        actions={
            ShowVisits: show_mine,
            ShowVisit: show_one,
            WillCome: will_come,
            CancelVisit: cancel,
            SayWhy: say_why,
            WayThere: way_there,
            VisitCalendar: calendar,
            RateVisit: rate,
        },
        awaited={CancelReasonPrompt: why_in_words},
    ),
    reschedule.ROUTES,
    waitlist.ROUTES,
    typed_changes.ROUTES,
)
