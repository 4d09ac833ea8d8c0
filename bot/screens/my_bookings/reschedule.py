"""Screens of rescheduling a booking: the day, the time, the result."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.booking.booking import BookingId, BookingState, Slot
from bot.booking.refusals import NotBookable, OtherTimes, Overlaps, Refusal, TooFar, TooLate, TooSoon
from bot.booking.slots import nearest
from bot.people import Reminders
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.words import for_moment
from bot.screens.action import Action
from bot.screens.booking.refusals import SHOWN, refusal
from bot.screens.booking.time_list import TimeButtons, day_of, days, nearest_times, of_day, times
from bot.screens.booking.when import NOT_THEN, fault
from bot.screens.centres import centre_card
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.actions import CancelVisit, MoveTo, MoveToDay, MoveVisit, ProposeMove, ShowVisit
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    capital,
    changes,
    near_title,
    paragraphs,
    particulars,
    phone_of,
    reminders_said,
    taken_along,
    title,
)
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import minute_of, number_of


def which_day(visit: BookingView, slots: Sequence[Slot], page: int = 0) -> Screen:
    """The days with free times; the visit stays where it is until another time is taken."""
    if visit.centre is None:
        return centre_card.gone()
    if not slots:
        return _nothing_free(visit)
    id_ = visit.booking.id
    ways = TimeButtons(
        lambda first: MoveToDay(id_, number_of(first)),
        lambda page: MoveVisit(id_, page + 1),
        back=row(_leave(visit)),
        soonest=take(id_),
    )
    return days(paragraphs("<b>Перенести запись</b>", _now(visit)), slots, visit.centre, ways, page)


def which_time(visit: BookingView, slots: Sequence[Slot], day: date | None, page: int = 0) -> Screen:
    """The free times of one day, or all days where there is none on it."""
    there = of_day(slots, visit.centre, day) if visit.centre and day else []
    if visit.centre is None or day is None or not there:
        return which_day(visit, slots)
    id_ = visit.booking.id
    ways = TimeButtons(take(id_), lambda page: MoveToDay(id_, number_of(day), page + 1), further=(_back(visit),))
    return times(f"<b>{capital(day_of(day))}</b>", there, visit.centre, ways, page)


def fitting(visit: BookingView, slots: Sequence[Slot], wanted: TimeWish) -> Screen:
    """What is free when the person would like it: days, times of one day, or the nearest instead."""
    if visit.centre is None or not slots:
        return which_day(visit, slots)
    fit = [slot for slot in slots if wanted.fits(visit.local(slot.starts_at))]
    found = {visit.local(slot.starts_at).date() for slot in fit}
    if not fit:
        near = nearest(slots, _wish(visit, wanted), SHOWN)
        return _few(visit, near, NOT_THEN)
    if wanted.at:
        return _few(visit, fit[:SHOWN], "Это время свободно в такие дни.")
    return which_time(visit, fit, found.pop()) if len(found) == 1 else which_day(visit, fit)


def is_it_then(visit: BookingView, starts_at: datetime) -> Screen:
    """The typed time as it was understood, free at this moment."""
    text = paragraphs(f"Перенести {for_moment(visit.local(starts_at))}?", _now(visit))
    yes = Button("Да, перенести", MoveTo(visit.booking.id, minute_of(starts_at)))
    other = Button("Другое время", MoveVisit(visit.booking.id))
    return Screen(text, (row(yes), row(other, _leave(visit))))


def not_a_time(visit: BookingView, unsure: Unsure) -> Screen:
    """What is wrong with the words, and how to say it."""
    how = "Напишите день и время, например «завтра утром» или «в четверг в 15:00»."
    said = fault(unsure), "" if unsure.doubt is Doubt.NOTHING else how
    return Screen(paragraphs(*said, _now(visit)), (_back(visit), row(HOME)))


def refused(visit: BookingView, no: Refusal) -> Screen:
    """Says why that time is refused; other times, and that the booking stands as before."""
    if isinstance(no, NotBookable):
        return which_day(visit, ())
    if not isinstance(no, OtherTimes | Overlaps | TooFar | TooLate | TooSoon):
        return refusal(no, visit.centre)
    screen = refusal(no, visit.centre, take(visit.booking.id), (_back(visit),))
    return replace(screen, text=paragraphs(screen.text, _now(visit)))


def moved(visit: BookingView, wish: Reminders, before: BookingView | None = None) -> Screen:
    """Confirms the new time, or the old one where it had been closed before; the code stays."""
    is_back = before is not None and not before.is_booked and visit.starts == before.starts
    told = reminders_said(visit.booking, visit.centre, wish, visit.now) if visit.centre else ""
    text = paragraphs(
        "<b>Готово, вы снова записаны</b>" if is_back else "<b>Готово, запись перенесена</b>",
        capital(near_title(visit)),
        "\n".join(particulars(visit)),
        "Код остался прежним.",
        told,
    )
    return Screen(text, (changes(visit), taken_along(visit), row(MINE, HOME)))


def take(booking: BookingId) -> Callable[[datetime], Action]:
    """What a button with a time does while this visit is moved: others are told, so the move is shown first."""
    return lambda moment: ProposeMove(booking, minute_of(moment))


def _few(visit: BookingView, slots: Sequence[Slot], lead: str) -> Screen:
    buttons = nearest_times(slots, visit.centre, take(visit.booking.id)) if visit.centre else ()
    text = paragraphs(f"{lead} Нажмите или напишите номер.", _now(visit))
    return Screen(text, (*column(buttons), _back(visit), row(HOME)), choices=tuple(one.action for one in buttons))


def _nothing_free(visit: BookingView) -> Screen:
    phone = f"Или позвоните в центр: {phone}." if (phone := phone_of(visit)) else ""
    text = paragraphs(
        "Другого свободного времени в этом центре сейчас нет. Загляните завтра: места освобождаются.",
        _now(visit),
        phone,
    )
    give_up = Button("Отменить запись", CancelVisit(visit.booking.id, sure=False))
    return Screen(text, (row(_leave(visit), give_up), row(MINE, HOME)))


def _now(visit: BookingView) -> str:
    """The line that says which time stands meanwhile."""
    if visit.booking.state is BookingState.DISPLACED:
        return ""
    return f"Пока вы записаны как прежде: {title(visit)}."


def _back(visit: BookingView) -> Row:
    return row(Button("Другой день", MoveVisit(visit.booking.id, 1)), _leave(visit))


def _leave(visit: BookingView) -> Button:
    return Button("Не переносить", ShowVisit(visit.booking.id))


def _wish(visit: BookingView, wanted: TimeWish) -> datetime:
    """The moment around which to look for free slots."""
    day = max(wanted.days.first if wanted.days else visit.starts.date(), visit.local(visit.now).date())
    return datetime.combine(day, wanted.at or wanted.since or visit.starts.time(), visit.zone)
