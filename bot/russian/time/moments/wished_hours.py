"""The hours of a visit or a closure, and what bare numbers mean beside them."""

from datetime import date, time

from bot.russian.time.clocks import PARTS, SaidTime
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.moments.said import Said
from bot.russian.time.values import Days, Stretch

_LATE_PARTS = frozenset(("AFTERNOON", "DAYG", "EVENING"))  # where a day ends and an evening begins nobody knows


def refuse_numbers(said: Said, *, is_day_known: bool) -> None:
    """«со 2 по 4» may be days or hours. Raises TimeDoubtError."""
    if said.day_numbers and not is_day_known:
        raise TimeDoubtError(Doubt.AMBIGUOUS)
    if said.day_numbers and not said.until:  # «завтра с 2 по 31»
        raise TimeDoubtError(Doubt.NO_SUCH_TIME)


def with_numbers(said: Said, days: Days | None, chosen: date | None) -> Days | None:
    """The days; of bare numbers one is the hour of a known day, or else a day of the month. Raises TimeDoubtError."""
    if not said.numbers:
        return days
    (number, after_day), *others = said.numbers
    if others:
        raise TimeDoubtError(Doubt.UNREAD, " ".join(str(number) for number, _ in said.numbers))
    of_part = bool(said.part) and number <= 12
    if said.at or said.since or said.until:
        if days is not None or chosen:
            raise TimeDoubtError(Doubt.SEVERAL_TIMES)
        return _on(said, number)
    if after_day or of_part or (chosen is not None and days is None):
        said.put_at(SaidTime(number))
        return days
    if days is None and chosen is None:
        return _on(said, number)
    raise TimeDoubtError(Doubt.UNREAD, str(number))


def _on(said: Said, number: int) -> Days:
    return Days((Stretch.of(said.calendar.day_of_month(number)),))


def hours_of(said: Said) -> tuple[time | None, time | None, time | None]:
    """The hour, or from and until when. Raises TimeDoubtError."""
    part = said.part if said.part in PARTS else ""
    at = said.at.of("" if part == "OBED" else part).at() if said.at else None
    since, until = said.since, said.until
    if at and until and not since:  # «14 до 16»
        at, since = None, at
    if at and (since or until or not _is_within(at, said)):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if since and until and since >= until and not said.is_range:
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    if at:
        return at, None, None
    return None, since or said.bounds[0], until or said.bounds[1]


def _is_within(at: time, said: Said) -> bool:
    """«после обеда в 10» is one of the two."""
    since, until = said.bounds
    late = said.part in _LATE_PARTS
    return late or ((since is None or since <= at) and (until is None or at < until))
