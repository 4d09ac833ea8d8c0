"""The hours of a closing, and hours beside it that are none of it: of its reason, or of another deed."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from bot.russian.time.beside.plain_words import is_finite, may_be_object, may_be_subject
from bot.russian.time.beside.told_clauses import ToldWords, told_clauses
from bot.russian.time.closings.span import LONGEST_NOTICE, Span
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.around import CLOSING, CLOSURE
from bot.russian.time.grammar.kinds import CLOSING as CLOSING_KINDS
from bot.russian.time.grammar.phrases import shown
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.moments.said import Said
from bot.russian.time.moments.wished_hours import hours_of
from bot.russian.time.reading import names_time, words_of

_MONTHS = frozenset(("MONTHG", "MONTHA", "MONTH", "DOT", "DOTD", "DATE"))
_NUMBERS = frozenset(("N0", "N9", "N59"))
_NUMBERED = _NUMBERS | {"ORD", "ORDW", "COMMA", "SEMI"}
_NAMES_SPAN = frozenset(("TO", "THROUGH", "DASH", "BETWEEN", "AFTER", "BEFORE"))
_PARTS = frozenset(("MORNING", "AFTERNOON", "EVENING", "OBED", "DAYG"))
_SIGNS_BETWEEN = frozenset(("COMMA", "SEMI", "COLON", "DASH"))
_NAMES_HOUR = frozenset(
    ("N0", "N9", "N59", "CLOCK", "DOT", "MORNING", "AFTERNOON", "EVENING", "OBED", "NOON", "DAYG", "NIGHT")
)


def may_limit(reason: str) -> bool:
    """Whether the reason names a day, a length or a stretch of hours; «с утра», «в 9» say nothing of the closing."""
    tokens = words_of(reason, CLOSURE, LONGEST_NOTICE)
    named = {token.kind for token in tokens if names_time(token)}
    led = any(before.kind in {"FROM", "NA"} and after.kind in _NUMBERS for before, after in pairwise(tokens))
    spans = any(token.kind in _NAMES_SPAN for token in tokens)
    return led or spans or len(named - _PARTS) > 1 or bool(named - _NAMES_HOUR)


def not_of_closing(tokens: Sequence[Token]) -> str:
    """Words by which something else may be closed, or nothing; empty where there are none."""
    told = deed_at_hour(tokens) or other_subject(tokens) or hours_of_next_day(tokens)
    return told or told_to_work(tokens) or unnamed_new_year(tokens)


def deed_at_hour(tokens: Sequence[Token]) -> str:
    """«в пятницу закрыты, с утра приедут менять трубы»: are these the hours of the closing? Nobody can be sure."""
    closed = next((at for at, token in enumerate(tokens) if token.text in CLOSING), len(tokens))
    if closed < len(tokens) and (told := _told_before(tokens[:closed])):
        return told
    if not any(map(names_time, tokens[:closed])):
        return ""
    clause: list[Token] = []
    for token in (*tokens[closed + 1 :], Token("SEMI", 0, "", 0)):
        if token.kind not in _SIGNS_BETWEEN:
            clause.append(token)
            continue
        if _is_deed_at_hour(clause):
            return shown(" ".join(word.text for word in clause))
        clause = []
    return ""


def hours_of_next_day(tokens: Sequence[Token]) -> str:
    """«8-го инвентаризация, 9-го работаем с 12»: the hours are of the second day, and of the first nothing is said."""
    for before, after in pairwise(told_clauses(tokens)):
        is_named_alone = before.names_days and bool(before.unknown) and not before.closes
        if is_named_alone and after.names_days and after.names_hour and not after.shuts:
            return shown(" ".join(token.text for token in before.tokens))
    return ""


def other_subject(tokens: Sequence[Token]) -> str:
    """«в пятницу интернет не работает», «касса закрыта»: that is closed, and not the library."""
    for before, after in pairwise(tokens):
        noun, shut = (before, after) if before.kind == UNKNOWN else (after, before)
        if noun.kind == UNKNOWN and (may_be_subject(noun.text, shut.text) or may_be_object(noun.text, shut.text)):
            return shown(f"{before.text} {after.text}")
    return ""


def told_to_work(tokens: Sequence[Token]) -> str:
    """«Вера болеет до пятницы, библиотека работает»: nothing is said to be closed, and the contrary is."""
    if any(token.kind in CLOSING_KINDS or token.text in CLOSING for token in tokens):
        return ""
    opening = (clause for clause in told_clauses(tokens) if not clause.has_time)
    return next((token.text for clause in opening for token in clause.tokens if token.kind == "OPENS"), "")


def is_of_some_days(tokens: Sequence[Token], spans: Sequence[Span]) -> bool:
    """«7 января работаем до 15, 8 января не работаем»: the hours are of one of the days, and the other is whole."""
    kinds = {"CLOSED" if token.text in CLOSING else token.kind for token in tokens}
    has_hours = any(span.start.time() != time() or span.end.time() != time() for span in spans)
    is_told_twice = "CLOSES" in kinds or (len(spans) > 1 and "OPENS" in kinds)
    is_told_shut = bool(kinds & (CLOSING_KINDS - {"CLOSES"}))
    return (has_hours and is_told_twice and is_told_shut) or _is_shut_before_open(tokens)


def _is_shut_before_open(tokens: Sequence[Token]) -> bool:
    """«5-го закрыто, 6 декабря работаем»: without the word between them both would be working days."""
    clauses = list(told_clauses(tokens))
    return any(
        any(token.text in CLOSING for token in before.tokens)
        and any(token.kind == "OPENS" for token in after.tokens)
        and all(token.text in CLOSING or token.kind in _NUMBERED for token in before.tokens)
        for before, after in pairwise(clauses)
    )


def unnamed_new_year(tokens: Sequence[Token]) -> str:
    """«новогодние каникулы с первого по восьмое»: of which month is not said, and this one is likelier wrong."""
    if any(token.kind in _MONTHS for token in tokens):
        return ""
    numbered = any(token.kind in _NUMBERS | {"ORD", "ORDW"} for token in tokens)
    return next((token.text for token in tokens if numbered and token.text.startswith("новогодн")), "")


def _told_before(tokens: Sequence[Token]) -> str:
    """«ночью затопило, сегодня закрыто»: another clause before, and the closing names a time of its own."""
    cut = max((at for at, token in enumerate(tokens) if token.kind in _SIGNS_BETWEEN), default=0)
    is_told = cut and any(map(names_time, tokens[cut:])) and _is_deed_at_hour(tokens[:cut])
    return shown(" ".join(word.text for word in tokens[:cut])) if is_told else ""


def _is_deed_at_hour(clause: Sequence[Token]) -> bool:
    idle = ToldWords(tuple(clause)).idle  # «две внучки приедут»
    kinds = {token.kind for at, token in enumerate(clause) if at not in idle}
    is_deed = any(token.kind == UNKNOWN and is_finite(token.text) for token in clause)
    return is_deed and bool(kinds & _NAMES_HOUR) and not kinds & {"TO", "THROUGH"}


def closed_hours(said: Said) -> tuple[time | None, time | None, time | None]:
    """«работаем до 14» closes from 14 on, «закрываемся в 14» too. Raises TimeDoubtError."""
    opens = said.at.at() if said.at and said.polarity == "opens" else None
    if opens and opens in {said.until, said.bounds[1]} and not (said.since or said.bounds[0]):
        return None, None, opens  # «откроемся в 12, до 12 закрыто»
    at, since, until = hours_of(said)
    if said.polarity == "closes" and at:
        return None, at, None
    if said.polarity == "opens":
        begins = at or since
        if bool(begins) == bool(until):
            raise TimeDoubtError(Doubt.UNREAD, said.polarity_words)
        return None, until, begins
    return at, since, until
