"""Notices to citizens about their bookings: reminders, changes by the library, whether it helped."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from bot.russian.words import moment
from bot.screens.common_buttons import HOME, ask_librarian, visit_library
from bot.screens.my_bookings.actions import CancelVisit, MoveTo, MoveVisit, RateVisit, WayThere, WillCome
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    about,
    capital,
    changes,
    closed_then,
    near_title,
    paragraphs,
    particulars,
    phone_of,
    title,
    what_to_bring,
)
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import minute_of

STARS = {
    1: "1 — не помогли",
    2: "2 — почти не помогли",
    3: "3 — помогли отчасти",
    4: "4 — помогли",
    5: "5 — очень помогли",
}
_UNHAPPY = 2


def reminder(visit: BookingView, *, with_things: bool) -> Screen:
    """The reminder of a visit; the evening before there is time to look for the things to bring."""
    text = paragraphs(
        "<b>Напоминаю: вы записаны</b>",
        capital(near_title(visit)),
        "\n".join(particulars(visit)),
        closed_then(visit),
        what_to_bring(visit) if with_things else "",
        "Вы придёте?",
    )
    return Screen(text, (_coming(visit), changes(visit), _further(visit)))


def displaced(visit: BookingView, times: Iterable[datetime], why: str | None = None) -> Screen:
    """The library gave those hours up; other times, in UTC, to choose from. True on that day and after it as well."""
    id_, buttons = visit.booking.id, _proposed(visit, times)
    ask = "Какое время вам подойдёт? Нажмите или напишите номер." if buttons else "Выберите, пожалуйста, другое время."
    text = paragraphs(
        "<b>Библиотека отменила приём на ваше время</b>",
        f"Вы были записаны: {title(visit)}. Извините за неудобство.",
        f"Причина: {escape(why.rstrip('.'))}." if why else "",
        "\n".join(about(visit)),
        ask,
        _no_call(visit),
    )
    other, no = Button("Другое время", MoveVisit(id_)), Button("Не приду", CancelVisit(id_, sure=False))
    rows = (*column(buttons), row(other), row(no), row(MINE, HOME))
    return Screen(text, rows, choices=tuple(one.action for one in buttons))


def which_proposed(visit: BookingView, times: Iterable[datetime]) -> Screen:
    """«да» to several times, in UTC: which of them is meant."""
    buttons = _proposed(visit, times)
    other, no = (
        Button("Другое время", MoveVisit(visit.booking.id)),
        Button("Не приду", CancelVisit(visit.booking.id, sure=False)),
    )
    text = "На какое время вас перенести? Нажмите или напишите номер."
    return Screen(text, (*column(buttons), row(other), row(no)), choices=tuple(one.action for one in buttons))


def _proposed(visit: BookingView, times: Iterable[datetime]) -> tuple[Button, ...]:
    return tuple(
        Button(f"{number}. {capital(moment(visit.local(one)))}", MoveTo(visit.booking.id, minute_of(one)))
        for number, one in enumerate(times, 1)
    )


def time_back(visit: BookingView) -> Screen:
    """The library takes people at the old time after all; nothing is booked before the person says so."""
    id_ = visit.booking.id
    text = paragraphs(
        "<b>Библиотека снова принимает в ваше время</b>",
        f"Вы были записаны: {title(visit)}. Вернуть вас на это время?",
        "\n".join(about(visit)),
    )
    back = Button("Да, вернуть", MoveTo(id_, minute_of(visit.booking.starts_at)))
    other, no = Button("Другое время", MoveVisit(id_)), Button("Не приду", CancelVisit(id_, sure=False))
    return Screen(text, (row(back), row(other), row(no), row(MINE, HOME)))


def _no_call(visit: BookingView) -> str:
    """What to do after displacing; no call is promised, for no telephone of a citizen is kept."""
    phone = f" Если ничего не подходит, позвоните в центр: {phone}." if (phone := phone_of(visit)) else ""
    return f"Позвонить вам мы не сможем: вашего телефона у нас нет.{phone}"


def moved_by_library(visit: BookingView, former: datetime) -> Screen:
    """Tells the citizen that a librarian has moved the booking; `former` is the earlier start."""
    text = paragraphs(
        "<b>Библиотекарь перенёс вашу запись</b>",
        f"Было: {moment(visit.local(former))}.",
        f"Теперь: <b>{near_title(visit)}</b>.",
        "\n".join(particulars(visit)),
        "Если это время не подходит, перенесите или отмените.",
    )
    return Screen(text, (_coming(visit), changes(visit), _further(visit)))


def called_off(visit: BookingView) -> Screen:
    """Tells the citizen that a librarian has cancelled the booking."""
    reason = f"Причина: {escape(visit.booking.reason.rstrip('.'))}." if visit.booking.reason else ""
    phone = f"Телефон центра: {phone}." if (phone := phone_of(visit)) else ""
    name = f"Центр: {escape(visit.centre.short_name)}." if visit.centre else ""
    text = paragraphs(
        "<b>Библиотека отменила вашу запись</b>",
        f"Вы были записаны: {title(visit)}. Приходить в это время не нужно. Извините за неудобство.",
        reason,
        "\n".join(filter(None, (name, phone))),
        "Можно записаться на другое время.",
    )
    return Screen(text, (row(visit_library(visit.booking.topic)), row(MINE, HOME)))


def did_it_help(visit: BookingView) -> Screen:
    """Asks after the visit whether it helped."""
    where = f" ({escape(visit.centre.short_name)})" if visit.centre else ""
    text = (
        f"Вы были на консультации{where}.\n\n<b>Помогли вам?</b>\n\n"
        "Нажмите или напишите число от 1 до 5. Ответ увидит библиотека, без вашего имени. Можно не отвечать."
    )
    buttons = tuple(Button(words, RateVisit(visit.booking.id, stars)) for stars, words in STARS.items())
    return Screen(text, (*column(buttons), row(HOME)), choices=tuple(one.action for one in buttons))


def thanks(stars: int) -> Screen:
    """Thanks for the rating; who was not helped is offered a librarian."""
    if stars > _UNHAPPY:
        return Screen(f"Спасибо! Ваш ответ: {STARS[stars]}. Передумаете — нажмите другую кнопку выше.", (row(HOME),))
    text = (
        f"Спасибо за честный ответ: {STARS[stars]}. Жаль, что вопрос остался.\n\n"
        "Напишите библиотекарю, что не получилось, или запишитесь ещё раз."
    )
    return Screen(text, (row(ask_librarian()), row(visit_library()), row(HOME)))


def _further(visit: BookingView) -> Row:
    way = (Button("Как добраться", WayThere(visit.booking.id)),) if visit.centre else ()
    return (*way, MINE)


def _coming(visit: BookingView) -> Row:
    return row(Button("Приду", WillCome(visit.booking.id)))
