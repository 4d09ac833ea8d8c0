"""What each kind of clause means: a week, a lunch, a day off, a season."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.monthly import monthly_of
from bot.russian.time.hours_of_work.seasons import season_of
from bot.russian.time.hours_of_work.so_far import TimetableSoFar
from bot.russian.time.hours_of_work.spans import clock_minutes, spans_of
from bot.russian.time.hours_of_work.timetable import Clause, Holidays, Lunch, OnNth, SeasonOfYear, Shorter, Weekly
from bot.russian.time.hours_of_work.weekdays import ALL_DAYS, NamedDays, days_in


def _week(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    spans = spans_of(said.part("spans", "hto"), table.start_before())
    less = said.value("HOURLESS")
    if less is not None:
        spans = table.shorter_by(less, said.words())
    if until := said.part("hto"):
        table.refuse_other_way(until, spans)
    by_appointment = said.has("REQUEST")
    if nth := said.part("nthdays"):
        said.has("WORKING")
        found = monthly_of(nth)
        if found.weekday is None:
            raise TimeDoubtError(Doubt.UNREAD, said.words())
        yield OnNth(found.weekday, found.nths, spans)
        return
    _refuse_days_off(said)
    named = _named(said)
    if named.with_holidays:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    refines = less is not None or bool(said.part("hto"))  # «пн-пт 9-18 (пт до 17)»
    yield Weekly(named.days, spans, by_appointment, named.weeks, refines, said.words(), one_by_one=named.one_by_one)
    if named.without_holidays:
        yield Holidays()


def _refuse_days_off(said: Phrase) -> None:
    """«в субботу и воскресенье выходные, с 9 до 5»: the hours are of other days. Raises TimeDoubtError."""
    hdays = said.part("hdays")
    leaves = list(hdays.node.leaves()) if hdays else []
    if any(before.kind in {"WD", "WDS"} and after.kind == "OFFS" for before, after in pairwise(leaves)):
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())


def _daily(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    without = said.part("without")
    if table.latest is not None and table.latest.name == "closed" and said.follows(table.latest):
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())  # «выходной пн, вт-сб 10-18»: these are the hours of «вт-сб»
    left_out = days_in(without) if without else NamedDays(())
    days = tuple(day for day in ALL_DAYS if day not in left_out.days)
    spans = spans_of(said.part("spans"), table.start_before())
    yield Weekly(days, spans, text=said.words(), is_everyday=without is None)
    if left_out.with_holidays:
        yield Holidays()


def _shorter(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    hour, less = said.part("hclock"), said.value("HOURLESS")
    if not (table.read and isinstance(table.read[-1], SeasonOfYear) and table.read[-1].stretches):
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    yield Shorter(clock_minutes(hour, is_end=True) if hour else None, less or 0)


def _closed(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    said.has("OFF", "OFFS", "OFFD", "DAYG")
    if not said.part("hdays", "sets") and table.latest is not None and table.latest.name == "season":
        yield Weekly(ALL_DAYS, text=said.words())  # «в августе закрыто; пн-пт 10-18»: the hours are of the other months
        yield SeasonOfYear()
        return
    named = _named(said, is_closed=True)
    if said.numbers() not in ([], [len(named.days)]):  # «два выходных: воскресенье и понедельник»
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    table.refuse_open_and_closed(named.days, said.words())
    if named.days:
        yield Weekly(named.days, weeks=named.weeks, text=said.words())
    if named.with_holidays:
        yield Holidays()


def _named(said: Phrase, *, is_closed: bool = False) -> NamedDays:
    days = said.part("hdays", "sets")
    if days is None:
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    named = days_in(days, is_closed=is_closed)
    if not (without := days.part("without")):
        return named
    out = days_in(without)
    if not set(out.days) <= set(named.days):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    kept = tuple(day for day in named.days if day not in out.days)
    return replace(named, days=kept, without_holidays=out.with_holidays)


def _without(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    """«пн-пт 9-18, кроме среды»: only right after the hours that it speaks of."""
    named, latest = days_in(said), table.read[-1] if table.read else None
    if not isinstance(latest, Weekly) or not latest.spans or not set(named.days) <= set(latest.days):
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    if table.latest is not None and table.latest.name in {"lunch", "nolunch"}:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    days = tuple(day for day in latest.days if day not in named.days)
    table.read[-1] = replace(latest, days=days, is_everyday=latest.is_everyday and not named.days)
    if named.with_holidays:
        yield Holidays()


def _shut(_: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    """«закрыто в августе»: what follows is of the rest of the year."""
    said.has("OFF", "OFFS", "OFFD", "DAYG")
    season = said.part("season")
    if season is None or said.numbers():
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    yield season_of(season)
    yield Weekly(ALL_DAYS, text=said.words())
    yield SeasonOfYear()


def _lunch(_: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    said.has("LUNCH", "OBED", "CLOSES")
    spans = tuple(spans_of(said, None))
    if everyday := said.part("everyday"):
        everyday.has("DAILY", "EACH")
    named = said.part("hdays")
    yield Lunch(spans[0], said.words(), days_in(named).days if named else ())


def _no_lunch(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    said.has("WITHOUT", "LUNCH", "OBED")
    table.is_open_daily |= said.has("OFFS")
    named = said.part("hdays")
    yield Lunch(None, said.words(), days_in(named).days if named else ())


def _no_days_off(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    said.has("WITHOUT", "OFFS")
    table.is_open_daily = True
    if said.has("LUNCH", "OBED"):
        yield Lunch(None, said.words())


def _monthly(_: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    nth = said.part("nthdays")
    said.has("OFF", "OFFS", "OFFD")
    if nth is None:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    yield replace(monthly_of(nth), is_sanitary=said.has("SANITARY"))


def _by_request(_: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    """«только по записи»: when it is open nobody knows."""
    said.has("REQUEST", "DAILY")
    yield Weekly(ALL_DAYS, by_appointment=True, text=said.words())


def _same_days(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    """«с сентября по май те же дни 10-18»: those of the hours before. Raises TimeDoubtError."""
    said.has("SAMEDAYS")
    before = [clause for clause in table.read if isinstance(clause, Weekly) and clause.spans]
    if len({clause.days for clause in before}) != 1:
        raise TimeDoubtError(Doubt.NO_DAYS, said.words())
    yield Weekly(before[0].days, spans_of(said.part("spans"), None), text=said.words())


def _season(table: TimetableSoFar, said: Phrase) -> Iterator[Clause]:
    yield season_of(said, is_rest=table.has_dated_summer)


CLAUSE_RESOLVERS: dict[str, Callable[[TimetableSoFar, Phrase], Iterator[Clause]]] = {
    "season": _season, "otherwise": _season, "week": _week, "daily": _daily, "shorter": _shorter,
    "closed": _closed, "shut": _shut, "lunch": _lunch, "nolunch": _no_lunch, "nodaysoff": _no_days_off,
    "monthly": _monthly, "without": _without, "byrequest": _by_request, "sameweek": _same_days,
}  # fmt: skip
