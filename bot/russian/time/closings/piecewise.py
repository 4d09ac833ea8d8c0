"""A closing told in several sentences or clauses, each with its own days: «31-го до 14, 1–8 января выходные».

Each piece must be understood by itself, and they must follow one another in time; else the whole is asked about.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise

from bot.russian.spelling import evened
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.passing import without_passed
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSING, CLOSURE_TYPED
from bot.russian.time.grammar.kinds import TELLING
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.reading import names_time
from bot.russian.time.values import Days

_CUT = re.compile(r"(?<=[^0-9\W])[.!]+\s+(?=[^\W\d_]|[0-9])|(?<=[0-9)])\.\s+(?=[^\W\d_])|[;\n]+|!+|,\s+|\)\s*")
_RETURN = re.compile(r"\b(?:верн|откро|выйд|выход|возобн|приступ)")
_SATURDAY = 5
_MOST = 6  # pieces that tell of days
_SIDES = frozenset(("COMMA", "SEMI", "BUT", "AND", "DASH", "COLON"))

ReadOne = Callable[[str, datetime], Noticed[tuple[Span, ...]]]
DaysOf = Callable[[list[Token], datetime], Days | None]


def by_pieces(text: str, now: datetime, read_one: ReadOne, days_of: DaysOf) -> Noticed[tuple[Span, ...]] | None:
    """The spans of all pieces; None where one is not understood, or there are not several."""
    pieces = list(_pieces(evened(text)))
    told = [piece for piece in pieces if _tells_days(piece)]
    if not 1 < len(told) <= _MOST:
        return None
    spans: list[Span] = []
    passed: list[str] = []
    for piece in pieces:
        noticed = read_one(piece, now) if piece in told else _aside(piece)
        if isinstance(noticed.meaning, Unsure):
            noticed = Noticed(_opened(piece, now, days_of))
        if isinstance(noticed.meaning, Unsure):
            return None
        spans += noticed.meaning
        passed += noticed.passed
    closed = tuple(span for span in spans if span.start != span.end)
    is_in_order = all(before.end <= after.start for before, after in pairwise(spans)) and not _has_gap(spans, pieces)
    return Noticed(tuple(_merged(closed)), tuple(passed)) if closed and is_in_order else None


def _has_gap(spans: Sequence[Span], pieces: Sequence[str]) -> bool:
    """Whether working days lie between leaving and coming back: «уходим 30 декабря, вернёмся 11 января»."""
    returns = any(_RETURN.search(piece) for piece in pieces)
    gaps = (
        (before.end + timedelta(days=n)).weekday()
        for before, after in pairwise(spans)
        if after.start == after.end
        for n in range((after.start - before.end).days)
    )
    return returns and any(weekday < _SATURDAY for weekday in gaps)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Those that touch as one: «31 декабря с 15, 1–8 января»."""
    latest = spans[0]
    for span in spans[1:]:
        if span.start == latest.end:
            latest = Span(latest.start, span.end)
        else:
            yield latest
            latest = span
    yield latest


def _pieces(line: str) -> Iterator[str]:
    """Cut at each sign; what tells no days and closes nothing belongs to the piece before it."""
    parts = [part.strip(" ,(") for part in _CUT.split(line) if part.strip(" ,(")]
    piece = ""
    for part in parts:
        is_whole = _tells_days(part) and (not piece or _tells_days(piece) or not _has_time(piece))
        if piece and is_whole:
            yield piece
            piece = part
        else:
            piece = f"{piece}, {part}" if piece else part
    if piece:
        yield piece


def _tells_days(piece: str) -> bool:
    tokens = tokens_of(piece, CLOSURE_TYPED)
    return any(map(names_time, tokens)) and any(token.kind in TELLING or token.text in CLOSING for token in tokens)


def _has_time(piece: str) -> bool:
    return any(map(names_time, tokens_of(piece, CLOSURE_TYPED)))


def _aside(piece: str) -> Noticed[tuple[Span, ...]]:
    """Words that tell of no closing, and are passed over."""
    tokens = tokens_of(piece, CLOSURE_TYPED)
    if not tokens:
        return Noticed(())
    kept = without_passed(tokens, Use.CLOSURE)
    is_passed = kept is not None and all(token.kind in _SIDES for token in kept)
    return Noticed((), (piece,)) if is_passed else Noticed(Unsure(Doubt.UNREAD))


def _opened(piece: str, now: datetime, days_of: DaysOf) -> tuple[Span, ...] | Unsure:
    """The moment from which it works again, as an empty span: «с 9 января по обычному графику»; it closes nothing."""
    typed = tokens_of(piece, CLOSURE_TYPED)
    tokens = without_passed(typed, Use.CLOSURE) if any(token.kind == UNKNOWN for token in typed) else typed
    opens = [token for token in tokens or () if token.kind == "OPENS"]
    if tokens is None or not opens or any(token.text in CLOSING for token in tokens):
        return Unsure(Doubt.UNREAD)
    rest = _trimmed([token for token in tokens if token.kind != "OPENS"])
    days = days_of([replace(token, at=at) for at, token in enumerate(rest)], now) if rest else None
    if days is None:
        return Unsure(Doubt.UNREAD)
    start = datetime.combine(days.first, time(), now.tzinfo)
    return (Span(start, start),)


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    while tokens and tokens[0].kind in _SIDES:
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in _SIDES:
        tokens = tokens[:-1]
    return tokens
