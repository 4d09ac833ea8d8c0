"""What librarians are told of bookings as they are made, moved and cancelled."""

from datetime import datetime
from html import escape

from bot.russian.words import moment
from bot.screens.librarian_day.actions import OpenVisit, TakeOn
from bot.screens.librarian_day.navigation import whole_day
from bot.screens.librarian_day.visit import DayVisit, lateness, may_not, particulars, remarks, title
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Row, Screen, row


def made(visit: DayVisit, by: str = "") -> Screen:
    """Tells librarians of a new booking; `by` is the colleague who has written it down."""
    head = f"<b>{signed('Новая запись', by)}</b>{_where(visit)}"
    return Screen(paragraphs(head, capital(title(visit)), _who(visit), may_not(visit)), _ways(visit))


def moved(visit: DayVisit, former: datetime, by: str = "") -> Screen:
    """Tells librarians of a rescheduled booking; `former` is the earlier start, `by` the colleague who did it.

    Who comes back to their old time, after it was opened again, is not said to have moved.
    """
    if former == visit.starts:
        head = f"<b>{signed('Человек вернулся на прежнее время', by)}</b>{_where(visit)}"
        return Screen(paragraphs(head, capital(title(visit)), _who(visit)), _ways(visit))
    was = f"Было: {moment(former.astimezone(visit.zone))}."
    text = paragraphs(
        f"<b>{signed('Запись перенесена', by)}</b>{_where(visit)}",
        f"{was}\nСтало: <b>{title(visit)}</b>.",
        _who(visit),
    )
    return Screen(text, _ways(visit))


def cancelled(visit: DayVisit, by: str = "") -> Screen:
    """Tells librarians of a cancellation; the reason may come later, and stands in the opened visit."""
    reason = visit.booking.reason
    text = paragraphs(
        f"<b>{signed('Запись отменена', by)}</b>{_where(visit)}",
        f"{capital(title(visit))}. Приходить не будут.",
        "\n".join(particulars(visit)),
        f"Причина: {escape(reason.rstrip('.'))}." if reason else "",
    )
    return Screen(text, (row(Button("Открыть", OpenVisit(visit.booking.id)), *_day(visit)),))


def late(visit: DayVisit) -> Screen:
    """Tells librarians that a visitor will be late."""
    head = f"<b>{escape(visit.called)}: {lateness(visit.booking.late or 0)}</b>{_where(visit)}"
    return Screen(paragraphs(head, capital(title(visit)), "\n".join(particulars(visit))), _ways(visit))


def in_time(visit: DayVisit) -> Screen:
    """Tells librarians that a visitor comes in time after all."""
    head = f"<b>{escape(visit.called)}: придёт вовремя, об опоздании передумали</b>{_where(visit)}"
    return Screen(paragraphs(head, capital(title(visit)), "\n".join(particulars(visit))), _ways(visit))


def signed(what: str, by: str) -> str:
    """«Вера: запись перенесена», where a colleague did it."""
    return f"{capital(escape(by))}: {what[0].lower()}{what[1:]}" if by else what


def _where(visit: DayVisit) -> str:
    return f"\n{escape(visit.centre.short_name)}" if visit.centre else ""


def _who(visit: DayVisit) -> str:
    return "\n".join((*particulars(visit), *remarks(visit)))


def _ways(visit: DayVisit) -> tuple[Row, ...]:
    take, id_ = Button("Взять на себя", TakeOn(visit.booking.id, over=False)), visit.booking.id
    taking = () if visit.taken_by else (row(take),)
    return (*taking, row(Button("Открыть", OpenVisit(id_)), *_day(visit)))


def _day(visit: DayVisit) -> tuple[Button, ...]:
    return (whole_day(visit.centre, visit.day),) if visit.centre else ()
