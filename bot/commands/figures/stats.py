"""The command `stats`: the figures of a period, for people or as JSON."""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.centres.centre import Centre
from bot.centres.directory import load
from bot.commands.figures.stats_files import StatsFiles, write
from bot.commands.figures.stats_words import in_words
from bot.russian.words import day_in_full
from bot.stats.figures import Figures
from bot.stats.period import Period
from bot.stats.report import Report
from bot.stats.samples import means_of
from bot.storage.database import UnusableDatabaseError, opened_to_read
from bot.storage.tables.stats import StatsTable


@dataclass(frozen=True, slots=True)
class StatsRequest:
    """Which days (the year so far where None), which centre (all where None), and for whom."""

    first: date | None
    last: date | None
    centre: str | None
    as_json: bool
    files: StatsFiles | None = None


def show(folder: Path, database: Path, zone: ZoneInfo, asked: StatsRequest, now: datetime) -> int:
    """Prints the figures; 2 for days that are no past period, 1 for an unknown centre, 4 without a database."""
    today = now.astimezone(zone).date()
    period = _period(asked, today)
    if isinstance(period, str):
        return _refused(period, 2)
    directory, _ = load(folder, zone)
    centre = directory.centre(asked.centre) if asked.centre else None
    if asked.centre and centre is None:
        return _refused(f"Центра «{asked.centre}» нет. Возьмите id из data/centres.yaml.", 1)
    try:
        report, since = asyncio.run(_counted(database, period, centre, today))
    except UnusableDatabaseError as error:
        return _refused(f"{error.path}: {error.reason}.", 4)
    if asked.files is not None:
        return write(asked.files, report, database, folder, directory, now.astimezone(zone))
    sys.stdout.write(f"{_as_json(report) if asked.as_json else in_words(report, centre, since)}\n")
    return 0


def _period(asked: StatsRequest, today: date) -> Period | str:
    """The days asked for, or why they are none."""
    last = asked.last or today
    first = asked.first or last.replace(month=1, day=1)
    if last < first:
        return f"Начало периода позже конца: {day_in_full(first)} и {day_in_full(last)}. Поменяйте их местами."
    if today < first:
        return f"Этот период ещё не наступил: сегодня {day_in_full(today)}. Назовите прошедшие дни."
    return Period(first, last)


async def _counted(file: Path, period: Period, centre: Centre | None, today: date) -> tuple[Report, date | None]:
    id_ = centre.id if centre else None
    async with opened_to_read(file) as database:
        figures = StatsTable(database)
        report, first = await figures.report(period, id_), await figures.first_day()
        if period.last >= today:
            report = replace(report, ahead=await figures.ahead(period.last, id_))
        return report, first


def _as_json(report: Report) -> str:
    told = {
        "period": _days(report.period),
        "centre": report.centre,
        "indicators": dict(report.indicators),
        "figures": _told(report.now),
        "ahead": asdict(report.ahead) if report.ahead else None,
        "before": {"period": _days(report.before_period), "figures": _told(report.before)},
    }
    return json.dumps(told, ensure_ascii=False, default=date.isoformat)


def _days(period: Period) -> dict[str, str]:
    return {"from": period.first.isoformat(), "to": period.last.isoformat()}


def _told(figures: Figures) -> dict[str, Any]:
    sums = {
        "requests": figures.requests,
        "virtual": figures.virtual,
        "in_person": figures.in_person,
        "done_by_bot": figures.automatic.done,
        "done_by_librarians": figures.work.done,
        "returning_users": figures.returning_users,
        "share_answered": means_of(figures).share_answered,
        "mean_rating": means_of(figures).rating,
    }
    return sums | asdict(figures)


def _refused(words: str, code: int) -> int:
    sys.stderr.write(f"{words}\n")
    return code
