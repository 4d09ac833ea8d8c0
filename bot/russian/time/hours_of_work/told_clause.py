"""Clauses of a timetable in their order, and those that a season told in passing does not limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.spans import clock_minutes, spans_of
from bot.russian.time.hours_of_work.weekdays import days_in

_OPEN = frozenset(("week", "sameweek", "daily"))
_PARTS_YEAR = frozenset(("season", "otherwise", "shut"))


@dataclass(frozen=True, slots=True)
class ToldClause:
    """A clause with the kinds of words before it, since the clause before, and the kind of the word after it."""

    said: Phrase
    before: frozenset[str]
    after: str = ""

    @property
    def is_season(self) -> bool:
        """Whether it names a stretch of the year."""
        return self.said.name == "season"


def within_year(told: list[ToldClause]) -> list[ToldClause]:
    """«пн-пт 10-19, летом до 18, сб 10-16»: days first named after the season are of the whole year, and told before.

    Raises TimeDoubtError where they may be of the season alone.
    """
    at = next((n for n, one in enumerate(told) if one.said.name in _PARTS_YEAR), len(told))
    before, season, rest = told[:at], told[at : at + 1], told[at + 1 :]
    weeks = [one for one in rest[1:] if one.said.name == "week"]
    if not (season and season[0].is_season and any(one.said.name in _OPEN for one in before) and weeks):
        return told
    known, later = _days(before), _days(weeks)
    if any(one.said.name in _PARTS_YEAR for one in rest) or later <= known or _is_heading(season[0], rest[0]):
        return told
    if rest[0].said.name != "shorter" or later & known or not _is_beside(season[0], rest[1]):
        raise TimeDoubtError(Doubt.AMBIGUOUS, weeks[0].said.words())
    if (hour := rest[0].said.part("hclock")) and _latest(weeks) > clock_minutes(hour, is_end=True):
        raise TimeDoubtError(Doubt.AMBIGUOUS, weeks[0].said.words())  # «летом до 15, сб 10-16»
    return [*before, *rest[1:], *season, rest[0]]


def _days(weeks: Sequence[ToldClause]) -> set[int]:
    named = [one.said.part("hdays", "sets") for one in weeks]
    return {day for days in named if days for day in days_in(days).days}


def _latest(weeks: Sequence[ToldClause]) -> int:
    """When the last of them closes, minutes of the day."""
    return max(end for one in weeks for _, end in spans_of(one.said.part("spans", "hto"), 0) or ((0, 0),))


def _is_heading(season: ToldClause, first: ToldClause) -> bool:
    """«Летом: пн-пт 9-17, сб 10-15»: all that follows is of it."""
    return bool({"COLON", "DASH"} & ({season.after} | first.before))


def _is_beside(season: ToldClause, following: ToldClause) -> bool:
    """Whether no stronger sign parts the season from what is before it than from what follows its hours."""
    return "SEMI" not in season.before or "SEMI" in following.before
