"""The days of a week as hours name them: «пн-пт», «вт и чт», «будни», «кроме понедельника», «в праздники»."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase

ALL_DAYS = tuple(range(7))
_ENDS_OF_WEEK = (0, 6)
_PAIR, _FAR_APART = 2, 3
REST = -1  # «остальные дни»
_SETS = {
    "OTHER": (REST,),
    "WORKDAYS": ALL_DAYS[:5],
    "WORKING": ALL_DAYS[:5],
    "DAILY": ALL_DAYS,
    "EACH": ALL_DAYS,
    "WITHOUT": ALL_DAYS,
    "WHOLE": ALL_DAYS,
    "OFFS": ALL_DAYS[5:],
}


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Weekdays, 0 is Monday; perhaps holidays, perhaps of even or odd weeks alone."""

    days: tuple[int, ...]
    with_holidays: bool = False
    without_holidays: bool = False
    weeks: str = ""
    one_by_one: tuple[int, ...] = ()  # named by themselves, or at an end of a stretch


def days_in(said: Phrase, *, is_closed: bool = False) -> NamedDays:
    """The days of an «hdays» or a «without»; a fortnight is a question. Raises TimeDoubtError."""
    weeks = _weeks(said)
    said.has("EXCEPT", "OR", *_SETS)
    days = tuple(dict.fromkeys(_each(said)))
    if not (is_closed and days == _ENDS_OF_WEEK):  # «пн вс выходной»: never the whole week
        _refuse_lost_dash(said)
    holidays = said.has("HOLIDAYS")
    if weeks and not days:
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    return NamedDays(days, holidays, weeks=weeks, one_by_one=_one_by_one(said))


def _one_by_one(said: Phrase) -> tuple[int, ...]:
    """Nobody who says «вт-сб» or «вт, чт» has Tuesday in mind as a day off; Thursday of «вт-сб» may be one."""
    ends = [[token.value for token in span.tokens("WD")] for span in said.parts("wdspan")]
    kept = [first for first, last in ends if (last - first) % 7 != len(ALL_DAYS) - 1]
    kept += [last for first, last in ends if (last - first) % 7 != len(ALL_DAYS) - 1]
    return (*(token.value for token in said.tokens("WD", "WDS")), *kept)


def _refuse_lost_dash(said: Phrase) -> None:
    """«понедельник пятница» with nothing between them may be two days or all of the week."""
    for is_day, run in groupby(said.pieces(), lambda piece: isinstance(piece, Token) and piece.kind == "WD"):
        days = [piece.value for piece in run if isinstance(piece, Token)]
        if is_day and len(days) == _PAIR and days[1] - days[0] >= _FAR_APART:
            raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())


def _weeks(said: Phrase) -> str:
    parity = said.part("parity")
    if parity is None:
        return ""
    if parity.has("WEEKA") or not parity.has("EVEN", "ODD"):
        raise TimeDoubtError(Doubt.WHICH_WEEK, parity.words())
    parity.has("WEEK")  # said once: «по чётным неделям вт, по нечётным чт»
    return "even" if parity.has("EVEN") else "odd"


def _each(said: Phrase) -> Iterator[int]:
    pieces = said.pieces()
    for at, piece in enumerate(pieces):
        if isinstance(piece, Token):
            following = pieces[at + 1] if at + 1 < len(pieces) else None
            yield from _of_word(said, piece, following)
        elif piece.name == "wdspan":
            first, last = (token.value for token in piece.tokens("WD"))
            yield from ((first + n) % 7 for n in range((last - first) % 7 + 1))


def _of_word(said: Phrase, word: Token, following: "Phrase | Token | None") -> Iterator[int]:
    before_other = isinstance(following, Token) and following.kind in {"WD", "OFFS"}
    if word.kind in {"WD", "WDS"}:
        said.has(word.kind)
        yield word.value
    elif word.kind in _SETS and not (word.kind == "EACH" and before_other):
        yield from _SETS[word.kind] if not _is_second_of_pair(said, word) else ()


def _is_second_of_pair(said: Phrase, word: Token) -> bool:
    """«без выходных»: the second word alone would be Saturday and Sunday."""
    before = [piece for piece in said.pieces() if isinstance(piece, Token) and piece.at == word.at - 1]
    return word.kind == "OFFS" and any(token.kind == "WITHOUT" for token in before)
