"""Of each piece of typed text its kind and value; None for what means nothing."""

import re
import unicodedata

from bot.russian.time.grammar.numerals import ROMAN, cardinal, ordinal
from bot.russian.time.grammar.vocabulary import KINDS, mended, spelt_as

UNKNOWN = "UNKNOWN"
_SIGNS = {",": "COMMA", ";": "SEMI", "\n": "SEMI", ".": "SEMI", ":": "COLON", "-": "DASH", "(": "COMMA", ")": "COMMA"}
_SILENT_SIGNS = frozenset("!?\"'«»…*•")
_PICTURES = frozenset({"So", "Sk", "Mn", "Me", "Cf"})  # kinds of characters that emoji are made of

Read = tuple[str, int, bool] | None  # None for a word that means nothing


def _iso(said: str) -> Read:
    year, month, day = map(int, said.split("-"))
    return "DATE", year * 10000 + month * 100 + day, False


def _date(said: str) -> Read:
    day, month, year = map(int, re.split("[./]", said))
    return "DATE", (year if year > 99 else 2000 + year) * 10000 + month * 100 + day, False


def _yearmonth(said: str) -> Read:
    first, second = map(int, re.split("[./-]", said))
    return "YM", max(first, second) * 100 + min(first, second), False


def _year(said: str) -> Read:
    return "YEAR", int(said[:4]), False


def _counted(said: str) -> Read:
    number = int(re.sub("[^0-9]", "", said))
    return size(number), number, False


def _ordinal(said: str) -> Read:
    return "ORD", int(re.match("[0-9]+", said)[0]), False  # type: ignore[index]  # - the pattern begins with digits


def _clock(said: str) -> Read:
    hour, minute = re.split("[:-]", said)
    return "CLOCK", _minutes(int(hour), int(minute), exact=len(hour) == 2 and hour[0] == "0"), False


def _minutes(hour: int, minute: int, *, exact: bool = False) -> int:
    """Hours and minutes as one number; 10,000 more where they are of the night for sure, «03:00»."""
    return hour * 100 + minute + 10_000 * exact


def _dot(said: str) -> Read:
    first, second = re.split("[./]", said)
    one, two = int(first), int(second)
    is_date, is_clock = 1 <= one <= 31 and 1 <= two <= 12, one <= 24 and two < 60 and len(second) == 2
    if is_date and is_clock and "/" not in said:
        return "DOT", one * 100 + two, False
    return ("CLOCK" if is_clock and not is_date else "DOTD"), one * 100 + two, False


def _number(said: str) -> Read:
    number = int(said[:6])
    if len(said) == 4 and said[:2] in {"19", "20"}:
        return "YEAR", number, False
    if len(said) == 4 and number % 100 < 60 and number < 2400:
        return "CLOCK", number, False
    return size(number, padded=len(said) == 2 and said[0] == "0"), number, False


def size(number: int, *, padded: bool = False) -> str:
    if padded:
        return "N0"
    return "N9" if number < 10 else "N59" if number < 60 else "NX"


def _word(said: str) -> Read:
    if said in KINDS:
        return (*KINDS[said], False)
    if (number := ordinal(said)) is not None:
        return "ORDW", number, False
    if (number := cardinal(said)) is not None:
        return size(number), number, False
    if same := spelt_as(said):
        return (*KINDS[same], False)
    if meant := mended(said):
        return (*KINDS[meant], True)
    return UNKNOWN, 0, False


def _latin(said: str) -> Read:
    return ("ORD", ROMAN[said], False) if said in ROMAN else (UNKNOWN, 0, False)


def _sign(said: str) -> Read:
    if said in _SIGNS:
        return _SIGNS[said], 0, False
    silent = said in _SILENT_SIGNS or unicodedata.category(said) in _PICTURES
    return None if silent else (UNKNOWN, 0, False)


READERS = {
    "iso": _iso,
    "yearmonth": _yearmonth,
    "date": _date,
    "year": _year,
    "counted": _counted,
    "until": _clock,
    "ordinal": _ordinal,
    "clock": _clock,
    "dashed": _clock,
    "dot": _dot,
    "number": _number,
    "word": _word,
    "latin": _latin,
    "sign": _sign,
}
