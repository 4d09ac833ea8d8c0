"""Words about a day or several: «24 ноября», «в четверг», «на следующей неделе»."""

from datetime import date, timedelta

from bot.booking.time_words import MONTHS, WEEKDAYS
from bot.booking.timetable import DAY, Days
from bot.booking.typed_draft import Draft, Words, number_of

_ANY_DAY = timedelta(days=366)  # «ближайшее», «любое»
_LONG = {"неделя": 7, "месяц": 30, "полгода": 182, "год": 365}
_AHEAD = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1}


def dated(draft: Draft, words: Words, _: date) -> int:
    """«24 ноября», «24 ноября 2026 года», «24-го», «24 число»."""
    number = number_of(words)
    if number is None or len(words) < 2:
        return 0
    if words[1] in MONTHS or (words[1] == "число" and len(words) > 2 and words[2] in MONTHS):
        taken = 2 if words[1] in MONTHS else 3
        year = number_of(words[taken:])
        draft.date = number, MONTHS.index(words[taken - 1]) + 1, year if year and year > 2000 else None
        taken += bool(draft.date[2])
        return taken + (len(words) > taken and words[taken] == "год")
    if words[1] != "число":
        return 0
    draft.day_of_month = number
    return 2


def ahead(draft: Draft, words: Words, today: date) -> int:
    """«завтра», «через неделю», «через 3 дня», «через год», «ближайшее»."""
    if words[0] in _AHEAD:
        return _on(draft, today + _AHEAD[words[0]] * DAY, 1)
    if words[0] == "ближайшее":
        draft.days = draft.days or Days(today, today + _ANY_DAY)
        return 1
    if words[0] != "через":
        return 0
    number = number_of(words[1:])
    unit = words[1 + (number is not None) :][:1]
    days = {**_LONG, "день": 1 if number is not None else 2}.get(unit[0] if unit else "")
    if days is None or (number or 1) > 400:
        return 0
    return _on(draft, today + (1 if number is None else number) * days * DAY, 2 + (number is not None))


def weekday(draft: Draft, words: Words, today: date) -> int:
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


def stretch(draft: Draft, words: Words, today: date) -> int:
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


def _on(draft: Draft, day: date, taken: int) -> int:
    draft.days = Days(day, day)
    return taken


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
