"""The figures of a period, read from the sums: whole months (and years) where they fit, days at the edges."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from bot.stats.aggregates import CentreSum, ConsultationSum, HourSum, KindSum, Sums
from bot.stats.calculation import figures
from bot.stats.figures import ArticleFigures, BookingFigures
from bot.stats.interaction import InteractionRow
from bot.stats.period import Period
from bot.stats.report import Report
from bot.storage.database import Database
from bot.storage.moments import moment
from bot.storage.spans import spans

R = TypeVar("R")

_SPANS = "span in (select value from json_each(:spans))"
_AT_CENTRE = "(:centre is null or centre = :centre)"
_DAYS = "day between :first and :last"

Asked = dict[str, str | int | None]


class StatsTable:
    """Reports of any period; a centre's report holds what is known to have happened there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def report(self, period: Period, centre: str | None = None) -> Report:
        """The period and the equal one before it, as of one moment."""
        return await self._database.study(lambda db: report(db, period, centre))

    async def rows(self, period: Period, centre: str | None = None, limit: int = 1_000_000) -> list[InteractionRow]:
        """The interactions of a period one by one, in order; days closed long ago have none any more."""
        return await self._database.study(lambda db: rows(db, period, centre, limit))

    async def ahead(self, after: date, centre: str | None = None) -> BookingFigures:
        """What is known of visits on the days after one: who is awaited, who gave up, whose hours were closed."""
        return await self._database.read(lambda db: _ahead(db, after, centre))

    async def group_users(self, period: Period, groups: Mapping[str, Sequence[str]]) -> dict[str, int]:
        """How many distinct people each group of centres has seen: who was at two of them counts once."""
        return await self._database.study(lambda db: _group_users(db, period, groups))

    async def first_day(self) -> date | None:
        """The first day of which anything is known; None where nothing is."""
        return await self._database.read(_first_day)


def report(db: sqlite3.Connection, period: Period, centre: str | None) -> Report:
    """The period and the equal one before it, as of one moment."""
    before = period.before()

    def read() -> tuple[Sums, Sums, date | None]:
        return _sums(db, period, centre), _sums(db, before, centre), _first_day(db)

    counted, compared, since = _as_of_one_moment(db, read)
    return Report(period, centre, figures(counted, period), figures(compared, before), since)


def _as_of_one_moment(db: sqlite3.Connection, read: Callable[[], R]) -> R:
    db.execute("begin")
    try:
        return read()
    finally:
        db.execute("commit")


def _sums(db: sqlite3.Connection, period: Period, centre: str | None) -> Sums:
    asked = _asked(period, centre)
    by_months = asked | {"spans": json.dumps(spans(period))}
    by_years = asked | {"spans": json.dumps(years := spans(period, years=True))}
    persons = "count(*)" if len(years) == 1 else "count(distinct person)"  # a span names each person once
    return Sums(
        users=_users(db, persons, by_years),
        new_users=_new_users(db, by_years),
        kinds=_kinds(db, by_months),
        consultations=_consultations(db, by_months),
        hours=_hours(db, asked),
        articles=_articles(db, by_months) if centre is None else (),
        centres=_centres(db, by_months),
        centre_users=_centre_users(db, persons, by_years),
    )


def _asked(period: Period, centre: str | None) -> Asked:
    return {"first": period.first.isoformat(), "last": period.last.isoformat(), "centre": centre}


def _users(db: sqlite3.Connection, persons: str, asked: Asked) -> int:
    sql = f"select {persons} from presence where {_SPANS} and centre = coalesce(:centre, '')"  # noqa: S608 - constants
    (number,) = db.execute(sql, asked).fetchone()
    return int(number)


def _new_users(db: sqlite3.Connection, asked: Asked) -> int:
    sql = (
        "select count(*) from pseudonym where since between :first and :last"  # noqa: S608 - constants
        f" and (:centre is null or id in (select person from presence where {_SPANS} and centre = :centre))"
    )
    (number,) = db.execute(sql, asked).fetchone()
    return int(number)


def _kinds(db: sqlite3.Connection, asked: Asked) -> Sequence[KindSum]:
    sql = (
        "select kind, channel, state, detail, sum(n), sum(minutes), sum(lead_days), sum(ratings), sum(rating)"  # noqa: S608 - constants
        f" from span_sum where {_SPANS} and {_AT_CENTRE} group by kind, channel, state, detail having sum(n) > 0"
    )
    return [KindSum(*row) for row in db.execute(sql, asked)]


