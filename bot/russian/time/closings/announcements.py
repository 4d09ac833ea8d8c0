"""The days that an announcement closes among other words: «28 декабря закрыто, 29 декабря встреча с писателем»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from itertools import pairwise

from bot.russian.time.beside.conditions import condition_in
from bot.russian.time.beside.corrections import takes_back
from bot.russian.time.beside.reasons import without_reasons
from bot.russian.time.closings.closures import closure_of, moments_of
from bot.russian.time.closings.days_named import days_of
from bot.russian.time.closings.same_weekday import today_or_later
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Unsure
from bot.russian.time.grammar.around import ANNOUNCEMENT, CLOSURE
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.kinds import CLOSING, NO_WEEKEND, PARTING
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.reading import names_time, words_of
from bot.russian.time.values import DAY, Days, Stretch

_MOST_TOKENS, _LONGEST = 120, 400
# A bare number may count rooms or people: without one of these no day is named.
_DAYS = frozenset(("MONTHG", "MONTHA", "MONTH", "DOT", "DOTD", "DATE", "WD", "REL", "WEEK", "WEEKA", "OFFS", "CHISLO"))
_CLOSING = CLOSING - NO_WEEKEND
# Of working again or of another working day: «закрыто 4 декабря, 5 декабря работаем».
_OPENING = re.compile(
    r"откро\w+|откры(?:т[аоы]?|ва\w+)|работа(?:ем|ет|ют|ю)|выйд(?:ем|ут|у)|выход(?:им|ят)|ждем|обычн\w+|коротк\w+|сокращ\w+"
)


@dataclass(slots=True)
class _Clause:
    """Words between two signs, with days or without."""

    tokens: list[Token] = field(default_factory=list)

    @property
    def names_days(self) -> bool:
        """Whether a day is named by it."""
        return any(token.kind in _DAYS for token in self.tokens)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but time is named: «2, 3 и 4 декабря» is cut at its comma."""
        return not (self.closes or self.opens or any(token.kind == UNKNOWN for token in self.tokens))

    @property
    def closes(self) -> bool:
        """Whether it is said to be closed."""
        has_days_too = any(token.kind in _DAYS and token.kind != "OFFS" for token in self.tokens)
        words = {token.kind for token in self.tokens}
        return not self.opens and bool(words & _CLOSING or ("OFFS" in words and has_days_too))

    @property
    def opens(self) -> bool:
        """Whether it is of working again, or shorter."""
        return any(token.kind == "OPENS" or _OPENING.fullmatch(token.text) for token in self.tokens)

    def days(self, today: date) -> tuple[Stretch, ...]:
        """The whole days, run by run, where nothing else names a time."""
        segments = list(_segments([_apart(token) for token in self.tokens]))
        if len(segments) != 1:
            return ()
        now = datetime.combine(today, time(), UTC)
        read = moments_of([replace(token, at=at) for at, token in enumerate(segments[0])], now)
        return () if isinstance(read, Unsure) else _whole_days(read)

    def any_days(self, today: date) -> list[Days] | None:
        """The days of something else, all of them; None where one is not surely read."""
        now = datetime.combine(today, time(), UTC)
        found: list[Days] = []
        for segment in _segments([_apart(token) for token in self.tokens]):
            read = days_of([replace(token, at=at) for at, token in enumerate(segment)], now)
            if read is None and any(token.kind in _DAYS for token in segment):
                return None
            found += [read] if read else []
        return found


