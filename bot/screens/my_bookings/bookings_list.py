"""«Мои записи»: all that lies ahead of a person, and one visit with its ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from html import escape

from bot.booking.booking import BookingState
from bot.booking.refusals import OfferOver, Refusal, TooLate
from bot.people import Reminders
from bot.screens.action import Action
from bot.screens.booking.refusals import refusal
from bot.screens.booking.time_list import day_of
from bot.screens.centres import centre_card, downloads
from bot.screens.centres.no_booking_yet import NEAREST
from bot.screens.common_buttons import HOME, visit_library
from bot.screens.my_bookings.actions import ShowVisit, ShowWaitlistPlace
from bot.screens.my_bookings.calendar_file import calendar_file
from bot.screens.my_bookings.notices import displaced
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    capital,
    changes,
    closed_then,
    near_title,
    paragraphs,
    particulars,
    reminders_said,
    taken_along,
    title,
    what_to_bring,
)
from bot.screens.my_bookings.waitlist import WaitlistView, before_you, kept_until, offer, offer_over
from bot.screens.questions.questions import OWN_QUESTIONS
from bot.screens.screen import Button, Screen, column, row

BOTH = Reminders()
BOOK = visit_library()


def all_ahead(visits: Sequence[BookingView], waiting: Sequence[WaitlistView]) -> Screen:
    """Lists what lies ahead, the soonest first; each opens."""
    entries = sorted((*map(_visit, visits), *map(_waiting, waiting)), key=lambda one: one.at)
    numbered = list(enumerate(entries, 1))
    text = paragraphs("<b>Ваши записи</b>", *(f"{number}. {one.text}" for number, one in numbered))
    buttons = column(Button(f"{number}. {one.label}", one.action) for number, one in numbered)
    foot = "Нажмите на запись или напишите её номер, чтобы перенести, отменить или узнать дорогу."
    rows = (*buttons, row(BOOK), row(HOME))
    return Screen(f"{text}\n\n{foot}", rows, choices=tuple(one.action for one in entries))


def with_questions(screen: Screen) -> Screen:
    """The same with the way to what the person has asked a librarian."""
    return replace(screen, rows=(*screen.rows[:-1], row(OWN_QUESTIONS), *screen.rows[-1:]))


def nothing_ahead(*, can_book: bool) -> Screen:
    """No visit, and how to get one; where nobody books yet, this is said."""
    if can_book:
        text = "У вас нет записей.\n\nЧтобы прийти на консультацию, выберите тему, центр и время. Это займёт минуту."
        return Screen(text, (row(BOOK), row(HOME)))
    text = "У вас нет записей. Записаться прямо здесь пока нельзя: библиотеки ещё не открыли запись."
    return Screen(text, (row(NEAREST), row(HOME)))


def one(visit: BookingView, wish: Reminders = BOTH) -> Screen:
    """A visit with all its ways, whatever became of it."""
    match visit.booking.state:
        case BookingState.OFFERED if visit.is_held:
            return offer(visit)
        case BookingState.OFFERED | BookingState.LAPSED:
            return offer_over()
        case BookingState.DISPLACED:
            return displaced(visit, ())
        case BookingState.BOOKED if visit.can_change:
            return _ahead(visit, wish)
        case _:
            return over(visit)


def way_there(visit: BookingView) -> Screen:
    """The card of the centre, after the point on the map where it is known."""
    if visit.centre is None:
        return centre_card.gone()
    shown = centre_card.card(visit.centre, visit.now)
    return replace(shown, attached=downloads.pin(visit.centre).attached, rows=(*shown.rows[:-1], row(MINE, HOME)))


def refused(no: Refusal) -> Screen:
    """An old button, a second thought that comes too late, somebody else's visit: what can be done now."""
    if isinstance(no, TooLate):
        text = "Это время уже наступило, поэтому изменить запись здесь нельзя. Если не успеваете, позвоните в центр."
        return Screen(text, (row(BOOK), row(MINE, HOME)))
    return offer_over() if isinstance(no, OfferOver) else refusal(no, None)


def for_calendar(visit: BookingView) -> Screen:
    """The visit as a file, and what to do with it."""
    if visit.centre is None or not visit.can_change:
        return centre_card.gone() if visit.centre is None else over(visit)
    paper = calendar_file(visit.booking, visit.centre, visit.topic, visit.now)
    text = "Откройте файл, и телефон предложит добавить запись в календарь. Перенесёте запись — возьмите файл заново."
    return Screen(text, (row(Button("К записи", ShowVisit(visit.booking.id)), HOME),), attached=paper)


@dataclass(frozen=True, slots=True)
class _ListedBooking:
    at: tuple[date, time]
    text: str
    label: str
    action: Action


def _visit(visit: BookingView) -> _ListedBooking:
    lines = (f"<b>{title(visit)}</b>", *_short(visit), _state(visit))
    at = (visit.starts.date(), visit.starts.time())
    return _ListedBooking(at, "\n".join(filter(None, lines)), title(visit), ShowVisit(visit.booking.id))


def _short(visit: BookingView) -> Iterator[str]:
    if visit.centre:
        yield escape(visit.centre.short_name)
    if visit.topic:
        yield escape(visit.topic.title)
    if visit.booking.visitor.for_other:
        yield f"Придёт: {escape(visit.booking.visitor.called)}"


def _state(visit: BookingView) -> str:
    match visit.booking.state:
        case BookingState.OFFERED:
            return f"Освободилось место, ждёт вас до {kept_until(visit)}"
        case BookingState.DISPLACED:
            return "Библиотека отменила приём на это время: выберите другое"
        case _:
            return f"Код визита: {visit.booking.code}"


def _waiting(waiting: WaitlistView) -> _ListedBooking:
    day = day_of(waiting.place.day)
    name = escape(waiting.centre.short_name) if waiting.centre else ""
    visitor = waiting.place.visitor
    other = f"Придёт: {escape(visitor.called)}" if visitor.for_other else ""
    lines = (f"<b>Очередь на день: {day}</b>", name, other, capital(before_you(waiting.ahead)))
    text = "\n".join(filter(None, lines))
    return _ListedBooking((waiting.place.day, time.max), text, f"Очередь: {day}", ShowWaitlistPlace(waiting.place.id))


def _ahead(visit: BookingView, wish: Reminders) -> Screen:
    told = reminders_said(visit.booking, visit.centre, wish, visit.now) if visit.centre else ""
    coming = "Вы подтвердили, что придёте." if visit.booking.confirmed else ""
    text = paragraphs(
        f"<b>{capital(near_title(visit))}</b>",
        "\n".join(particulars(visit)),
        closed_then(visit),
        what_to_bring(visit),
        coming,
        told,
    )
    return Screen(text, (changes(visit), taken_along(visit), row(MINE, HOME)))


def over(visit: BookingView) -> Screen:
    """Given up, going on or past: nothing is to be done with it any more."""
    words = (
        "Эта запись отменена" if visit.booking.state is BookingState.CANCELLED else "Это время уже наступило или прошло"
    )
    return Screen(f"{words}: {title(visit)}.\n\nМожно записаться снова.", (row(BOOK), row(MINE, HOME)))
