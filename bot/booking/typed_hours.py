"""Words about an hour or a part of the day: «в три часа», «после обеда», «10-12»."""

import re
from datetime import date, time

from bot.booking.time_words import HOURS, ORDINALS
from bot.booking.typed_draft import Draft, Words, number_of, time_of

_PARTS = {  # of a day: from, until
    "утром": (None, time(12)),
    "днем": (time(12), time(17)),
    "вечером": (time(17), None),
    "обеда": (time(12), time(15)),
}
_HALF_DAYS = ("утром", "днем", "вечером", "день")


def joined(draft: Draft, words: Words, _: date) -> int:
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


def timed(draft: Draft, words: Words, _: date) -> int:
    """«15 часов 30 минут», «3 дня», «10 утра», «в три часа», «в час»."""
    hour = HOURS.index(words[0]) + 1 if words[0] in HOURS else number_of(words)
    if hour is None:
        return 0
    taken = 1 + (len(words) > 1 and words[1] in {"часов", "час"})
    minutes = number_of(words[taken:]) if taken == 2 and words[taken + 1 : taken + 2] == ["минут"] else None
    taken += 2 * (minutes is not None)
    of_half = hour <= 12 and "".join(words[1:2]) in _HALF_DAYS
    if taken == 1 and words[0] not in HOURS and not of_half:
        return 0
    draft.at = time_of(hour, minutes or 0)
    return taken


def half_past(draft: Draft, words: Words, _: date) -> int:
    """«в половине третьего» is 2:30."""
    if words[0] != "половине" or len(words) < 2 or words[1] not in ORDINALS:
        return 0
    draft.at = time(ORDINALS.index(words[1]) or 12, 30)
    return 2


def bounded(draft: Draft, words: Words, today: date) -> int:
    """«после обеда», «до обеда», «после 15», «до 12:30»."""
    if words[0] not in {"после", "до"} or len(words) < 2:
        return 0
    if words[1] == "обеда":
        draft.span = (time(13), None) if words[0] == "после" else (None, time(13))
        return 2
    inner = Draft()
    taken = next((taken for rule in (joined, timed) if (taken := rule(inner, words[1:], today))), 0)
    number = number_of(words[1:])
    bound = inner.at or (time_of(number) if number is not None else None)
    if bound is None:
        return 0
    bound = bound.replace(hour=bound.hour + 12) if 1 <= bound.hour <= 7 else bound
    draft.since, draft.until = (bound, draft.until) if words[0] == "после" else (draft.since, bound)
    return 1 + max(taken, 1)


def part_of_day(draft: Draft, words: Words, _: date) -> int:
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