def announced_days(text: str, today: date) -> tuple[Stretch, ...]:
    """The whole days that are closed, run by run; none where that is not sure."""
    tokens = without_reasons(tokens_of(text, ANNOUNCEMENT))
    is_denied = any(token.kind == "NOT" for token in tokens) or takes_back(text, ANNOUNCEMENT) or condition_in(text)
    if len(tokens) > _MOST_TOKENS or is_denied:
        return ()
    midnight = datetime.combine(today, time(), UTC)
    whole = closure_of(words_of(text, CLOSURE, _LONGEST), midnight)
    if not isinstance(whole, Unsure):
        return () if today_or_later(tokens, whole, midnight) else _whole_days(whole)
    clauses = _joined(list(_clauses(tokens)))
    dated = [clause for clause in clauses if clause.names_days]
    numbered = (clause for clause in clauses if clause not in dated and (clause.closes or clause.opens))
    if any(token.guessed for clause in dated for token in clause.tokens) or any(map(_names_number, numbered)):
        return ()
    return _of_clauses(dated, today)


def _names_number(clause: _Clause) -> bool:
    """«с 7 по 10 закрыто» after the month of another clause: these days would be lost."""
    return any(token.kind.startswith(("N", "ORD")) and token.kind != "NOT" for token in clause.tokens)


def _of_clauses(dated: Sequence[_Clause], today: date) -> tuple[Stretch, ...]:
    if len(dated) == 1:
        is_of_others = not dated[0].closes and any(token.kind == UNKNOWN for token in dated[0].tokens)
        return () if dated[0].opens or is_of_others else dated[0].days(today)
    closing = [clause for clause in dated if clause.closes]
    closed: list[Stretch] = []
    for clause in closing:
        runs = clause.days(today)
        others = [one for one in dated if one not in closing]
        if not runs or (left := _without_others(runs, clause, others, today)) is None:
            return ()
        closed += left
    return tuple(closed) if _is_in_order(closed) else ()


def _is_in_order(runs: Sequence[Stretch]) -> bool:
    """Whether each run begins after the one before: days told twice, or of another year, are not sure."""
    return all(before.last < after.first for before, after in pairwise(runs))


def _whole_days(spans: Sequence[Span]) -> tuple[Stretch, ...]:
    if any(span.start.time() != time() or span.end.time() != time() for span in spans):
        return ()
    return tuple(Stretch(span.start.date(), span.end.date() - DAY) for span in spans)


def _without_others(
    runs: Sequence[Stretch], closing: _Clause, others: Sequence[_Clause], today: date
) -> list[Stretch] | None:
    """What is closed; a day of something else is none of it; its last one «до» may have left out."""
    kept = list(runs)
    for other in others:
        found = other.any_days(today)
        if found is None:
            return None
        for days in found:
            last = kept[-1]
            if days.first == last.last > last.first and any(token.kind == "TO" for token in closing.tokens):
                kept[-1] = Stretch(last.first, last.last - DAY)
            elif any(days.first <= run.last and run.first <= days.last for run in kept):
                return None
    return kept


def _clauses(tokens: Sequence[Token]) -> Iterator[_Clause]:
    """Cut at each sign; the sign stays with what follows."""
    clause = _Clause()
    for token in tokens:
        if token.kind in PARTING and clause.tokens:
            yield clause
            clause = _Clause()
        clause.tokens.append(token)
    yield clause


def _joined(clauses: Sequence[_Clause]) -> list[_Clause]:
    """Bare days belong to the clause before them that names days, or to the one after."""
    joined: list[_Clause] = []
    for clause in clauses:
        before = joined[-1] if joined else None
        if before and (before.is_bare or (clause.is_bare and names_time(before.tokens[-1]))):
            before.tokens += clause.tokens
        else:
            joined.append(clause)
    return joined


def _apart(token: Token) -> Token:
    """Words of closing stand between the days and must not join them."""
    return replace(token, kind=UNKNOWN) if token.kind in _CLOSING else token


def _segments(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The longest stretches that name a time; a naming word that no rule takes is a segment of its own."""
    chart, at = Chart(tokens), 0
    while at < len(tokens):
        found = chart.longest("moments", at)
        end = found[0] if found else at + 1
        if any(map(names_time, tokens[at:end])):
            yield tokens[at:end]
        at = max(end, at + 1)