def _consultations(db: sqlite3.Connection, asked: Asked) -> Sequence[ConsultationSum]:
    sql = (
        f"select channel, topic, outcome, sum(n) from span_sum where {_SPANS} and {_AT_CENTRE}"  # noqa: S608 - constants
        " and kind = 'consultation' and state = 'arrived' group by channel, topic, outcome having sum(n) > 0"
    )
    return [ConsultationSum(*row) for row in db.execute(sql, asked)]


def _centres(db: sqlite3.Connection, asked: Asked) -> Sequence[CentreSum]:
    sql = (
        f"select centre, kind, state, sum(n) from span_sum where {_SPANS} and {_AT_CENTRE} and centre > ''"  # noqa: S608 - constants
        " and state <> 'struck' group by centre, kind, state having sum(n) > 0"
    )
    return [CentreSum(*row) for row in db.execute(sql, asked)]


def _centre_users(db: sqlite3.Connection, persons: str, asked: Asked) -> dict[str, int]:
    sql = (
        f"select centre, {persons} from presence where {_SPANS} and {_AT_CENTRE} and centre > ''"  # noqa: S608 - constants
        " group by centre"
    )
    return dict(db.execute(sql, asked))


def _group_users(db: sqlite3.Connection, period: Period, groups: Mapping[str, Sequence[str]]) -> dict[str, int]:
    days = json.dumps(spans(period, years=True))
    sql = (
        f"select count(distinct person) from presence where {_SPANS}"  # noqa: S608 - constants
        " and centre in (select value from json_each(:centres))"
    )
    asked = ((name, {"spans": days, "centres": json.dumps(list(centres))}) for name, centres in groups.items())
    return {name: int(db.execute(sql, one).fetchone()[0]) for name, one in asked}


def _hours(db: sqlite3.Connection, asked: Asked) -> Sequence[HourSum]:
    sql = f"select day, hour, work, n from hour_sum where {_DAYS} and centre = coalesce(:centre, '') and n > 0"  # noqa: S608 - constants
    return [HourSum(date.fromisoformat(day), *more) for day, *more in db.execute(sql, asked)]


def _articles(db: sqlite3.Connection, asked: Asked) -> Sequence[ArticleFigures]:
    sql = (
        f"select article, sum(shown), sum(helped), sum(not_helped) from article_sum where {_SPANS}"  # noqa: S608 - a constant
        " group by article having sum(shown) + sum(helped) + sum(not_helped) > 0"
    )
    return [ArticleFigures(*row) for row in db.execute(sql, asked)]


def rows(db: sqlite3.Connection, period: Period, centre: str | None, limit: int) -> list[InteractionRow]:
    """The interactions of a period one by one."""
    sql = (
        "select id, at, day, hour, channel, kind, person, first, centre, topic, article, detail,"  # noqa: S608 - constants
        " state, outcome, minutes, lead_days, rating, is_timed"
        f" from contact where {_DAYS} and {_AT_CENTRE} order by day, at, id limit :limit"
    )
    return [_row(row) for row in db.execute(sql, _asked(period, centre) | {"limit": limit})]


def _row(row: tuple[Any, ...]) -> InteractionRow:
    id_, at, day, hour, channel, kind, person, first, *more = row
    known = None if first is None else bool(first)
    return InteractionRow(id_, moment(at), date.fromisoformat(day), hour, channel, kind, person, known, *more)


def _ahead(db: sqlite3.Connection, after: date, centre: str | None) -> BookingFigures:
    sql = (
        "select state, sum(n) from span_sum where span > :after and length(span) = 10"  # noqa: S608 - constants
        f" and kind = 'consultation' and {_AT_CENTRE} group by state"
    )
    counts = dict(db.execute(sql, {"after": after.isoformat(), "centre": centre}).fetchall())
    return BookingFigures(
        open=counts.get("booked", 0), cancelled=counts.get("cancelled", 0), displaced=counts.get("displaced", 0)
    )


def _first_day(db: sqlite3.Connection) -> date | None:
    # The days of a month follow its own sum: '2026-03' < '2026-03-05'.
    sql = "select min(span) from span_sum where span > (select min(span) from span_sum) || '-'"
    (found,) = db.execute(sql).fetchone()
    return date.fromisoformat(found) if found else None
