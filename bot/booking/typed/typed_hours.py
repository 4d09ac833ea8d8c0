"""Words about an hour or a part of the day: «в три часа», «после обеда», «10-12»."""

import re
from datetime import date, time

from bot.booking.typed.typed_days import date_said
from bot.booking.typed.typed_draft import NoSuchError, TimeDraft, Words, number_of, time_of
from bot.russian.calendar_words import MONTHS
from bot.russian.numerals import ORDINAL

_PARTS = {  # of a day: from, until
    "утром": (None, time(12)),
    "днем": (time(12), time(17)),
    "вечером": (time(17), None),
    "обеда": (time(12), time(15)),
}
_HALF_DAYS = ("утром", "днем", "вечером", "день")
_AFTERNOON = range(1, 8)  # «с 2 до 4»: libraries are shut at night
_OF_A_DAY = {*MONTHS, "число"}
_CLOCK = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?")
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2}\.(?:0?[1-9]|1[0-2])")
_QUARTERS = ("00", "30", "45")  # after a dash these are minutes; «10-15» may be either and is asked about


def joined(draft: TimeDraft, words: Words, today: date) -> int:
    """«15:00», «24.11», «24.11.2026», «10-12», «10:00-12:30»."""
    if re.fullmatch(r"[0-9]+(?:[.:/][0-9]+)+", words[0]) is None:
        return _dashed(draft, words)
    parts = [int(part) for part in re.split("[.:/]", words[0])]
    if not 2 <= len(parts) <= 3 or max(parts) > 9999:
        return 0
    if len(parts) == 3:
        return _on_date(draft, parts[0], parts[1], parts[2] + 2000 * (parts[2] < 100), today)
    if ":" in words[0] or not 1 <= parts[1] <= 12:
        draft.put_time(time_of(*parts))
        draft.exact = words[0].startswith("0")
        return 1
    return _on_date(draft, parts[0], parts[1], None, today)


def timed(draft: TimeDraft, words: Words, _: date) -> int:
    """«15 часов 30 минут», «3 дня», «10 утра», «в 3 часа», «в час»."""
    hour = 1 if words[0] == "час" else number_of(words)
    if hour is None:
        return 0
    taken = 1 + (len(words) > 1 and words[1] in {"часов", "час"})
    minutes = number_of(words[taken:]) if taken == 2 and words[taken + 1 : taken + 2] == ["минут"] else None
    taken += 2 * (minutes is not None)
    of_half = hour <= 12 and "".join(words[1:2]) in _HALF_DAYS
    if taken == 1 and words[0] != "час" and not of_half:
        return 0
    draft.put_time(time_of(hour, minutes or 0))
    return taken


def half_past(draft: TimeDraft, words: Words, _: date) -> int:
    """«в половине третьего» is 2:30."""
    hour = words[1].removesuffix(ORDINAL) if len(words) > 1 and words[1].endswith(ORDINAL) else ""
    if words[0] != "половине" or not hour.isdigit() or not 1 <= int(hour) <= 12:
        return 0
    draft.put_time(time(int(hour) - 1 or 12, 30))
    return 2


def since(draft: TimeDraft, words: Words, _: date) -> int:
    """«с 14», «с 10:30», «с утра»; «с 10 декабря» is a day from which on, and not read here."""
    if words[0] != "с" or len(words) < 2:
        return 0
    if words[1] in _PARTS:
        return 1
    bound, taken = _bound(words[1:])
    if bound:
        draft.put_bounds(bound, None)
    return 1 + taken if bound else 0


def bounded(draft: TimeDraft, words: Words, _: date) -> int:
    """«после обеда», «до обеда», «после 15», «до 12:30»."""
    if words[0] not in {"после", "до"} or len(words) < 2:
        return 0
    if words[1] == "обеда":
        draft.span = (time(13), None) if words[0] == "после" else (None, time(13))
        return 2
    bound, taken = _bound(words[1:])
    if bound is None:
        return 0
    draft.put_bounds(*((bound, None) if words[0] == "после" else (None, bound)))
    return 1 + taken


def part_of_day(draft: TimeDraft, words: Words, _: date) -> int:
    """«утром», «вечером», «в обед», «в полдень»."""
    if words[0] == "полдень":
        draft.put_time(time(12))
    elif words[0] in _PARTS:
        if draft.part not in {None, words[0]}:
            raise NoSuchError("several_times")
        draft.span, draft.part = _PARTS[words[0]], words[0]
    elif words[0] == "день":
        draft.part = "день"
    else:
        return 0
    return 1


def _dashed(draft: TimeDraft, words: Words) -> int:
    """«10-12», «14-30», «10:00-12:00»; the first of «1-5 декабря» is no hour."""
    ends = words[0].split("-")
    if len(ends) != 2 or not all(map(_CLOCK.fullmatch, ends)) or (words[1:2] and words[1] in _OF_A_DAY):
        return 0
    if all(map(_DAY_AND_MONTH.fullmatch, ends)):  # «10.12-12.12»
        return 0
    if ends[1] in _QUARTERS and len(ends[0]) <= 2:
        draft.put_time(time_of(int(ends[0]), int(ends[1])))
        return 1
    if ends[1] == "15" and len(ends[0]) <= 2:
        return 0
    first, last = (time_of(*map(int, re.split("[:.]", end))) for end in ends)
    draft.put_bounds(_of_day(first, ends[0]), _of_day(last, ends[1]))
    return 1


def _bound(words: Words) -> tuple[time | None, int]:
    """The hour that the words begin with, and how many words it takes."""
    taken = 1 + (words[1:2] == ["часов"])
    if words[0] == "час":
        return time(13), 1
    if words[taken : taken + 1] and words[taken] in _OF_A_DAY:
        return None, 0
    number = number_of(words)
    if number is not None:
        half = words[taken] if words[taken : taken + 1] and words[taken] in _HALF_DAYS else ""
        hour = number + 12 * (half in {"день", "днем", "вечером"} and 0 < number < 12)
        return _of_day(time_of(hour), "" if not half else "00"), taken + bool(half)
    if ":" in words[0] or re.fullmatch(r"[0-9]{1,2}(?:\.(?:00|1[3-9]|[2-5][0-9])|-(?:00|30|45))", words[0]):
        said = re.split("[:.-]", words[0])
        return (_of_day(time_of(*map(int, said)), words[0]), 1) if len(said) == 2 else (None, 0)
    return None, 0


def _of_day(at: time, said: str) -> time:
    """Reads a bare hour as one of the day: «2» is of the afternoon, «02:00» is not."""
    return at.replace(hour=at.hour + 12) if at.hour in _AFTERNOON and not said.startswith("0") else at


def _on_date(draft: TimeDraft, day: int, month: int, year: int | None, today: date) -> int:
    draft.dates.append(date_said(day, month, year, today))
    draft.written = True
    return 1
