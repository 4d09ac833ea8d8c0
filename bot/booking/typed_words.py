"""What each word about a day or an hour adds to the whole, read from left to right."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from bot.booking.time_words import HOURS, MONTHS, ORDINALS, WEEKDAYS
from bot.booking.timetable import DAY, Days

_ANY_DAY = timedelta(days=366)  # «ближайшее», «любое»
_PARTS = {  # of a day: from, until
    "утром": (None, time(12)),
    "днем": (time(12), time(17)),
    "вечером": (time(17), None),
    "обеда": (time(12), time(15)),
}
_AHEAD = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1}
_HALF_DAYS = ("утром", "днем", "вечером", "день")


class NoSuchError(ValueError):
    """A date or a time that does not exist; says which."""


@dataclass(slots=True)
class Draft:
    """What has been read so far; numbers wait for what the rest says they are."""

    days: Days | None = None
    date: tuple[int, int, int | None] | None = None  # day, month, year
    day_of_month: int | None = None
    at: time | None = None
    part: str | None = None
    span: tuple[time | None, time | None] = (None, None)
    since: time | None = None
    until: time | None = None
    numbers: list[int] = field(default_factory=list)
    strays: int = 0


Words = Sequence[str]
# Takes words from the beginning of the rest; how many it has taken, 0 where it is not its turn.
_Rule = Callable[[Draft, Words, date], int]


def gather(words: Words, today: date) -> Draft:
    """Everything the words say. Raises NoSuchError."""
    draft, at = Draft(), 0
    while at < len(words):
        taken = next((taken for rule in _RULES if (taken := rule(draft, words[at:], today))), 0)
        draft.strays += not taken
        at += taken or 1
    return draft


def _joined(draft: Draft, words: Words, _: date) -> int:
    """«15:00», «24.11», «24.11.2026», «10-12»."""
    parts = [int(part) for part in re.split(r"[.:/-]", words[0])] if words[0][0].isdigit() else []
    if not 2 <= len(parts) <= 3 or max(parts) > 9999:
        return 0
    sign = re.sub("[0-9]", "", words[0])[0]
    if len(parts) == 3:
        draft.date = parts[0], parts[1], parts[2] + 2000 * (parts[2] < 100)
    elif sign == "-" and parts[1] not in {0, 15, 30, 45}:
        draft.since, draft.until = time_of(parts[0]), time_of(parts[1])
    elif sign in ":-" or draft.date or draft.days or not 1 <= parts[1] <= 12:
        draft.at = time_of(*parts)
    else:
        draft.date = parts[0], parts[1], None
    return 1


def _dated(draft: Draft, words: Words, _: date) -> int:
    """«24 ноября», «24 ноября 2026 года», «24-го», «24 число»."""
    number = _number(words)
    if number is None or len(words) < 2:
        return 0
    if words[1] in MONTHS or (words[1] == "число" and len(words) > 2 and words[2] in MONTHS):
        taken = 2 if words[1] in MONTHS else 3
        year = _number(words[taken:])
        draft.date = number, MONTHS.index(words[taken - 1]) + 1, year if year and year > 2000 else None
        taken += bool(draft.date[2])
        return taken + (len(words) > taken and words[taken] == "год")
    if words[1] != "число":
        return 0
    draft.day_of_month = number
    return 2


def _timed(draft: Draft, words: Words, _: date) -> int:
    """«15 часов 30 минут», «3 дня», «10 утра», «в три часа», «в час»."""
    hour = HOURS.index(words[0]) + 1 if words[0] in HOURS else _number(words)
    if hour is None:
        return 0
    taken = 1 + (len(words) > 1 and words[1] in {"часов", "час"})
    minutes = _number(words[taken:]) if taken == 2 and words[taken + 1 : taken + 2] == ["минут"] else None
    taken += 2 * (minutes is not None)
    of_half = hour <= 12 and "".join(words[1:2]) in _HALF_DAYS
    if taken == 1 and words[0] not in HOURS and not of_half:
        return 0
    draft.at = time_of(hour, minutes or 0)
    return taken


def _half_past(draft: Draft, words: Words, _: date) -> int:
    """«в половине третьего» is 2:30."""
    if words[0] != "половине" or len(words) < 2 or words[1] not in ORDINALS:
        return 0
    draft.at = time(ORDINALS.index(words[1]) or 12, 30)
    return 2


def _bounded(draft: Draft, words: Words, today: date) -> int:
    """«после обеда», «до обеда», «после 15», «до 12:30»."""
    if words[0] not in {"после", "до"} or len(words) < 2:
        return 0
    if words[1] == "обеда":
        draft.span = (time(13), None) if words[0] == "после" else (None, time(13))
        return 2
    inner = Draft()
    taken = next((taken for rule in (_joined, _timed) if (taken := rule(inner, words[1:], today))), 0)
    number = _number(words[1:])
    bound = inner.at or (time_of(number) if number is not None else None)
    if bound is None:
        return 0
    bound = bound.replace(hour=bound.hour + 12) if 1 <= bound.hour <= 7 else bound
    draft.since, draft.until = (bound, draft.until) if words[0] == "после" else (draft.since, bound)
    return 1 + max(taken, 1)


def _part(draft: Draft, words: Words, _: date) -> int:
    """«утром», «вечером», «в обед», «в полдень»."""
    if words[0] == "полдень":
        draft.at = time(12)
    elif words[0] in _PARTS:
        draft.span, draft.part = _PARTS[words[0]], words[0]
    elif words[0] == "день":
        draft.part = "день"
    else:
        return 0
    return 1


def _ahead(draft: Draft, words: Words, today: date) -> int:
    """«завтра», «через неделю», «через 3 дня», «ближайшее»."""
    if words[0] in _AHEAD:
        return _on(draft, today + _AHEAD[words[0]] * DAY, 1)
    if words[0] == "ближайшее":
        draft.days = draft.days or Days(today, today + _ANY_DAY)
        return 1
    if words[0] != "через":
        return 0
    number = _number(words[1:])
    unit = words[1 + (number is not None) :][:1]
    days = {"неделя": 7, "день": 1 if number is not None else 2}.get(unit[0] if unit else "")
    if days is None or (number or 1) > 400:
        return 0
    return _on(draft, today + (1 if number is None else number) * days * DAY, 2 + (number is not None))


def _weekday(draft: Draft, words: Words, today: date) -> int:
    """«в четверг» is the nearest one after today, «в следующий четверг» that of the next week."""
    taken = int(words[0] in {"следующий", "этот"})
    if words[taken : taken + 1] == [] or words[taken] not in WEEKDAYS:
        return 0
    number = WEEKDAYS.index(words[taken])
    if draft.date or (draft.days and draft.days.first == draft.days.last):
        return taken + 1  # «24 ноября, вторник»: the date has said it
    if words[0] == "следующий" or (draft.days and draft.days.first > today):
        return _on(draft, _monday(today) + (7 + number) * DAY, taken + 1)
    return _on(draft, today + ((number - today.weekday() - 1) % 7 + 1) * DAY, taken + 1)


def _stretch(draft: Draft, words: Words, today: date) -> int:
    """«на следующей неделе», «на этой неделе», «на выходных», «в декабре»."""
    taken, monday = int(words[0] in {"следующий", "этот"}), _monday(today)
    what = words[taken] if len(words) > taken else ""
    monday += 7 * DAY * (words[0] == "следующий")
    if what == "неделя":
        draft.days = _within_week(draft.days, today, monday)
    elif what == "выходные":
        draft.days = Days(max(today, monday + 5 * DAY), monday + 6 * DAY)
    elif what in MONTHS:
        month = MONTHS.index(what) + 1
        year = today.year + (month < today.month)
        after = date(year + month // 12, month % 12 + 1, 1)
        draft.days = Days(max(today, date(year, month, 1)), after - DAY)
    else:
        return 0
    return taken + 1


def _within_week(said: Days | None, today: date, monday: date) -> Days:
    """«в четверг на следующей неделе» is one day of it."""
    if said is None:
        return Days(max(today, monday), monday + 6 * DAY)
    day = monday + said.first.weekday() * DAY
    return Days(day, day)


def _bare(draft: Draft, words: Words, _: date) -> int:
    number = _number(words)
    if number is None:
        return 0
    draft.numbers.append(number)
    return 1


_RULES: tuple[_Rule, ...] = (
    *(_joined, _dated, _timed, _half_past, _bounded),
    *(_part, _ahead, _weekday, _stretch, _bare),
)


def time_of(hour: int, minute: int = 0) -> time:
    """Raises NoSuchError."""
    try:
        return time(hour, minute)
    except ValueError:
        raise NoSuchError("no_such_time") from None


def _on(draft: Draft, day: date, taken: int) -> int:
    draft.days = Days(day, day)
    return taken


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _number(words: Words) -> int | None:
    return int(words[0]) if words and words[0].isascii() and words[0].isdigit() and len(words[0]) <= 4 else None
