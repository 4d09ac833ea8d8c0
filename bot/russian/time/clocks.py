"""Hours of a day: «в половине третьего», «без четверти двенадцать», «с двух до четырёх», «после обеда»."""

from dataclasses import dataclass
from datetime import time

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DayPart

Bounds = tuple[time | None, time | None]

PARTS: dict[str, Bounds] = {  # of a day: from, until
    "MORNING": (None, time(12)),
    "DAYG": (time(12), time(17)),
    "AFTERNOON": (time(12), time(17)),
    "EVENING": (time(17), None),
    "NIGHT": (time(22), None),
    "OBED": (time(12), time(15)),
}
OF_PART: dict[DayPart, Bounds] = {
    DayPart.MORNING: PARTS["MORNING"],
    DayPart.AFTERNOON: PARTS["AFTERNOON"],
    DayPart.EVENING: PARTS["EVENING"],
}
AFTER_LUNCH, BEFORE_LUNCH = (time(13), None), (None, time(13))
_NAMED_HOURS = {"OBED": 13, "NOON": 12, "MORNING": 12, "EVENING": 17}
_AFTERNOON = range(1, 8)  # «в 3» of a person who does not say which: libraries are shut at night
_NIGHT = range(6)
_HOURS = 20
_LATEST_UNSAID = 9  # «с 12 до 9» ends at 21:00, «с 12 до 11» is no span
_EXACT = 10_000  # «03:00»: of the night for sure


@dataclass(frozen=True, slots=True)
class SaidTime:
    """A time as it was said."""

    hour: int
    minute: int = 0
    exact: bool = False
    part: str = ""

    def at(self) -> time:
        """The time of the day that is meant. Raises TimeDoubtError."""
        if not (0 <= self.hour < 24 and 0 <= self.minute < 60):
            raise TimeDoubtError(Doubt.NO_SUCH_TIME)
        return time(self._hour(), self.minute)

    def of(self, part: str) -> "SaidTime":
        """The same in that part of the day, where none was said."""
        return self if self.part or self.exact else SaidTime(self.hour, self.minute, part=part)

    def _hour(self) -> int:
        hour = self.hour
        match self.part:
            case "EVENING":
                if hour == 12:
                    raise TimeDoubtError(Doubt.NO_SUCH_TIME)
                return hour + 12 if 0 < hour < 12 else hour
            case "NIGHT":
                return 0 if hour == 12 else hour + 12 if 9 < hour < 12 else hour
            case "MORNING":
                return hour
            case _:
                return hour + 12 if hour in _AFTERNOON and not self.exact else hour


def clock_of(phrase: Phrase) -> SaidTime:
    """The time of «time», «hour» or a bare number with its part of the day. Raises TimeDoubtError."""
    part = part_of(phrase.part("onehour") or phrase)
    if one := phrase.part("onehour"):
        one.has("HOUR1", "HOURU")
        clock = SaidTime(1)
    elif said := phrase.part("time"):
        clock = _time(said)
    elif dot := phrase.value("DOT"):
        clock = _of_number(dot)
    else:
        inner = phrase.part("hour") or phrase
        inner.has("HOUR")
        clock = SaidTime(inner.numbers()[0])
    return clock.of(part) if part else clock


def part_of(phrase: Phrase) -> str:
    """The part of the day that was said: «утра», «дня»."""
    said = phrase.part("part")
    return said.tokens(*PARTS)[0].kind if said else ""


def _time(said: Phrase) -> SaidTime:
    number, numbers = said.value("CLOCK"), said.numbers()
    said.has("HOUR", "MINUTE", "V")
    if number is not None:
        return _of_number(number)
    if said.has("NOON"):
        return SaidTime(12)
    if said.has("WITHOUT"):
        return _before_the_hour(said, numbers)
    if said.has("HOUR1"):
        return SaidTime(1, numbers[0])
    ordinal = said.value("ORD", "ORDW")
    if ordinal is not None:  # «половина третьего», «двадцать минут четвёртого»
        if numbers and numbers[0] <= _HOURS and not said.tokens("MINUTE"):  # «в десять десятого»: the hour and the day?
            raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
        minute = 30 if said.has("HALF", "HALFOF") else 15 if said.has("CHETVERT") else numbers[0]
        if not 1 <= ordinal <= 12:
            raise TimeDoubtError(Doubt.NO_SUCH_TIME)
        return SaidTime(ordinal - 1 or 12, minute)
    return SaidTime(numbers[0], numbers[1] if numbers[1:] else 0)


