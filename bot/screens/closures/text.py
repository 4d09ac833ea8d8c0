"""Closed hours, and the people who were to come then, in words."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from html import escape

from bot.booking.booking import Booking, Closure, Interval
from bot.booking.timetable_changes.extra_hours import ExtraHours
from bot.booking.typed.typed_closure import is_whole_days
from bot.centres.centre import Centre
from bot.russian.words import moment
from bot.screens.booking.time_list import day_of
from bot.screens.centres.hours_text import clock
from bot.screens.time_codes import moment_of

ON_CARD = 3  # closures, the nearest ones


def span(hours: Interval, centre: Centre) -> str:
    """«четверг, 26 ноября, с 14:00 до 16:00»; «вторник, 1 декабря — суббота, 5 декабря, все дни»."""
    start, end = hours.start.astimezone(centre.zone), hours.end.astimezone(centre.zone)
    last = (end - timedelta(seconds=1)).date()
    if is_whole_days(centre, hours):
        if last == start.date():
            return f"{day_of(last)}, весь день"
        return f"{day_of(start.date())} — {day_of(last)}, все дни"
    if last != start.date():
        return f"{moment(start)} — {moment(end)}"
    return f"{day_of(last)}, {_hours(start, end)}"


def closed_ahead(closures: Sequence[Closure], centre: Centre) -> str:
    """The closed hours on the card that everybody reads, with what was written as the reason."""
    if not closures:
        return ""
    spans = [span(one.interval, centre) + (f" ({escape(one.reason)})" if one.reason else "") for one in closures]
    more = f"; и ещё {len(spans) - ON_CARD}" if len(spans) > ON_CARD else ""
    return f"Консультаций не будет: {'; '.join(spans[:ON_CARD])}{more}."


def opened_ahead(extras: Sequence[ExtraHours], centre: Centre) -> str:
    """The hours on one day more, on the card that everybody reads."""
    if not extras:
        return ""
    spans = [span(one.interval, centre) for one in extras]
    more = f"; и ещё {len(spans) - ON_CARD}" if len(spans) > ON_CARD else ""
    return f"Консультации ещё и: {'; '.join(spans[:ON_CARD])}{more}."


def from_button(start: int, end: int) -> Interval | None:
    """The hours that a button carries; None for what no button of ours carries."""
    begins, ends = moment_of(start), moment_of(end)
    return Interval(begins, ends) if begins and ends and begins < ends else None


def near_day(day: date, today: date) -> str:
    """A near day in words: «Завтра, среда, 25 ноября»."""
    near = {0: "Сегодня, ", 1: "Завтра, "}.get((day - today).days, "")
    words = near + day_of(day)
    return words[0].upper() + words[1:]


def was_to_come(booking: Booking, centre: Centre) -> str:
    """When the displaced person was to come: «среда, 25 ноября, 10:00»."""
    return moment(booking.starts_at.astimezone(centre.zone))


def _hours(start: datetime, end: datetime) -> str:
    if start.time() == time():
        return f"до {clock(end)}"
    return f"с {clock(start)} до конца дня" if end.time() == time() else f"с {clock(start)} до {clock(end)}"
