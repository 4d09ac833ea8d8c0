"""The day and the hour that are wished, out of all times that a message names."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from bot.russian.time.values import FAR, TimeWish
from bot.understanding.acts import DayPart
from bot.understanding.extractors.times import SpokenTime

_NOON, _AFTER_LUNCH, _EVENING = time(12), time(13), time(16)
_LONGEST_STRETCH = timedelta(days=92)
_LONGEST_CHOICE = 2  # days of which the first may be taken: «на выходных»


def when(times: Sequence[SpokenTime]) -> dict[str, Any]:
    """The day and the hour, or the part of the day, that is wished; of a choice of days the first and the last."""
    found: dict[str, Any] = {}
    for said in times:
        if not said.is_left and isinstance(said.wish, TimeWish):
            for name, value in _of_wish(said.wish).items():
                found.setdefault(name, value)
    return found


def left_day(times: Sequence[SpokenTime]) -> date | None:
    """The day that is left: «снимите с четверга»."""
    days = (said.wish.days for said in times if isinstance(said.wish, TimeWish) and said.wish.days)
    return next((one.first for one in days if one.last in {FAR, one.first}), None)


def _of_wish(wish: TimeWish) -> dict[str, Any]:
    return {**_day_of(wish), **_hour_of(wish)}


def _day_of(wish: TimeWish) -> dict[str, Any]:
    if wish.day:
        return {"day": wish.day}
    if not wish.days or wish.days.last == FAR:
        return {}
    first, last = wish.days.first, wish.days.last
    if last - first > _LONGEST_STRETCH:
        return {}  # «с утра пораньше» names no day
    return {"dates": (first, last)} | ({"day": first} if (last - first).days < _LONGEST_CHOICE else {})


def _hour_of(wish: TimeWish) -> dict[str, Any]:
    if wish.at:
        return {"at": wish.at}
    if not (wish.since or wish.until):
        return {}
    return {"part": part_of_day(wish.since, wish.until), "from_": wish.since, "to": wish.until}


def part_of_day(since: time | None, until: time | None) -> DayPart | None:
    """The part that lies between two hours."""
    if until and until <= _AFTER_LUNCH and not (since and since >= _NOON):
        return DayPart.MORNING
    if since and since >= _EVENING:
        return DayPart.EVENING
    return DayPart.AFTERNOON if since and since >= _NOON else None
