"""Days told one by one among other words, and the hour until which a library works on a day."""

from dataclasses import replace
from datetime import datetime

from bot.russian.time.beside.noticed import Noticed, passed_words
from bot.russian.time.beside.passable_words import Use
from bot.russian.time.beside.passing import without_passed
from bot.russian.time.beside.reasons import without_reasons
from bot.russian.time.beside.told_clauses import told_clauses, without_stories
from bot.russian.time.closings.span import LONGEST_NOTICE, Span
from bot.russian.time.closings.special_days import read_special_days
from bot.russian.time.closings.told_hours import deed_at_hour, hours_of_next_day, other_subject, unnamed_new_year
from bot.russian.time.closings.told_otherwise import told_otherwise
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSING, CLOSURE_TYPED
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, unseen_slips
from bot.russian.time.grammar.tree import Node
from bot.russian.time.reading import words_of

_OF_WORK = frozenset(("TO", "ONLY"))


def notice_day_by_day(text: str, now: datetime) -> Noticed[tuple[Span, ...]]:
    """What is closed on each of the days, whatever else is told, with the words that were passed over."""
    tokens = _tokens(text)
    plain = without_stories(tokens)
    told = told_otherwise(text) or deed_at_hour(plain) or other_subject(plain)
    if told := told or hours_of_next_day(plain) or unnamed_new_year(plain):
        return Noticed(Unsure(Doubt.UNREAD, unread=told))
    given = without_reasons(plain)
    kept = without_passed(given, Use.CLOSURE) if any(token.kind == UNKNOWN for token in given) else given
    if kept is None or unseen_slips(kept):
        return Noticed(Unsure(Doubt.UNREAD))
    return Noticed(read_special_days(kept, now), passed_words(tokens, kept, text))


def tells_in_turn(text: str) -> bool:
    """«31-го до 14 работаем, 1–8 января закрыто»: more than one clause says what is closed or open."""
    return sum(clause.closes for clause in told_clauses(_tokens(text))) > 1


def is_told_by_hours(text: str) -> bool:
    """«завтра до 15, совещание», «завтра только с 12 до 15»: hours of a day, and nothing says that they are closed."""
    tokens = _tokens(text)
    if not any(token.kind in _OF_WORK for token in tokens):
        return False
    return any(_is_of_work(clause.tokens) for clause in told_clauses(tokens) if not clause.unknown)


def is_of_day_before(text: str) -> bool:
    """«поэтому открыты с 10 до 17»: its first clause names no day of its own."""
    first = next(told_clauses(_tokens(text)))
    return first.closes and not first.names_days


def _is_of_work(clause: tuple[Token, ...]) -> bool:
    tokens = tuple(replace(token, at=at) for at, token in enumerate(clause) if token.kind not in PARTING)
    for tree in Chart(tokens).whole("special") if tokens else []:
        parts = {part.name: part for part in tree.children if isinstance(part, Node)}
        kinds = [token.kind for token in parts["sphours"].leaves()] if "sphours" in parts else []
        is_until = kinds[:1] == ["TO"] and not {"CLOSING", "END"}.intersection(kinds)
        if "spstate" not in parts and (is_until or "ONLY" in kinds):
            return True
    return False


def _tokens(text: str) -> list[Token]:
    words = words_of(text, CLOSURE_TYPED, LONGEST_NOTICE)
    return [replace(token, kind="OFF") if token.text in CLOSING else token for token in words]
