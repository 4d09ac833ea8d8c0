"""The days that an announcement names among other words: «28 декабря – 10 января библиотека не работает»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.russian.time.closures import closure_of
from bot.russian.time.doubts import Unsure
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.tokens import UNKNOWN, Token, tokens_of
from bot.russian.time.reading import names_time
from bot.russian.time.values import DAY, Stretch

_MOST_TOKENS = 120
# A bare number may count rooms or people: without one of these no day is named.
_DAYS = frozenset(("MONTHG", "MONTHA", "MONTH", "DOT", "DOTD", "DATE", "WD", "REL", "WEEK", "WEEKA", "OFFS", "CHISLO"))
_CLOSING = frozenset(("SANITARY", "OFFD"))
# Some of the days named are those of working again: «закрыто 4 декабря, 5 декабря работаем».
_OPENING = re.compile(
    r"откро\w+|откры(?:т[аоы]?|ва\w+)|работа(?:ем|ет|ют|ю)|выйд(?:ем|ут|у)|выход(?:им|ят)|ждем|обычн\w+|коротк\w+|сокращ\w+"
)


def announced_days(text: str, today: date) -> Stretch | None:
    """The whole days named, where they follow one another and no other word names a time; None otherwise."""
    tokens = [_apart(token) for token in tokens_of(text)]
    if len(tokens) > _MOST_TOKENS or any(map(_is_doubtful, tokens)):
        return None
    segments = list(_segments(tokens))
    if len(segments) != 1 or not any(token.kind in _DAYS for token in segments[0]):
        return None
    now = datetime.combine(today, time(), UTC)
    read = closure_of([replace(token, at=at) for at, token in enumerate(segments[0])], now)
    if isinstance(read, Unsure) or len(read) != 1:
        return None
    (span,) = read
    whole = span.start.time() == span.end.time() == time()
    return Stretch(span.start.date(), span.end.date() - DAY) if whole else None


def _apart(token: Token) -> Token:
    """Words of closing stand between the days and must not join them."""
    return replace(token, kind=UNKNOWN) if token.kind in _CLOSING else token


def _is_doubtful(token: Token) -> bool:
    return token.kind == "NOT" or token.guessed or bool(_OPENING.fullmatch(token.text))


def _segments(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The longest stretches that name a time; a naming word that no rule takes is a segment of its own."""
    chart, at = Chart(tokens), 0
    while at < len(tokens):
        found = chart.longest("moments", at)
        end = found[0] if found else at + 1
        if any(map(names_time, tokens[at:end])):
            yield tokens[at:end]
        at = max(end, at + 1)
