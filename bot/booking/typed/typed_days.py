"""Words about a day or several: «24 ноября», «в четверг», «на следующей неделе»."""

from datetime import date, timedelta

from bot.booking.slots import DAY, BookableDays
from bot.booking.typed.typed_draft import NoSuchError, TimeDraft, Weekday, Words, number_of
from bot.russian.calendar_words import MONTHS, WEEKDAYS
from bot.russian.numerals import ORDINAL

JUST_PASSED = timedelta(days=90)  # «20 ноября» said on the 24th has passed; said in May it is half a year ahead
_LONG = {"неделя": 7, "месяц": 30, "полгода": 182, "год": 365}
_AHEAD = {"сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1}


def dated(draft: TimeDraft, words: Words, today: date) -> int:
    """«24 ноября», «24 ноября 2026 года», «24-го», «24 число», «двадцать четвёртого»."""
    number, ordinal = _day_number(words)
    if number is None:
        return 0
    taken = 1 + (words[1:2] == ["число"])
    if len(words) > taken and words[taken] in MONTHS:
        month = MONTHS.index(words[taken]) + 1
        year = number_of(words[taken + 1 :])
        said_year = year if year and year > 2000 else None
        taken += 1 + bool(said_year)
        draft.dates.append(date_said(number, month, said_year, today))
        draft.written = True
        return taken + (len(words) > taken and words[taken] == "год")
    if not ordinal and taken == 1:
        return 0
    draft.dates.append(next_such_day(number, today))
    return taken


def ahead(draft: TimeDraft, words: Words, today: date) -> int:
    """«завтра», «через неделю», «через 3 дня», «через год»."""
    if words[0] in _AHEAD:
        draft.dates.append(today + _AHEAD[words[0]] * DAY)
        return 1
    if words[0] != "через":
        return 0
    number = number_of(words[1:])
    unit = words[1 + (number is not None) :][:1]
    days = {**_LONG, "день": 1 if number is not None else 2}.get(unit[0] if unit else "")
    if days is None or (number or 1) > 400:
        return 0
    draft.dates.append(today + (1 if number is None else number) * days * DAY)
    return 2 + (number is not None)


def soonest(draft: TimeDraft, words: Words, _: date) -> int:
    """«ближайшее», «как можно скорее», «пораньше»."""
    if words[0] not in {"ближайшее", "раньше"}:
        return 0
    draft.sooner |= words[0] == "раньше"
    return 1


def weekday(draft: TimeDraft, words: Words, _: date) -> int:
    """«в четверг» is the nearest one after today, «в следующий четверг» that of the next week."""
    taken = int(words[0] in {"следующий", "этот"})
    if len(words) <= taken or words[taken] not in WEEKDAYS:
        return 0
    draft.weekdays.append(Weekday(WEEKDAYS.index(words[taken]), following=words[0] == "следующий"))
    return taken + 1


def stretch(draft: TimeDraft, words: Words, today: date) -> int:
    """«на следующей неделе», «на этой неделе», «на выходных», «в декабре»."""
    taken, monday = int(words[0] in {"следующий", "этот"}), _monday(today)
    what = words[taken] if len(words) > taken else ""
    monday += 7 * DAY * (words[0] == "следующий")
    if what == "неделя" and taken:
        draft.stretches.append(BookableDays(max(today, monday), monday + 6 * DAY))
        draft.within_week = True
    elif what == "выходные":
        draft.stretches.append(BookableDays(max(today, monday + 5 * DAY), monday + 6 * DAY))
    elif what in MONTHS and not taken:
        year = number_of(words[1:])
        said_year = year if year and year > 2000 else None
        draft.stretches.append(_month(MONTHS.index(what) + 1, said_year, today))
        return 1 + bool(said_year) + (words[2:3] == ["год"] and bool(said_year))
    else:
        return 0
    return taken + 1


def settled_days(draft: TimeDraft, today: date) -> BookableDays | None:
    """The days that all the words together mean. Raises NoSuchError where they do not go together."""
    if len(set(draft.dates)) > 1:
        raise NoSuchError("several_days", sorted(set(draft.dates)))
    if len(set(draft.weekdays)) > 1:
        raise NoSuchError("several_days", [_on_weekday(one, today) for one in dict.fromkeys(draft.weekdays)])
    if len(set(draft.stretches)) > 1:
        raise NoSuchError("several_days")
    return _together(draft, today)


def _together(draft: TimeDraft, today: date) -> BookableDays | None:
    whole = draft.stretches[0] if draft.stretches else None
    if draft.dates:
        day = draft.dates[0]
        if draft.weekdays and draft.weekdays[0].number != day.weekday():
            other = _on_weekday(draft.weekdays[0], today)
            raise NoSuchError("other_weekday", [day]) if draft.written else NoSuchError("several_days", [day, other])
        if whole and not whole.first <= day <= whole.last:
            raise NoSuchError("several_days")
        return BookableDays(day, day)
    if not draft.weekdays:
        return whole
    named = draft.weekdays[0]
    day = _on_weekday(named, today)
    if whole and draft.within_week:
        day = _monday(whole.last) + named.number * DAY
    elif whole and not whole.first <= day <= whole.last:
        raise NoSuchError("several_days")
    return BookableDays(day, day)


def date_said(day: int, month: int, year: int | None, today: date) -> date:
    """The day of a date; the year that was not said is this one, or the next where it lies far behind.

    Raises NoSuchError.
    """
    years = [year] if year else [today.year, today.year + 1]
    found = [made for one in years if (made := _date(one, month, day))]
    if not found:
        raise NoSuchError("no_such_date")
    if year is None and found[0] < today - JUST_PASSED and len(found) > 1:
        return found[1]
    return found[0]


def next_such_day(day: int, today: date) -> date:
    """The next day of a month with that number. Raises NoSuchError."""
    for months_ahead in range(3):
        months = today.month - 1 + months_ahead
        made = _date(today.year + months // 12, months % 12 + 1, day)
        if made and made >= today:
            return made
    raise NoSuchError("no_such_date")


def _day_number(words: Words) -> tuple[int | None, bool]:
    if words[0].endswith(ORDINAL) and words[0][0].isdigit():
        return int(words[0].removesuffix(ORDINAL)[:4]), True
    return number_of(words), False


def _month(month: int, year: int | None, today: date) -> BookableDays:
    year = min(year or today.year + (month < today.month), date.max.year - 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return BookableDays(max(today, date(year, month, 1)), after - DAY)


def _on_weekday(named: Weekday, today: date) -> date:
    if named.following:
        return _monday(today) + (7 + named.number) * DAY
    return today + ((named.number - today.weekday() - 1) % 7 + 1) * DAY


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
