"""The words of typed hours, each with what it means; whatever is not known stops the reading."""

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.russian.calendar_words import MONTH_FORMS, WEEKDAY_FORMS, WEEKLY_FORMS
from bot.russian.spelling import evened

MINUTES_A_DAY = 24 * 60


class HoursDoubt(StrEnum):
    """Why typed hours are not understood."""

    WORD = auto()  # an unknown word, or known ones in a strange order
    TIME = auto()  # «25:00»
    ORDER = auto()  # the end is not after the start, or stretches overlap
    DATE = auto()  # «31 февраля»
    TWICE = auto()  # two different hours for one day
    NO_DAYS = auto()  # hours without days
    NO_HOURS = auto()  # a season without hours
    LUNCH = auto()  # a lunch outside the hours
    SHORT_SEASON = auto()  # a few days: what an announcement is for
    NEVER = auto()  # never open
    WHOLE = auto()  # cannot be added to such a timetable: all of it must be written anew


class UnclearHoursError(ValueError):
    """Typed hours that cannot be understood; carries the doubt and the words where it arose."""

    def __init__(self, doubt: HoursDoubt, near: str = "") -> None:
        super().__init__(f"{doubt} {near}".strip())
        self.doubt = doubt
        self.near = near


class Word(StrEnum):
    """Kinds of words; the value of a token says which day, month, number or minute of the day."""

    DAY = auto()
    WORKDAYS = auto()
    DAILY = auto()
    OFF_DAYS = auto()  # «выходные»: two days, or that those named are off
    OFF = auto()
    SANITARY = auto()
    LUNCH = auto()
    NTH = auto()
    LAST_DAY = auto()
    MONTH = auto()
    OTHERWISE = auto()
    EXCEPT = auto()
    WITHOUT = auto()
    CLOCK = auto()
    NUMBER = auto()
    FROM = auto()
    TO = auto()
    THROUGH = auto()
    DASH = auto()
    COMMA = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class HoursToken:
    """A word, its value and how it was written."""

    word: Word
    value: int
    text: str


_DAYS = tuple(
    "|".join((day, *forms, *weekly)) for (day, forms), weekly in zip(WEEKDAY_FORMS.items(), WEEKLY_FORMS, strict=True)
)
_MONTHS = tuple("|".join((month, *forms)) for month, forms in MONTH_FORMS.items())
_ENDING = "(?:ый|ая|ое|ую|ого|ой|ий|ья|ье|ью|ьего|ьей|яя|ее|юю|его|ей)"
_NTHS = {1: "перв", 2: "втор", 3: "трет", 4: "четверт", -1: "последн", -2: "предпоследн"}

_PHRASES: tuple[tuple[str, Word, int], ...] = (
    (r"последн(?:ий|ее) (?:день|число) (?:каждого )?месяца", Word.LAST_DAY, 0),
    (r"санитарн(?:ый|ого) день|сан\.? ?день|санитарн(?:ый|ая)", Word.SANITARY, 0),
    (r"(?:в )?остальн(?:ое|ые) (?:время(?: года)?|месяцы)|в другое время", Word.OTHERWISE, 0),
    (r"не работа(?:ем|ет|ют)|закрыт(?:о|а|ы)?|выходной(?: день)?|нерабочий(?: день)?", Word.OFF, 0),
    (r"выходные(?: дни)?", Word.OFF_DAYS, 0),
    (r"(?:по )?будн(?:и|ям|ие дни|ие)|(?:в )?рабочие дни", Word.WORKDAYS, 0),
    (r"ежедневно|каждый день|без выходных|все дни", Word.DAILY, 0),
    (r"(?:обед(?:енный)?|перерыв)(?: перерыв)?(?: на обед)?", Word.LUNCH, 0),
    (r"кроме", Word.EXCEPT, 0),
    (r"без (?:обеда|перерыв(?:а|ов)(?: на обед)?)", Word.WITHOUT, 0),
    *((rf"{stem}{_ENDING}", Word.NTH, nth) for nth, stem in _NTHS.items()),
    (r"[1-4]-(?:я|й|ая|ый|ое|ую|ю|го)", Word.NTH, 0),
    *((days, Word.DAY, number) for number, days in enumerate(_DAYS)),
    *((months, Word.MONTH, number) for number, months in enumerate(_MONTHS, 1)),
    (r"с|со|от", Word.FROM, 0),
    (r"до", Word.TO, 0),
    (r"по", Word.THROUGH, 0),
)
_NOISE = (
    r"часы работы|часы|режим работы|график работы|работа(?:ем|ет|ют)|открыт[оаы]?|библиотека|центр|мы|у нас|время"
    r"|каждого месяца|каждый месяц|месяца|кажд(?:ый|ая|ую|ое|ого)|во|в|и"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:(?P<sep>[:.])(?P<minute>[0-9]{2})|-(?P<dashed>00|[3-5][0-9])(?![0-9]))?(?![0-9])"
    r"(?: ?ч(?:ас(?:ов|а)?)?\b\.?)?(?P<part> утра| дня| вечера)?"
)
_WORDS = [(re.compile(rf"(?:{phrase})(?!\w)\.?"), word, value) for phrase, word, value in _PHRASES]
_SILENT = re.compile(rf"(?:{_NOISE})(?!\w)")
_SIGNS = {",": Word.COMMA, ";": Word.STOP, "-": Word.DASH, "\n": Word.STOP, ".": Word.STOP, ":": Word.DASH}
_NEAR = 20


def tokens(text: str) -> list[HoursToken]:
    """The words in their order. Raises UnclearHoursError."""
    rest, found = _even(text), list[HoursToken]()
    while rest:
        if rest[0] in " ()":
            rest = rest[1:]
        elif silent := _SILENT.match(rest):
            # «и» joins as a comma does.
            found += [HoursToken(Word.COMMA, 0, ",")] if silent[0] == "и" else []
            rest = rest[silent.end() :]
        else:
            token = _token(rest)
            found.append(token)
            rest = rest[len(token.text) :]
    return found


def _even(text: str) -> str:
    lines = evened(text).splitlines()
    return "\n".join(re.sub(r"[^\S\n]+", " ", re.sub(r"\s*-\s+|\s+-\s*", "-", line)).strip() for line in lines)


def _token(rest: str) -> HoursToken:
    for pattern, word, value in _WORDS:
        if match := pattern.match(rest):
            nth = int(rest[0]) if word is Word.NTH and value == 0 else value
            return HoursToken(word, nth, match[0])
    if time := _TIME.match(rest):
        return _number(time)
    if rest[0] in _SIGNS:
        return HoursToken(_SIGNS[rest[0]], 0, rest[0])
    raise UnclearHoursError(HoursDoubt.WORD, rest[:_NEAR].partition("\n")[0])


def _number(time: re.Match[str]) -> HoursToken:
    hour, minute = int(time["hour"]), int(time["minute"] or time["dashed"] or 0)
    if time["part"] in {" дня", " вечера"} and hour < 12:
        hour += 12
    bare = not (time["minute"] or time["dashed"] or time["part"])
    if minute > 59 or (hour * 60 + minute > MINUTES_A_DAY and not (bare and hour <= 31)):
        raise UnclearHoursError(HoursDoubt.TIME, time[0].strip())
    return HoursToken(Word.NUMBER, hour, time[0]) if bare else HoursToken(Word.CLOCK, hour * 60 + minute, time[0])
