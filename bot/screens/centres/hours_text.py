"""Opening hours in words: now, over the week, and of what date they are."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.centres.hours.hours import Day, Hours, OpenSpan
from bot.centres.hours.opening import Opening, Status, Why
from bot.centres.hours.rules import WEEKDAYS as OSM_WEEKDAYS
from bot.centres.hours.rules import MonthlyDay, SpecialOpening
from bot.russian.calendar_words import MONTH_NAMES, MONTHS, SHORT_WEEKDAYS, WEEKDAY_GENDERS, WEEKDAYS, on_weekday

_SHORT = dict(zip(OSM_WEEKDAYS, SHORT_WEEKDAYS, strict=True))
_ORDINALS = {
    1: ("первый", "первая", "первое"),
    2: ("второй", "вторая", "второе"),
    3: ("третий", "третья", "третье"),
    4: ("четвёртый", "четвёртая", "четвёртое"),
    5: ("пятый", "пятая", "пятое"),
    -1: ("последний", "последняя", "последнее"),
    -2: ("предпоследний", "предпоследняя", "предпоследнее"),
}

_ALWAYS, _DAY_OFF = "круглосуточно", "выходной"
_CLOSED = {
    Why.BEFORE_HOURS: "ещё закрыто",
    Why.AFTER_HOURS: "сегодня уже закрыто",
    Why.LUNCH: "сейчас перерыв",
    Why.DAY_OFF: "сегодня выходной",
    Why.SANITARY: "сегодня санитарный день",
    Why.HOLIDAY: "сегодня праздник, закрыто",
    Why.SEASON: "закрыто по сезонному расписанию",
    Why.NOTED: "сегодня закрыто",
    Why.ANNOUNCED: "временно закрыто",
    Why.NOT_PUBLISHED: "часы неизвестны",
}


def now_in_words(status: Status, now: datetime) -> str:
    """«открыто до 18:00», «сегодня санитарный день; откроется завтра в 9:00»: without a capital and a full stop."""
    if status.opening is Opening.OPEN and status.changes_at:
        return _open(status, status.changes_at)
    if status.opening is Opening.UNKNOWN:
        return f"открыто ли, неизвестно: {status.note}" if status.note else _CLOSED[Why.NOT_PUBLISHED]
    closed = _closed(status)
    if status.changes_at is None:
        return closed
    if status.why is Why.LUNCH:
        return f"{closed} до {clock(status.changes_at)}"
    return f"{closed}; откроется {when(status.changes_at, now)}"


def caution(status: Status) -> str | None:
    """What a careful person should know besides."""
    if status.presumed:
        return "О праздниках в расписании не сказано: скорее всего, закрыто. Уточните перед поездкой."
    if status.eve:
        return "Завтра праздник: могут закрыться на час раньше."
    return None


def when(moment: datetime, now: datetime) -> str:
    """«сегодня в 14:00», «завтра в 9:00», «в понедельник, 30 ноября, в 9:00»."""
    today = now.astimezone(moment.tzinfo).date()
    if moment.date() == today:
        return f"сегодня в {clock(moment)}"
    if moment.date() == today + timedelta(days=1):
        return f"завтра в {clock(moment)}"
    day = f"{on_weekday(moment.weekday())}, {moment.day} {MONTHS[moment.month - 1]}"
    return f"{day}{f' {moment.year}' if moment.year != today.year else ''}, в {clock(moment)}"


def week_in_words(hours: Hours, day: date) -> tuple[str, ...]:
    """The ordinary week, days of the same hours together, and the closed days of the month, a line each."""
    return (_ALWAYS,) if hours.is_around_the_clock else (*weekly_lines(hours, day), *other_days(hours))


def weekly_lines(hours: Hours, day: date) -> tuple[str, ...]:
    """The ordinary week of that time of the year, days of the same hours together."""
    week = [_day_in_words(one) for one in hours.week_of(day)]
    runs = (list(run) for _, run in groupby(range(7), key=week.__getitem__))
    return tuple(f"{_days(run)} {week[run[0]]}" for run in runs)


def opening_lines(hours: Hours, day: date) -> tuple[str, ...]:
    """The days of that week that open, those of the same hours together even where others lie between."""
    week = [_day_in_words(one) for one in hours.week_of(day)]
    opening = [text for text in dict.fromkeys(week) if text != _DAY_OFF]
    return tuple(f"{_runs([at for at in range(7) if week[at] == text])} {text}" for text in opening)


def other_days(hours: Hours) -> tuple[str, ...]:
    """What comes in some weeks alone: hours of theirs, and the closed days of the month."""
    return (*map(_special, hours.special_openings()), *map(monthly_day, hours.monthly_days()))


def _special(opening: SpecialOpening) -> str:
    """«1-й, 3-й четверг месяца 15:00–18:00», «по чётным неделям вт 10:00–14:00»."""
    times = re.sub(r"\b0(?=\d:)", "", opening.times.replace("-", "–").replace(",", ", "))
    if opening.weeks:
        days = re.sub(r"[A-Z][a-z]", lambda name: _SHORT[name[0]], opening.days).replace("-", "–").replace(",", ", ")
        return f"по {'чётным' if opening.weeks == 'even' else 'нечётным'} неделям {days} {times}"
    weekday = opening.nths[0][0]
    nths = ", ".join(_ORDINALS.get(nth, _ORDINALS[-1])[WEEKDAY_GENDERS[weekday]] for _, nth in opening.nths)
    return f"{nths} {WEEKDAYS[weekday]} месяца {times}"


def monthly_day(day: MonthlyDay) -> str:
    """«последняя пятница месяца — санитарный день»."""
    what = day.note or "санитарный день"
    if day.weekday is None:
        return f"последний день месяца — {what}"
    name, gender = WEEKDAYS[day.weekday], WEEKDAY_GENDERS[day.weekday]
    return f"{_ORDINALS.get(day.nth, _ORDINALS[-1])[gender]} {name} месяца — {what}"


def of_date(as_of: str | None) -> str:
    """«2019 года», «апрель 2025 года», «10 марта 2026 года»; honest where it is not known."""
    if not as_of:
        return "неизвестно какого времени"
    year, *rest = as_of.split("-")
    if len(rest) == 2:
        return f"{int(rest[1])} {MONTHS[int(rest[0]) - 1]} {year} года"
    return f"{MONTH_NAMES[int(rest[0]) - 1]} {year} года" if rest else f"{year} года"


def dated(as_of: str) -> str:
    """The date after «часы»: «часы 2019 года», «часы за апрель 2025 года», «часы на 10 марта 2026 года»."""
    return ("", "за ", "на ")[as_of.count("-")] + of_date(as_of)


def clock(moment: datetime) -> str:
    """«9:00»; the end of a day is «24:00»."""
    return f"{moment.hour}:{moment:%M}"


def _open(status: Status, closes: datetime) -> str:
    if any(_is_whole_day(span) for span in status.today):
        return f"открыто {_ALWAYS}"
    later = [span for span in status.today if span.start > closes]
    if later:
        return f"открыто до {clock(closes)}, потом с {clock(later[0].start)} до {_end(later[-1])}"
    return f"открыто до {clock(closes)}" if closes.hour or closes.minute else "открыто до полуночи"


def _closed(status: Status) -> str:
    words = _CLOSED[status.why or Why.DAY_OFF]
    return f"{words}: {status.note}" if status.why is Why.NOTED and status.note else words


def _day_in_words(day: Day) -> str:
    if day.spans or not day.perhaps:
        return _times(day.spans)
    whole = day.perhaps[0].end - day.perhaps[0].start == timedelta(days=1)
    note = day.notes[0] if day.notes else "уточните"
    return note if whole else f"{_times(day.perhaps)} {note}"


def _times(spans: Sequence[OpenSpan]) -> str:
    return ", ".join(f"{clock(span.start)}–{_end(span)}" for span in spans) or _DAY_OFF


def _is_whole_day(span: OpenSpan) -> bool:
    return span.end - span.start == timedelta(days=1)


def _end(span: OpenSpan) -> str:
    return clock(span.end) if span.end.date() == span.start.date() else "24:00"


def _runs(days: list[int]) -> str:
    """«вт, чт», «пн–ср, пт»: neighbours as a run."""
    runs = (list(run) for _, run in groupby(days, key=lambda day: day - days.index(day)))
    return ", ".join(_days([*run]) for run in runs)


def _days(days: list[int]) -> str:
    if len(days) == 7:
        return "ежедневно"
    if len(days) > 2:
        return f"{SHORT_WEEKDAYS[days[0]]}–{SHORT_WEEKDAYS[days[-1]]}"
    return ", ".join(SHORT_WEEKDAYS[day] for day in days)
