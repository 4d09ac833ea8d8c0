"""The words of a message that name a time, wherever they stand in it, read by the grammar of time alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import VISIT
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.reading import names_time
from bot.russian.time.values import FAR, TimeWish
from bot.russian.time.visits import read_when

MOST_SIGNS = 600
_NUMBERS = frozenset(("N0", "N9", "N59", "NX", "ORD", "ORDW", "YEAR"))
_BESIDE = frozenset(("COMMA", "SEMI", "AND", "DASH", "BUT", "COLON"))  # signs and words that join a time to a sentence
# Words that make a number an hour or a day: «часов в десять», «половина двенадцатого», «третьего числа».
_MAKES_TIME = frozenset(("HOUR", "HOURU", "CHISLO", "HALF", "HALFOF"))
_AHEAD = frozenset(("DAYG",))  # after «через» and a number
_BEFORE_HOUR = frozenset(("V", "NA", "TOWARD", "TO", "AFTER"))
# After these a number counts things, not hours or days.
_COUNTED = re.compile(
    r"мин\w*|лет|год\w*|руб\w*|тыс\w*|человек\w*|раз\w*|вопрос\w*|штук\w*|процент\w*|класс\w*|этаж\w*|вариант\w*|номер\w*"
)
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


def time_words(text: str) -> Sequence[Token]:
    """The words of the text as the grammar of time sees them."""
    return tokens_of(text[:MOST_SIGNS])


def may_name_time(token: Token) -> bool:
    """Whether a word may stand in a time: «часу» of «к часу дня» too."""
    return names_time(token) or token.kind == "HOURU"


def names_day_or_hour(token: Token) -> bool:
    """Whether a word names a time by more than a number."""
    return token.kind not in _NUMBERS and names_time(token)


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
    parts = _parts([_of_visits(token) for token in tokens_of(clause, VISIT)])
    for part in (half for one in parts for half in _denied_apart(one)):
        words = " ".join(token.text for token in part)
        wish = read_when(words, now)
        if isinstance(wish, Unsure) and wish.doubt is Doubt.NOTHING:
            continue
        moved = _moved(part, now) if _goes_away(part, wish) else None
        yield from moved or (SpokenTime(words, wish, _words(part), is_left=refuses or part[0].kind == "NOT"),)


def _of_visits(token: Token) -> Token:
    """Refusals are told apart here, working hours name no time of a visit."""
    return replace(token, kind=UNKNOWN) if token.kind in {"CANNOT", "OPENS", "CLOSES"} else token


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    chart, at = Chart(tokens), 0
    while at < len(tokens):
        found = chart.longest("moments", at)
        end = found[0] if found else at + 1
        part = _stripped(tokens[at:end])
        if part and _is_time(part, tokens[end] if end < len(tokens) else None):
            yield [replace(token, at=place) for place, token in enumerate(part)]
        at = max(end, at + 1)


def _stripped(part: Sequence[Token]) -> Sequence[Token]:
    """Without the commas that belong to the sentence."""
    while part and part[0].kind in _BESIDE:
        part = part[1:]
    while part and part[-1].kind in _BESIDE:
        part = part[:-1]
    return part


def _is_time(part: Sequence[Token], following: Token | None) -> bool:
    named, kinds = [token for token in part if names_time(token)], {token.kind for token in part}
    if following is not None and following.text == "назад" and named and named[0].kind in _NUMBERS:
        return False
    if any(token.kind not in _NUMBERS for token in named):
        return True
    if named and not kinds.isdisjoint(_MAKES_TIME):
        return "IN" not in kinds  # «через 3 часа» is a wait
    if not kinds.isdisjoint(_AHEAD) and part[0].kind == "IN":
        return True
    if _is_hour_of_day(part) or _is_date(part, following):
        return True
    counts = following is not None and _COUNTED.fullmatch(following.text)
    return bool(named) and part[0].kind in _BEFORE_HOUR and not counts and named[0].value < 32


def _is_hour_of_day(part: Sequence[Token]) -> bool:
    """«к часу дня», «к часу»."""
    return part[0].kind == "TOWARD" and len(part) > 1 and part[1].kind == "HOURU"


def _is_date(part: Sequence[Token], following: Token | None) -> bool:
    """«десятого» and nothing after it that it could count or be said of."""
    return len(part) == 1 and part[0].kind == "ORDW" and following is None and part[0].text.endswith("го")


def _goes_away(part: Sequence[Token], wish: TimeWish | Unsure) -> bool:
    """«с завтра на пятницу»: from one day to another."""
    is_moved = any(token.kind == "NA" for token in part)
    is_open = not isinstance(wish, Unsure) and wish.days is not None and wish.days.last == FAR
    return part[0].kind == "FROM" and (isinstance(wish, Unsure) or is_open or is_moved)


def _denied_apart(part: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """«не завтра, послезавтра»: what is denied, and what is wished after the comma."""
    comma = next((at for at, token in enumerate(part) if token.kind == "COMMA"), None)
    if comma is None or part[0].kind != "NOT":
        yield part
        return
    for half in (part[:comma], _stripped(part[comma:])):
        yield [replace(token, at=place) for place, token in enumerate(half)]


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
