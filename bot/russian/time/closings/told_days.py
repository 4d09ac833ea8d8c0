"""One telling of days, shut or open, with hours or without: «5, 6 и 8 января работаем с 11 до 16»."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.russian.time.closings.two_spans import Bounds, closed_by_two, two_spans
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.kinds import SHUT
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.moments import said_in
from bot.russian.time.moments.wished_hours import hours_of
from bot.russian.time.values import DAY, FAR, Days

_DATED = frozenset(("MONTHG", "MONTHA", "DATE", "DOTD", "DOT"))
_NEAR = timedelta(days=20)  # a number without its month is of the days that follow


@dataclass(frozen=True, slots=True)
class ToldDays:
    """Days with what is closed on each of them; `state` is "shut", "open", or nothing where only hours are said."""

    days: tuple[date, ...]
    state: str
    closed: Sequence[Bounds | int]  # minutes alone: see Span.edge
    hours: Bounds
    words: str
    is_state_first: bool = False  # «закрыто: 5-го до 15, 6-го до 13»
    is_day_off: bool = False  # «выходной», as timetables say
    is_first: bool = False
    is_exception: bool = False  # «но 4 января», «кроме 4 января»


def told_days(said: Phrase, now: datetime, latest: ToldDays | None) -> ToldDays:
    """The days and what is said of them; `latest` are those told before. Raises TimeDoubtError."""
    days = _days(said, now, latest)
    _refuse_choice(said, days)
    state = said.part("spstate")
    hours = said.part("sphours")
    if edge := _edge(hours, state):
        return ToldDays(days, "open", [edge], (None, None), said.words())
    if hours and (two := two_spans(hours)):
        is_shut, closed = closed_by_two(two, hours, state, said.words())
        return ToldDays(days, "shut" if is_shut else "open", closed, (None, None), said.words())
    bounds, at = _hours(hours, now)
    told = ToldDays(days, "", [], bounds, said.words())
    if state is None:
        return _by_hours(told, hours, at)
    if whole := state.part("wholeday"):
        whole.accept()
    is_shut, opens, closes = state.has(*SHUT), state.has("OPENS"), state.has("CLOSES", "BEFORE")
    is_day_off = bool(state.tokens("OFFD", "OFFS"))
    if is_shut + opens + closes != 1 or (whole and (hours or not is_shut)):
        raise TimeDoubtError(Doubt.UNREAD, state.words())
    first = said.node.children[0] is state.node
    if is_shut and hours and named_as_range(said):
        raise TimeDoubtError(Doubt.EACH_DAY)
    closed = _closed(bounds, at, state, opens=opens, closes=closes)
    return replace(
        told,
        state="open" if opens else "shut",
        closed=closed,
        is_state_first=first and not opens,
        is_day_off=is_day_off,
    )


def _by_hours(told: ToldDays, hours: Phrase | None, at: time | None) -> ToldDays:
    """Only hours are said of the days; «только с 12 до 15» are those of work. Raises TimeDoubtError."""
    if at:
        raise TimeDoubtError(Doubt.NO_END_TIME)
    is_only = hours is not None and any(token.kind == "ONLY" for token in hours.node.leaves())
    return replace(told, state="open", closed=opened(told.hours)) if is_only else told


def _refuse_choice(said: Phrase, days: tuple[date, ...]) -> None:
    """«5 или 6 декабря» is one of the two. Raises TimeDoubtError."""
    if nolunch := said.part("spnolunch"):
        nolunch.accept()
    if any(token.kind == "OR" for token in said.node.leaves()):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=days)


def _edge(hours: Phrase | None, state: Phrase | None) -> int:
    """«на час короче», «откроемся на час позже»: minutes of the end, or below nought of the beginning; else 0."""
    if hours is None:
        return 0
    shorter, later = hours.value("HOURLESS") or 0, hours.value("HOURLATE") or 0
    if (
        (shorter or later)
        and state
        and (state.has(*SHUT) or (later and state.has("CLOSES")) or not state.has("OPENS", "CLOSES"))
    ):
        raise TimeDoubtError(Doubt.UNREAD, state.words())
    return shorter or -later


def named_as_range(said: Phrase) -> bool:
    """«с 1 по 5 декабря», «на той неделе»: hours beside it may be those of its first and last day."""
    named = said.part("spdays")
    days = [day.parts()[0].name for day in named.parts("spday")] if named else []
    return bool({"daterange", "spweek"}.intersection(days))


def _closed(bounds: Bounds, at: time | None, state: Phrase, *, opens: bool, closes: bool) -> list[Bounds | int]:
    """What is closed of a day. Raises TimeDoubtError."""
    since, until = bounds
    if opens:
        return opened((at or since, until))
    if closes:
        begins = at or since
        if begins is None or until:
            raise TimeDoubtError(Doubt.UNREAD, state.words())
        return [(begins, None)]
    if at:
        raise TimeDoubtError(Doubt.NO_END_TIME)
    return [(since, until)]


def opened(hours: Bounds) -> list[Bounds | int]:
    """What is closed of a day with these hours."""
    since, until = hours
    return [*([(None, since)] if since else []), *([(until, None)] if until else [])]


def _hours(said: Phrase | None, now: datetime) -> tuple[Bounds, time | None]:
    if said is None:
        return (None, None), None
    if nolunch := said.part("spnolunch"):
        nolunch.accept()
    hours = said_in(said, Calendar(now.date()), now)
    if hours.part == "OBED":
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    at, since, until = hours_of(hours)
    if hours.is_bare_span and since and until and since > until:
        raise TimeDoubtError(Doubt.ORDER, said.words())
    if since and until and since >= until:  # «с двух, утром»
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    return (since, until), at


def _days(said: Phrase, now: datetime, latest: ToldDays | None) -> tuple[date, ...]:
    named = said.part("spdays")
    if named is None and latest is None:  # «закрыто до 12, потом работаем»
        return (now.date(),)
    if named is None:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    is_of_latest = latest is not None and _is_numbered_weekday(named)
    days = days_in(named, Calendar(latest.days[0] if latest and is_of_latest else now.date()), now)
    if latest and days[0] <= latest.days[-1] and _is_numbers(named):
        nested = [day for day in days if latest.days[0] <= day <= latest.days[-1]]
        if len(nested) == len(days):
            return days
        days = days_in(named, Calendar(latest.days[0] + DAY), now)
        if days[-1] - latest.days[-1] > _NEAR:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=days)
    kinds = {token.kind for token in named.node.leaves()}
    following = latest.days[-1] + DAY if latest else days[0]
    if latest and kinds <= {"V", "NA", "WD"} and [day.weekday() for day in days] == [following.weekday()]:
        return (following,)  # «с понедельника по среду закрыто, в четверг до 15»
    is_dated = any(token.kind in _DATED for token in named.node.leaves())
    if latest and days[0] <= latest.days[-1] and not (is_dated or set(days) <= set(latest.days)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=days)
    return days


def days_in(named: Phrase, calendar: Calendar, now: datetime) -> tuple[date, ...]:
    """The days of a list, in their order. Raises TimeDoubtError."""
    days = said_in(named, calendar, now).days()
    if days is None or days.last == FAR or days.weekdays:
        raise TimeDoubtError(Doubt.UNREAD, named.words())
    if days.last - days.first > timedelta(days=366):
        raise TimeDoubtError(Doubt.TOO_FAR)
    return tuple(day for run in Days.runs(days) for day in run.each())


def _is_numbers(named: Phrase) -> bool:
    """Whether no month, weekday or distance is said: «9-го», «5 и 6»."""
    numeric = {"N0", "N9", "N59", "ORD", "ORDW", "CHISLO", "AND", "COMMA", "DASH", "V", "NA", "FROM", "THROUGH"}
    return {token.kind for token in named.node.leaves()} <= numeric


def _is_numbered_weekday(named: Phrase) -> bool:
    """«в среду 13-го»: of the month told before."""
    kinds = {token.kind for token in named.node.leaves()}
    return {"WD", "ORD"} <= kinds <= {"WD", "ORD", "V", "COMMA", "CHISLO"}
