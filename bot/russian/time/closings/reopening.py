"""What is told of working again beside what is closed: «закрыто до четверга, в четверг откроемся»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.russian.time.days.calendar import Calendar, possible
from bot.russian.time.days.named_days import NamedDate, NamedDay, NamedWeekday, day_of, listed_days, named_day
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, FAR, Days, Stretch

_NUMBERS = frozenset(("N0", "N9", "N59", "ORD", "ORDW"))
# «в среду работаем» may be one of the closed days; «в среду откроемся» comes after them.
_STATE = re.compile(r"работа(?:ем|ю|ет|ют)|дежур(?:ю|им|ит)|открыт[аоы]?")
_SATURDAY = 5
_DAYS_AHEAD, _DAYS_BEHIND = 400, 15


@dataclass(frozen=True, slots=True)
class Reopening:
    """The clauses in which working again is told."""

    clauses: tuple[Phrase, ...] = ()

    def days_after(self, closed: Days, calendar: Calendar) -> Iterator[date]:
        """The days on which it works again, as seen from what is closed. Raises TimeDoubtError."""
        for clause in self.clauses:
            is_state = any(_STATE.fullmatch(token.text) for token in clause.tokens("OPENS"))
            clause.has("OPENS", "AFTER")
            if doms := clause.part("doms"):
                days = listed_days(doms, calendar)
                is_dated = doms.value("MONTHG", "MONTHA") is not None
                yield from days if is_dated else (_first_of([NamedDate(day.day)], closed, calendar) for day in days)
            elif said := clause.parts("rday"):
                yield _day(said, closed, calendar, within=is_state)

    def cut(self, closed: Days, calendar: Calendar, *, ends_before: bool) -> Days:
        """What is closed, up to the day of working again; `ends_before` where «до» may leave that day out."""
        for day in self.days_after(closed, calendar):
            last = closed.stretches[-1]
            _refuse_gap(self.clauses, last, day)
            if last.last == FAR or (last.last == day and ends_before and last.first < day):
                closed = replace(closed, stretches=(*closed.stretches[:-1], Stretch(last.first, day - DAY)))
            elif day in closed:
                raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(day,))
        return closed


def _refuse_gap(clauses: Sequence[Phrase], closed: Stretch, day: date) -> None:
    """«ухожу 14 декабря, выйду 28»: what of the working days between? Raises TimeDoubtError."""
    words = {token.text for clause in clauses for token in clause.node.leaves() if token.kind == "OPENS"}
    if closed.last == FAR or all(map(_STATE.fullmatch, words)):
        return
    between = (closed.last + n * DAY for n in range(1, (day - closed.last).days))
    if any(one.weekday() < _SATURDAY for one in between):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(closed.last, day))


def is_return(word: str) -> bool:
    """«откроемся» comes after what is closed; «работаем» may be said of any day."""
    return not _STATE.fullmatch(word)


def parted(tokens: Sequence[Token]) -> tuple[list[Token], Reopening]:
    """The words of closing, and the clauses of working again without hours of their own."""
    kept: list[Token] = []
    opening: list[Phrase] = []
    for clause in _clauses(tokens):
        words = _without_ends(clause)
        trees = Chart([replace(token, at=at) for at, token in enumerate(words)]).whole("reopening") if words else []
        if trees:
            opening.append(Phrase(trees[0], set()))
        else:
            kept += clause
    while kept and kept[-1].kind in PARTING:
        kept.pop()
    return [replace(token, at=at) for at, token in enumerate(kept)], Reopening(tuple(opening))


def _without_ends(clause: Sequence[Token]) -> Sequence[Token]:
    """Without the signs before it: a reason that stood between two of them is gone."""
    while clause and (clause[0].kind in PARTING or clause[0].kind == "DASH"):
        clause = clause[1:]
    return clause


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Each with the sign before it."""
    clause: list[Token] = []
    for token in tokens:
        words = [one.kind for one in clause if one.kind not in PARTING]
        if token.kind in PARTING and words and not _NUMBERS.issuperset(words):  # «29, 30 декабря работаем»
            yield clause
            clause = []
        clause.append(token)
    yield clause


def _day(said: Sequence[Phrase], closed: Days, calendar: Calendar, *, within: bool) -> date:
    """The next day after the first closed one that is all of «в воскресенье 13-го», else one shortly before it."""
    named = [_named(part, closed.first, calendar) for part in said]
    if dates := [one for one in named if isinstance(one, date)]:
        if not all(_is(dates[0], one) for one in named):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        return dates[0]
    return _first_of(named, closed, calendar, within=within)


def _first_of(named: Sequence[NamedDay], closed: Days, calendar: Calendar, *, within: bool = True) -> date:
    if closed.last != FAR and (within or any(isinstance(one, NamedDate) for one in named)):
        inside = [day for one in closed.stretches for day in one.each() if all(_is(day, name) for name in named)]
        if inside:
            return inside[0]  # «с 1 по 10 января закрыто, 5-го работаем»
    begin = closed.first + DAY if closed.last == FAR else closed.last
    # A weekday with its number that lies far ahead is meant of the days before: «вместо 14-го в воскресенье 13-го».
    reach = _DAYS_AHEAD if len(named) == 1 else _DAYS_BEHIND * 3
    ahead = (begin + n * DAY for n in range(reach))
    behind = (closed.first - n * DAY for n in range(1, _DAYS_BEHIND))
    for day in (*ahead, *behind):
        if day >= calendar.today and all(_is(day, one) for one in named):
            return day
    raise TimeDoubtError(Doubt.SEVERAL_DAYS)


def _named(said: Phrase, since: date, calendar: Calendar) -> NamedDay:
    part = day_of(said)
    named = named_day(part, calendar.today) if part else NamedDate(said.numbers()[0])
    if not isinstance(named, NamedDate) or named.month is None:
        return named
    if named.year is not None:
        return named.on(calendar)
    years = (possible(since.year + step, named.month, named.day) for step in (0, 1))
    return next((day for day in years if day and day > since - _DAYS_BEHIND * DAY), named.on(calendar))


def _is(day: date, named: NamedDay) -> bool:
    match named:
        case NamedDate(number):
            return day.day == number
        case NamedWeekday(number):
            return day.weekday() == number
        case _:
            return day == named
