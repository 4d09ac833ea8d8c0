"""Rows of words in a sentence that name a time, apart from the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.russian.time.grammar.around import VISIT
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.reading import names_time

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


def time_words(text: str) -> Sequence[Token]:
    """The words of the text as the grammar of time sees them."""
    return tokens_of(text[:MOST_SIGNS])


def may_name_time(token: Token) -> bool:
    """Whether a word may stand in a time: «часу» of «к часу дня» too."""
    return names_time(token) or token.kind == "HOURU"


def names_day_or_hour(token: Token) -> bool:
    """Whether a word names a time by more than a number."""
    return token.kind not in _NUMBERS and names_time(token)


def time_parts(clause: str) -> Iterator[Sequence[Token]]:
    """Each stretch of the clause by which a time is named; what is denied and what is wished are two."""
    parts = _parts([_of_visits(token) for token in tokens_of(clause, VISIT)])
    return (half for part in parts for half in _denied_apart(part))


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


def _denied_apart(part: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """«не завтра, послезавтра»: what is denied, and what is wished after the comma."""
    comma = next((at for at, token in enumerate(part) if token.kind == "COMMA"), None)
    if comma is None or part[0].kind != "NOT":
        yield part
        return
    for half in (part[:comma], _stripped(part[comma:])):
        yield [replace(token, at=place) for place, token in enumerate(half)]
