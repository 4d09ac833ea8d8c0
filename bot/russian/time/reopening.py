"""What is told of working again beside what is closed: «закрыто до четверга, в четверг откроемся»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.russian.time.calendar import Calendar, possible
from bot.russian.time.days import NamedDate, NamedWeekday, day_of, named_day, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, FAR, Days, Stretch

_PARTING = frozenset(("COMMA", "SEMI", "BUT"))
_MONTHS = 3  # of a number alone: «с 11-го работаем»


@dataclass(frozen=True, slots=True)
class Reopening:
    """The clauses in which working again is told."""

    clauses: tuple[Phrase, ...] = ()

    def days_after(self, closed: Days, calendar: Calendar) -> Iterator[date]:
        """The days on which it works again, as seen from what is closed. Raises TimeDoubtError."""
        for clause in self.clauses:
            clause.has("OPENS", "AFTER")
            found = {_day(day, closed, calendar) for day in clause.parts("rday")}
            if len(found) > 1:
                raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(sorted(found)))
            yield from found

    def cut(self, closed: Days, calendar: Calendar, *, ends_before: bool) -> Days:
        """What is closed, up to the day of working again; `ends_before` where «до» may leave that day out."""
        for day in self.days_after(closed, calendar):
            last = closed.stretches[-1]
            if last.last == FAR or (last.last == day and ends_before and last.first < day):
                closed = replace(closed, stretches=(*closed.stretches[:-1], Stretch(last.first, day - DAY)))
            elif day in closed:
                raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(day,))
        return closed


def parted(tokens: Sequence[Token]) -> tuple[list[Token], Reopening]:
    """The words of closing, and the clauses of working again without hours of their own."""
    kept: list[Token] = []
    opening: list[Phrase] = []
    for clause in _clauses(tokens):
        words = [token for token in clause if token.kind not in _PARTING]
        trees = Chart([replace(token, at=at) for at, token in enumerate(words)]).whole("reopening") if words else []
        if trees:
            opening.append(Phrase(trees[0], set()))
        else:
            kept += clause
    while kept and kept[-1].kind in _PARTING:
        kept.pop()
    return [replace(token, at=at) for at, token in enumerate(kept)], Reopening(tuple(opening))


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Each with the sign before it."""
    clause: list[Token] = []
    for token in tokens:
        if token.kind in _PARTING and any(one.kind not in _PARTING for one in clause):
            yield clause
            clause = []
        clause.append(token)
    yield clause


def _day(said: Phrase, closed: Days, calendar: Calendar) -> date:
    named = day_of(said)
    if named is None:
        return _numbered(said.numbers()[0], closed)
    match named_day(named, calendar.today):
        case NamedDate(number, None):
            return _numbered(number, closed)
        case NamedWeekday(number, ""):
            first = max(closed.first, calendar.today)
            return first + ((number - first.weekday() - 1) % 7 + 1) * DAY
        case day:
            return settled(day, calendar)


def _numbered(number: int, closed: Days) -> date:
    """The next day with that number after the first one that is closed. Raises TimeDoubtError."""
    first = closed.first
    for months in range(_MONTHS):
        month = first.year * 12 + first.month - 1 + months
        found = possible(month // 12, month % 12 + 1, number)
        if found and found > first:
            return found
    raise TimeDoubtError(Doubt.NO_SUCH_DATE)
