"""A timetable whole: every season of the year by itself, not only the one of today."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.centres.hours.hours import Hours
from bot.centres.hours.seasons import Season, days_outside, seasons_of
from bot.russian.calendar_words import MONTHS
from bot.screens.centres.hours_text import opening_lines, other_days, week_in_words, weekly_lines

_CLOSED, _CLOSED_WEEK = "закрыто", ("ежедневно выходной",)


def timetable(hours: Hours, today: date) -> Iterator[str]:
    """The ordinary week, or each season by itself; then the closed days of the month."""
    seasons = tuple(_seasons(hours))
    if not seasons:
        yield from week_in_words(hours, today)
        return
    for name, inside in seasons:
        yield f"{name}: {_week(hours, inside)}"
    yield from other_days(hours)


def opening_days(hours: Hours, today: date) -> Iterator[str]:
    """The same without days off, which need not be told of hours of consultation."""
    for name, lines in opening_seasons(hours, today):
        yield from (f"{name}: {', '.join(lines) or _CLOSED}",) if name else lines


def opening_seasons(hours: Hours, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of days that open under the name of their season; under no name where all of the year is alike."""
    seasons = tuple(_seasons(hours))
    if not seasons:
        always = hours.is_around_the_clock
        yield "", week_in_words(hours, today) if always else (*opening_lines(hours, today), *other_days(hours))
        return
    for name, inside in seasons:
        yield name, opening_lines(hours, inside)
    if others := other_days(hours):
        yield "", others


def _seasons(hours: Hours) -> Iterator[tuple[str, date]]:
    """The seasons by their dates, each with a day whose week shows it; none where the year is one."""
    seasons = seasons_of(hours)
    for season in seasons:
        yield _dates(season), _inside(season.days)
    if seasons and (rest := days_outside(seasons)):
        yield "в остальное время", _inside(rest)


def _week(hours: Hours, day: date) -> str:
    week = weekly_lines(hours, day)
    return _CLOSED if week == _CLOSED_WEEK else ", ".join(week)


def _inside(days: Sequence[date]) -> date:
    """A day whose whole week is among them, if there is one."""
    among = set(days)
    weeks = (day for day in days if {date.fromordinal(day.toordinal() + n - day.weekday()) for n in range(7)} <= among)
    return next(weeks, days[len(days) // 2])


def _dates(season: Season) -> str:
    (month, day), (last_month, last) = season.start, season.end
    return f"с {day} {MONTHS[month - 1]} по {last} {MONTHS[last_month - 1]}"
