"""Opening and closing times: «9-18», «с 9 утра до 6 вечера», «10 ч - 18 ч», «до 17»."""

from itertools import pairwise

from bot.russian.time.clocks import part_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.hour_pairs import pair_of
from bot.russian.time.hours_of_work.timetable import Span

_HOUR, _DAY = 60, 24 * 60
WHOLE_DAY = (0, _DAY)
_EXACT = 10_000
_AFTERNOON = range(1, 6)  # a library opens at none of these in the morning
_EARLIEST = 6 * _HOUR  # who opens earlier has told another hour than was meant
_BARE = {"N9", "N59", "HOUR", "HALF", "HALFOF", "ORD", "ORDW", "WITHOUT", "CHETVERT"}
_LATE = {"DAYG", "AFTERNOON", "EVENING"}


def spans_of(said: Phrase | None, start_before: int | None) -> tuple[Span, ...]:
    """All spans; the beginning that was not said is that of the line before. Raises TimeDoubtError."""
    if said is None:
        return ()
    said.has("AFTER", "OBED")  # «до обеда 9-13, после обеда 14-17»
    found = tuple(_span(span, start_before) for span in ([said] if said.name == "hto" else said.parts("hspan")))
    if any(before[1] > after[0] for before, after in pairwise(found)):
        raise TimeDoubtError(Doubt.ORDER, said.words())
    return found


def _span(said: Phrase, start_before: int | None) -> Span:
    if said.has("ROUNDCLOCK"):
        return WHOLE_DAY
    if pair := said.part("hpair"):
        return pair_of(pair)
    said.has("OPENS", "CLOSES")
    hours = said.parts("hclock", "hdot", "hone")
    start = clock_minutes(hours[0]) if len(hours) == 2 else start_before
    if start is None:
        raise TimeDoubtError(Doubt.NO_START, said.words())
    end = clock_minutes(hours[-1], is_end=True)
    if daytime := said.part("daytime"):
        return _within(daytime, start, end)
    start, end = _in_the_afternoon(hours, start, end)
    if (start, end) == WHOLE_DAY:
        return start, end
    if start >= end:
        raise TimeDoubtError(Doubt.ORDER, said.words())
    if start < _EARLIEST:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return start, end


def _in_the_afternoon(hours: list[Phrase], start: int, end: int) -> Span:
    """«с двух до пяти», «с двух до шести вечера», «с девяти до шести»: who leaves out «дня» means no night."""
    if len(hours) == 2 and start // _HOUR in _AFTERNOON and _is_bare(hours[0]):
        if start < end <= 8 * _HOUR and _is_bare(hours[1]):
            return start + 12 * _HOUR, end + 12 * _HOUR
        start += 12 * _HOUR if start < 5 * _HOUR and start + 12 * _HOUR < end else 0  # «с 5 до 20» may be either
    latest = 9 if start <= 13 * _HOUR else 7
    if end <= start and end <= latest * _HOUR and _is_bare(hours[-1]):
        end += 12 * _HOUR
    return start, end


def _within(daytime: Phrase, start: int, end: int) -> Span:
    """«вечером с 6 до 8», «утром с 9 до 12»; raises TimeDoubtError where the hours are of another part of the day."""
    is_morning = daytime.has("MORNING")
    least, most = (_EARLIEST, 13 * _HOUR) if is_morning else (12 * _HOUR, _DAY)
    if daytime.has("AFTERNOON", "EVENING") and end <= 12 * _HOUR:
        start, end = start + 12 * _HOUR, end + 12 * _HOUR
    if not least <= start < end <= most:
        raise TimeDoubtError(Doubt.ORDER, daytime.words())
    return start, end


def _is_bare(hour: Phrase) -> bool:
    """An hour without figures for its minutes and without a part of the day."""
    return {token.kind for token in hour.node.leaves()} <= _BARE


def clock_minutes(said: Phrase, *, is_end: bool = False) -> int:
    """Minutes of the day; midnight is 24:00 where something ends. Raises TimeDoubtError."""
    said.has("HOUR", "HOUR1", "MINUTE")
    part = part_of(said)
    if said.has("NOON", "MIDNIGHT"):
        return _named(said, is_end=is_end)
    if said.name == "hone":
        return _one_o_clock(said, part)
    if (spoken := _spoken(said)) is not None:
        return spoken
    hour, minute = _figures(said)
    if part in _LATE and hour < 12:
        hour += 12
    if is_end and (hour, minute) == (0, 0):
        hour = 24
    if minute > 59 or hour * _HOUR + minute > _DAY:
        raise TimeDoubtError(Doubt.NO_SUCH_TIME, said.words())
    return hour * _HOUR + minute


def _named(said: Phrase, *, is_end: bool) -> int:
    """«полдень», «до полуночи»; raises TimeDoubtError where something begins at midnight, of one of two days."""
    if said.has("NOON"):
        return 12 * _HOUR
    if not is_end:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return _DAY


def _figures(said: Phrase) -> tuple[int, int]:
    """Hour and minute: «9:30», «9 30», «930», «9»."""
    if (dotted := said.value("CLOCK", "DOT")) is not None:
        return divmod(dotted % _EXACT, 100)
    hour, *minutes = said.numbers()
    if hour > 99 and not minutes:
        return divmod(hour, 100)
    return hour, minutes[0] if minutes else 0


def _one_o_clock(said: Phrase, part: str) -> int:
    """«до часу», «в час дня»; raises TimeDoubtError at night."""
    said.has("HOUR1", "HOURU", "HOUR")
    if part and part not in _LATE:
        raise TimeDoubtError(Doubt.NO_SUCH_TIME, said.words())
    return 13 * _HOUR


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
