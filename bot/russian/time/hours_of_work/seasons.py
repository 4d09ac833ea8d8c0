"""Stretches of the year in hours of work: «с 1 июня по 31 августа», «июнь–август», «летом»."""

from collections.abc import Iterator

from bot.russian.time.days.named_days import dom_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import MonthDay, SeasonOfYear

WINTER = 12  # its first month
_SUMMER = 6  # June to August everywhere; of the other seasons nobody knows when the timetable changes


def season_of(said: Phrase, *, is_rest: bool = False) -> SeasonOfYear:
    """The stretches of the year that are named; `is_rest` where winter is what summer leaves. Raises TimeDoubtError."""
    said.has("TIME", "OR", "OTHER", "MONTHW")
    if said.name == "otherwise":
        return SeasonOfYear((), said.words())
    if name := said.part("seasonname"):
        name.has("TIME", "MONTHW")
        first_month = name.value("SEASON") or 0
        if is_rest and first_month == WINTER and not _stretches(said):
            return SeasonOfYear((), said.words())
        return _named(said, first_month)
    return SeasonOfYear(_stretches(said), said.words())


def is_dated_summer(said: Phrase) -> bool:
    """«летом с июня по август»: of what is left «зимой» may be said."""
    tokens = [token for token in said.node.leaves() if token.kind == "SEASON"]
    return any(token.value == _SUMMER for token in tokens) and bool(_stretches(said))


def _named(said: Phrase, first_month: int) -> SeasonOfYear:
    """«летом» by itself; another season only with its dates, and the dates must be of that season."""
    if not (stretches := _stretches(said)):
        if first_month != _SUMMER:
            raise TimeDoubtError(Doubt.WHICH_SEASON, said.words())
        return SeasonOfYear((((6, 0), (8, 0)),), said.words())
    middle = first_month % 12 + 1
    if not any(_has_month(first[0], last[0], middle) for first, last in stretches):
        raise TimeDoubtError(Doubt.WHICH_SEASON, said.words())  # «зимой (июнь-август)»
    return SeasonOfYear(stretches, said.words())


def _has_month(first: int, last: int, month: int) -> bool:
    return first <= month <= last if first <= last else month >= first or month <= last


def _stretches(said: Phrase) -> tuple[tuple[MonthDay, MonthDay], ...]:
    """The stretches with dates; none where a season is only named."""
    if days := said.parts("yearday"):
        last = _year_day(days[-1])
        dom = said.part("dom")
        first = (last[0], dom_of(dom)) if dom else _year_day(days[0])
        return ((first, last),)
    months = [token.value for token in said.tokens("MONTH", "MONTHA", "MONTHG")]
    if not months:
        return ()
    if said.has("DASH", "THROUGH", "TO"):
        return (((months[0], 0), (months[-1], 0)),)
    return tuple(_runs(months))


def _year_day(said: Phrase) -> MonthDay:
    if (dotted := said.value("DOT", "DOTD")) is not None:
        return dotted % 100, dotted // 100
    dom = said.part("dom")
    return said.value("MONTHG", "MONTHA") or 0, dom_of(dom) if dom else 0


def _runs(months: list[int]) -> Iterator[tuple[MonthDay, MonthDay]]:
    """«июнь, июль, август» is one season, «май, июль» are two."""
    first = last = months[0]
    for month in months[1:]:
        if month != last % 12 + 1:
            yield (first, 0), (last, 0)
            first = month
        last = month
    yield (first, 0), (last, 0)
