"""The words of a message that name a time, wherever they stand in it, read by the grammar of time alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.values import FAR, TimeWish
from bot.russian.time.visits import read_when
from bot.understanding.extractors.time_parts import MOST_SIGNS, names_day_or_hour, time_parts, time_words

_REFUSED = re.compile(
    r"\b(?:не (?:могу|смогу|получ\w+|подходит|подойдет|успева\w+|успею|надо|хочу|буду|удобно|выйдет)|"
    r"никак|занят\w*|отпадает)\b"
)
_CORRECTED = re.compile(r"\b(?:ой|вернее|точнее|то есть|оговорил\w*|ошибл\w*|перепутал\w*|а лучше|нет)\b|[;!]|\bа\b")


@dataclass(frozen=True, slots=True)
class SpokenTime:
    """Words that name a time, and what they mean or what is to be asked about them."""

    text: str
    wish: TimeWish | Unsure
    words: frozenset[str]
    is_left: bool = False  # what the person moves away from, or cannot: «с завтра», «завтра не могу»

    @property
    def is_contradictory(self) -> bool:
        """Whether the words name a time that cannot be acted upon."""
        return isinstance(self.wish, Unsure) and self.wish.doubt in _ASKED


_ASKED = frozenset(Doubt) - {Doubt.NOTHING, Doubt.UNREAD, Doubt.PASSED}


def said_times(text: str, now: datetime) -> tuple[SpokenTime, ...]:
    """Every time that is named, in order; what a correction takes back is marked as left."""
    folded = text.casefold().replace("ё", "е")[:MOST_SIGNS]
    found: list[SpokenTime] = []
    for clause, is_corrected, refuses in _clauses(folded):
        here = list(_in_clause(clause, now, refuses=refuses))
        if is_corrected and here:
            found = [replace(one, is_left=True) for one in found]
        found += here
    return tuple(found)


def _clauses(text: str) -> Iterator[tuple[str, bool, bool]]:
    """The text cut where a speaker corrects himself; whether each piece follows a correction, whether it refuses."""
    at, is_corrected = 0, False
    for cut in _CORRECTED.finditer(text):
        yield from _refusing(text[at : cut.start()], is_corrected=is_corrected)
        at, is_corrected = cut.end(), cut[0] not in {"!", ";"}
    yield from _refusing(text[at:], is_corrected=is_corrected)


def _refusing(clause: str, *, is_corrected: bool) -> Iterator[tuple[str, bool, bool]]:
    """«завтра не могу, давайте в среду»: what cannot be, apart from what is wished."""
    if not _REFUSED.search(clause):
        yield clause, is_corrected, False
        return
    for piece in clause.split(","):
        refusal = _REFUSED.search(piece)
        at = (
            refusal.end()
            if refusal and any(map(names_day_or_hour, time_words(piece[: refusal.start()])))
            else len(piece)
        )
        yield piece[:at], is_corrected, refusal is not None
        if piece[at:].strip():
            yield piece[at:], is_corrected, "тоже" in piece[at:]


def _in_clause(clause: str, now: datetime, *, refuses: bool) -> Iterator[SpokenTime]:
    for part in time_parts(clause):
        words = " ".join(token.text for token in part)
        wish = read_when(words, now)
        if isinstance(wish, Unsure) and wish.doubt is Doubt.NOTHING:
            continue
        moved = _moved(part, now) if _goes_away(part, wish) else None
        yield from moved or (SpokenTime(words, wish, _words(part), is_left=refuses or part[0].kind == "NOT"),)


def _goes_away(part: Sequence[Token], wish: TimeWish | Unsure) -> bool:
    """«с завтра на пятницу»: from one day to another."""
    is_moved = any(token.kind == "NA" for token in part)
    is_open = not isinstance(wish, Unsure) and wish.days is not None and wish.days.last == FAR
    return part[0].kind == "FROM" and (isinstance(wish, Unsure) or is_open or is_moved)


def _moved(part: Sequence[Token], now: datetime) -> list[SpokenTime] | None:
    at = next((place for place, token in enumerate(part) if place and token.kind in {"NA", "V"}), None)
    if at is None:
        return None
    left, wanted = part[1:at], part[at:]
    read = [read_when(" ".join(token.text for token in half), now) for half in (left, wanted)]
    if isinstance(read[1], Unsure):
        return None
    texts = [" ".join(token.text for token in half) for half in (part[:at], wanted)]
    return [
        SpokenTime(texts[0], read[0], _words(part[:at]), is_left=True),
        SpokenTime(texts[1], read[1], _words(wanted)),
    ]


def _words(part: Sequence[Token]) -> frozenset[str]:
    return frozenset(word for token in part for word in re.findall(r"\w+", token.text))
