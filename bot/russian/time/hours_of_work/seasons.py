"""Stretches of the year in hours of work: «с 1 июня по 31 августа», «июнь–август», «летом»."""

from collections.abc import Iterator

from bot.russian.time.days import dom_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import SeasonOfYear

_SUMMER = 6  # June to August everywhere; of the other seasons nobody knows when the timetable changes


def season_of(said: Phrase) -> SeasonOfYear:
    """The stretches of the year that are named. Raises TimeDoubtError."""
    said.has("TIME", "OR", "OTHER", "MONTHW")
    if said.name == "otherwise":
        return SeasonOfYear((), said.words())
    if (season := said.value("SEASON")) is not None:
        if season != _SUMMER:
            raise TimeDoubtError(Doubt.WHICH_SEASON, said.words())
        return SeasonOfYear((((6, 0), (8, 0)),), said.words())
    if days := said.parts("yearday"):
        last = _year_day(days[-1])
        dom = said.part("dom")
        first = (last[0], dom_of(dom)) if dom else _year_day(days[0])
        return SeasonOfYear(((first, last),), said.words())
    months = [token.value for token in said.tokens("MONTH", "MONTHA", "MONTHG")]
    if said.has("DASH", "THROUGH", "TO"):
        return SeasonOfYear((((months[0], 0), (months[-1], 0)),), said.words())
    return SeasonOfYear(tuple(_runs(months)), said.words())


def _year_day(said: Phrase) -> tuple[int, int]:
    if (dotted := said.value("DOT", "DOTD")) is not None:
        return dotted % 100, dotted // 100
    dom = said.part("dom")
    return said.value("MONTHG", "MONTHA") or 0, dom_of(dom) if dom else 0


def _runs(months: list[int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """«июнь, июль, август» is one season, «май, июль» are two."""
    first = last = months[0]
    for month in months[1:]:
        if month != last % 12 + 1:
            yield (first, 0), (last, 0)
            first = month
        last = month
    yield (first, 0), (last, 0)
