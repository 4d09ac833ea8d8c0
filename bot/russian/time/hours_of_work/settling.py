"""What clauses mean together: hours without days, «остальные дни», what is told once for several seasons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.hours_of_work.timetable import Clause, Lunch, SeasonOfYear, Weekly
from bot.russian.time.hours_of_work.weekdays import ALL_DAYS, REST


def settled(clauses: Sequence[Clause], words: str, *, is_daily: bool) -> list[Clause]:
    """The clauses season by season; `is_daily` is «без выходных». Raises TimeDoubtError."""
    seasons = _shared([list(season) for season in _by_season(_with_rest(clauses))], words)
    settled_ones = [_with_everyday(_lunchless_first(season), words, is_daily=is_daily) for season in seasons]
    read = [clause for season in settled_ones for clause in season]
    days_open = {day for clause in read if isinstance(clause, Weekly) and clause.spans for day in clause.days}
    if is_daily and days_open != set(ALL_DAYS):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return read


def _with_rest(clauses: Sequence[Clause]) -> list[Clause]:
    """«остальные дни» are those that no other clause names. Raises TimeDoubtError."""
    read = list(clauses)
    named = {day for clause in read if isinstance(clause, Weekly) for day in clause.days}
    left = tuple(day for day in ALL_DAYS if day not in named)
    for at, clause in enumerate(read):
        if isinstance(clause, Weekly) and REST in clause.days:
            before = read[at - 1] if at else None
            is_of_lunch = isinstance(before, Lunch) and bool(before.days)  # «обед в пт 12-13, в остальные дни 13-14»
            if clause.days != (REST,) or is_of_lunch or any(isinstance(other, SeasonOfYear) for other in read):
                raise TimeDoubtError(Doubt.UNREAD, clause.text)
            read[at] = replace(clause, days=left)
    return read


def _by_season(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    """Stretches of clauses, each with the season that it begins with; the ordinary weeks have none."""
    begun = 0
    for at, clause in enumerate(clauses):
        if isinstance(clause, SeasonOfYear) and at > begun:
            yield clauses[begun:at]
            begun = at
    yield clauses[begun:]


def _shared(seasons: list[list[Clause]], words: str) -> list[list[Clause]]:
    """Days off and a lunch told before all hours, or after all, are of every season. Raises TimeDoubtError."""
    first, *others = seasons
    if not any(map(_opens, first)) and not isinstance(first[0], SeasonOfYear) and others:
        return [[*season, *first] for season in others]  # «обед с 13 до 14, летом пн-пт 9-17, …»
    if len(seasons) == 1:
        return [_lunch_last(first)]
    *before, last = seasons
    tail = [clause for clause in last if _is_common(clause)]
    if not tail or any(map(_is_common, (clause for season in before for clause in season))):
        return seasons
    if all(sum(map(_opens, season)) == sum(map(_is_everyday, season)) == 1 for season in seasons):
        return [*([*season, *tail] for season in before), last]
    if any(isinstance(clause, Lunch) for clause in tail) and all(any(map(_opens, season)) for season in before):
        raise TimeDoubtError(Doubt.AMBIGUOUS, words)  # a lunch of the last season alone, or of all?
    return seasons


def _lunch_last(clauses: list[Clause]) -> list[Clause]:
    """«обед с 13 до 14, пн-пт 10-18»: a lunch told before any day is of all of them."""
    leading = [clause for clause in clauses[: _first_week(clauses)] if isinstance(clause, Lunch) and clause.span]
    return [*(clause for clause in clauses if clause not in leading), *leading]


def _first_week(clauses: list[Clause]) -> int:
    return next((at for at, clause in enumerate(clauses) if isinstance(clause, Weekly)), 0)


def _lunchless_first(season: list[Clause]) -> list[Clause]:
    """«обед 13-14, в субботу без обеда»: the days that have none are known before the lunch is given out."""
    lunchless = [clause for clause in season if isinstance(clause, Lunch) and clause.span is None and clause.days]
    rest = [clause for clause in season if clause not in lunchless]
    lunch = next((at for at, clause in enumerate(rest) if isinstance(clause, Lunch) and clause.span), len(rest))
    return [*rest[:lunch], *lunchless, *rest[lunch:]]


def _with_everyday(season: list[Clause], words: str, *, is_daily: bool) -> list[Clause]:
    """Hours without days are of every day where days off were named, and of none else. Raises TimeDoubtError."""
    everyday = [clause for clause in season if _is_everyday(clause)]
    if not everyday:
        return season
    weeks = [clause for clause in season if isinstance(clause, Weekly) and not clause.is_everyday]
    closed = {day for clause in weeks if not clause.spans for day in clause.days}
    has_no_day = {day for clause in weeks for day in clause.days} >= set(ALL_DAYS)
    if len(everyday) > 1 or not (closed or is_daily) or has_no_day:
        raise TimeDoubtError(Doubt.NO_DAYS, words)
    named = [clause for clause in season if isinstance(clause, SeasonOfYear)]
    rest = [clause for clause in season if clause is not everyday[0] and not isinstance(clause, SeasonOfYear)]
    return [*named, everyday[0], *rest]  # the days named are taken out of it


def _opens(clause: Clause) -> bool:
    return isinstance(clause, Weekly) and bool(clause.spans)


def _is_everyday(clause: Clause) -> bool:
    return isinstance(clause, Weekly) and clause.is_everyday


def _is_common(clause: Clause) -> bool:
    is_day_off = isinstance(clause, Weekly) and not clause.spans and not clause.by_appointment
    return is_day_off or (isinstance(clause, Lunch) and clause.span is not None)
