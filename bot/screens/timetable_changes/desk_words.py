"""The number of desks in words, day by day where it differs."""

from collections.abc import Callable, Sequence
from html import escape

from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.centres.centre import Centre
from bot.russian.words import plural
from bot.screens.booking.time_list import day_of

_SHOWN = 8  # runs of a list


def days_in_words(days: BookableDays) -> str:
    """«среда, 25 ноября»; «понедельник, 7 декабря — воскресенье, 20 декабря»."""
    return day_of(days.first) if days.first == days.last else f"{day_of(days.first)} — {day_of(days.last)}"


def places(desks: int) -> str:
    """«1 место», «5 мест»."""
    return plural(desks, "место", "места", "мест")


def desks_now(centre: Centre, runs: Sequence[DeskRun]) -> str:
    """What the desks of the centre are after a change; empty where nobody is received on any of its days."""
    return told_by_days(f"{escape(centre.short_name)}: ", runs, _now)


def told_by_days(head: str, runs: Sequence[DeskRun], words: Callable[[DeskRun], str]) -> str:
    """The words of each run: after the head where there is one, else in lines with their days."""
    if not runs:
        return ""
    if len(runs) == 1:
        return f"{head}{words(runs[0])}."
    lines = [f"• {days_in_words(run.days)}: {words(run)}" for run in runs[:_SHOWN]]
    more = [f"и ещё {len(runs) - _SHOWN}"] if len(runs) > _SHOWN else []
    return "\n".join((head.rstrip(), *lines, *more))


def told_on(days: BookableDays, runs: Sequence[DeskRun], words: Callable[[DeskRun], str]) -> str:
    """The words of each run with its days; that there is none where nobody is received on any of the days."""
    when = days_in_words(runs[0].days if len(runs) == 1 else days)
    return told_by_days(f"{when}: ", runs, words) or f"{when}: в эти дни консультаций нет."


def _now(run: DeskRun) -> str:
    return f"мест столько же, {run.after}" if run.before == run.after else f"{places(run.after)} вместо {run.before}"