def _before_the_hour(said: Phrase, numbers: list[int]) -> SaidTime:
    minutes = 15 if said.has("CHETVERT") else numbers.pop(0)
    hour = 1 if said.has("HOUR1") else numbers[0]
    return SaidTime(hour - 1 or 12, 60 - minutes)


def _of_number(number: int) -> SaidTime:
    exact, rest = divmod(number, _EXACT)
    return SaidTime(rest // 100, rest % 100, exact=bool(exact))


def bound_of(phrase: Phrase, *, is_end: bool = False) -> SaidTime | None:
    """One end of a span; None for «до закрытия», which has none. Raises TimeDoubtError."""
    if phrase.has("CLOSING", "END", "DAYG", "WORKING"):
        return None
    if phrase.has("MIDNIGHT"):
        if not is_end:  # «с полуночи»: of which of the two days?
            raise TimeDoubtError(Doubt.AMBIGUOUS, phrase.words())
        return None
    if named := phrase.tokens(*_NAMED_HOURS):
        if named[0].kind == "MORNING" and is_end:  # «до утра»
            raise TimeDoubtError(Doubt.AMBIGUOUS, phrase.words())
        if named[0].kind == "MORNING":  # «с утра до 12»: from the beginning on
            return None
        return SaidTime(_NAMED_HOURS[named[0].kind])
    if not phrase.part("time", "hour"):  # «с часу до трёх»
        phrase.has("HOUR1", "HOURU", "HOUR")
        return SaidTime(1, part=part_of(phrase))
    return clock_of(phrase)


def span_of(phrase: Phrase) -> Bounds:
    """«с двух до четырёх», «между 11 и 13»: the half of the day is that of the other end. Raises TimeDoubtError."""
    phrase.has("FROM", "TO", "DASH", "THROUGH", "BETWEEN", "AND", "COMMA", "HOUR", "V")
    begin, end = phrase.parts("bound")
    first, last = bound_of(begin), bound_of(end, is_end=True)
    if first and last and last.part in {"EVENING", "MORNING"}:
        first = first.of(last.part)
    since, until = first.at() if first else None, last.at() if last else None
    if first and last and since and until and since >= until and not first.part and since.hour - 12 == first.hour:
        since = time(first.hour, first.minute)  # «с 7 до 9»
    if since and until and last and since >= until and last.hour <= _LATEST_UNSAID and not (last.part or last.exact):
        until = time(last.hour + 12, last.minute)  # «с девяти до шести»
    if since and until and since >= until:
        raise TimeDoubtError(Doubt.ORDER)
    return since, until


def daypart_of(phrase: Phrase) -> tuple[str, Bounds]:
    """The name of a part of the day and its bounds. Raises TimeDoubtError."""
    if all(token.kind == "DAYG" for one in phrase.parts("part") for token in one.node.leaves()) and phrase.part("part"):
        raise TimeDoubtError(Doubt.UNREAD, phrase.words())  # «дня» with no hour before it: «для дня села»
    phrase.has("V", "NA", "TOWARD", "HALFOF", "HALF", "DAYG")
    half = phrase.value("ORD", "ORDW")
    if half is not None:
        if half not in {1, 2}:
            raise TimeDoubtError(Doubt.NO_SUCH_TIME)
        return ("MORNING", PARTS["MORNING"]) if half == 1 else ("AFTER", AFTER_LUNCH)
    if phrase.has("OBED"):
        if phrase.has("AFTER"):
            return "AFTER", AFTER_LUNCH
        return ("BEFORE", BEFORE_LUNCH) if phrase.has("TO") else ("OBED", PARTS["OBED"])
    if phrase.has("FROM"):
        phrase.has("MORNING")
        return "MORNING", PARTS["MORNING"]
    part = part_of(phrase)
    return part, PARTS[part]
