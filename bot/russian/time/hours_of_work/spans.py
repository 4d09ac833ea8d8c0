"""Opening and closing times: «9-18», «с 9 утра до 6 вечера», «10 ч - 18 ч», «до 17»."""

from itertools import pairwise

from bot.russian.time.clocks import part_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import Span

_HOUR, _DAY = 60, 24 * 60
_EXACT = 10_000
_AFTERNOON = range(1, 6)  # a library opens at none of these in the morning
_BARE = {"N9", "N59", "HOUR", "HALF", "HALFOF", "ORD", "ORDW", "WITHOUT", "CHETVERT"}
_LATE = {"DAYG", "AFTERNOON", "EVENING"}


def spans_of(said: Phrase | None, start_before: int | None) -> tuple[Span, ...]:
    """All spans; the beginning that was not said is that of the line before. Raises TimeDoubtError."""
    if said is None:
        return ()
    found = tuple(_span(span, start_before) for span in ([said] if said.name == "hto" else said.parts("hspan")))
    if any(before[1] > after[0] for before, after in pairwise(found)):
        raise TimeDoubtError(Doubt.ORDER, said.words())
    return found


def _span(said: Phrase, start_before: int | None) -> Span:
    if said.has("ROUNDCLOCK"):
        raise TimeDoubtError(Doubt.AROUND_THE_CLOCK, said.words())
    hours = said.parts("hclock", "hdot", "hone")
    start = clock_minutes(hours[0]) if len(hours) == 2 else start_before
    if start is None:
        raise TimeDoubtError(Doubt.NO_START, said.words())
    end = clock_minutes(hours[-1], is_end=True)
    if len(hours) == 2 and start < end <= 8 * _HOUR and start // _HOUR in _AFTERNOON and all(map(_is_bare, hours)):
        start, end = start + 12 * _HOUR, end + 12 * _HOUR  # «с двух до пяти»
    latest = 9 if start <= 13 * _HOUR else 7
    if end <= start and end <= latest * _HOUR and _is_bare(hours[-1]):  # «с девяти до шести»
        end += 12 * _HOUR
    if (start, end) == (0, _DAY):
        raise TimeDoubtError(Doubt.AROUND_THE_CLOCK, said.words())
    if start >= end:
        raise TimeDoubtError(Doubt.ORDER, said.words())
    return start, end


def _is_bare(hour: Phrase) -> bool:
    """An hour without figures for its minutes and without a part of the day."""
    return {token.kind for token in hour.node.leaves()} <= _BARE


def clock_minutes(said: Phrase, *, is_end: bool = False) -> int:
    """Minutes of the day; midnight is 24:00 where something ends. Raises TimeDoubtError."""
    said.has("HOUR", "HOUR1", "MINUTE")
    part = part_of(said)
    if said.has("NOON"):
        return 12 * _HOUR
    if said.name == "hone":
        said.has("HOUR1", "HOURU", "HOUR")
        return 13 * _HOUR
    if (spoken := _spoken(said)) is not None:
        return spoken
    dotted = said.value("CLOCK", "DOT")
    numbers = said.numbers()
    hour, minute = (
        divmod(dotted % _EXACT, 100) if dotted is not None else (numbers[0], numbers[1] if numbers[1:] else 0)
    )
    if part in _LATE and hour < 12:
        hour += 12
    if is_end and (hour, minute) == (0, 0):
        hour = 24
    if minute > 59 or hour * _HOUR + minute > _DAY:
        raise TimeDoubtError(Doubt.NO_SUCH_TIME, said.words())
    return hour * _HOUR + minute


def _spoken(said: Phrase) -> int | None:
    """«полседьмого», «без четверти два»; None of other hours. Raises TimeDoubtError."""
    hour, minutes = said.value("ORD", "ORDW"), 30
    if said.has("WITHOUT"):
        *before, hour = said.numbers()
        minutes = 15 if said.has("CHETVERT") else before[0]
    if hour is None:
        return None
    said.has("HALF", "HALFOF")
    if not (1 <= hour <= 12 and 0 < minutes < _HOUR):
        raise TimeDoubtError(Doubt.NO_SUCH_TIME, said.words())
    return (hour - 1 or 12) * _HOUR + _HOUR - minutes
