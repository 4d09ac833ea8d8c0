"""What clauses mean together: hours without days, «остальные дни»."""

from collections.abc import Sequence
from dataclasses import replace

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.hours_of_work.timetable import Clause, Lunch, SeasonOfYear, Weekly
from bot.russian.time.hours_of_work.weekdays import ALL_DAYS, REST


def with_lunch_after(clauses: Sequence[Clause]) -> list[Clause]:
    """«обед с 13 до 14, пн-пт 10-18»: a lunch told before any day is of all of them."""
    if clauses and isinstance(clauses[0], Lunch) and clauses[0].span:
        return [*clauses[1:], clauses[0]]
    return list(clauses)


def with_rest(clauses: Sequence[Clause]) -> list[Clause]:
    """«остальные дни» are those that no other clause names. Raises TimeDoubtError."""
    read = list(clauses)
    named = {day for clause in read if isinstance(clause, Weekly) for day in clause.days}
    left = tuple(day for day in ALL_DAYS if day not in named)
    for at, clause in enumerate(read):
        if isinstance(clause, Weekly) and REST in clause.days:
            if clause.days != (REST,) or any(isinstance(other, SeasonOfYear) for other in read):
                raise TimeDoubtError(Doubt.UNREAD, clause.text)
            read[at] = replace(clause, days=left)
    return read


def with_everyday(read: list[Clause], everyday: Sequence[int], words: str, *, is_daily: bool) -> list[Clause]:
    """Hours without days, at the places `everyday`, are of every day where days off were named, and of none else.

    `is_daily` is «без выходных». Raises TimeDoubtError.
    """
    closed = [clause for clause in read if isinstance(clause, Weekly) and not clause.spans]
    opened = [clause for clause in read if isinstance(clause, Weekly) and clause.spans]
    if everyday and not ((closed or is_daily) and len(everyday) == 1):
        raise TimeDoubtError(Doubt.NO_DAYS, words)
    if everyday and {day for line in closed for day in line.days} >= set(ALL_DAYS):
        raise TimeDoubtError(Doubt.NO_DAYS, words)
    if everyday and not any(isinstance(clause, SeasonOfYear) for clause in read):
        read.insert(0, read.pop(everyday[0]))  # the days named are taken out of it
    if is_daily and {day for line in opened for day in line.days} != set(ALL_DAYS):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return read
