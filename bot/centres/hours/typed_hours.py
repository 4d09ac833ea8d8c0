"""Opening hours as a librarian types them, «пн-пт 9-18, обед 13-14, сб 10-16, вс выходной», read into a timetable.

What is not surely understood is refused: a wrong hour sends people to a closed door.
"""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.centres.hours.hours import Hours, UnreadableHoursError
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.hours_lines import HoursLine
from bot.centres.hours.hours_written import Written
from bot.centres.hours.rules import AROUND_THE_CLOCK, WEEKDAYS, joined
from bot.centres.hours.seasons import Season, rest_of_year
from bot.russian.time.doubts import Unsure
from bot.russian.time.hours_of_work.reading import notice_timetable, read_timetable
from bot.russian.time.hours_of_work.timetable import (
    Always,
    Clause,
    Holidays,
    Lunch,
    Monthly,
    OnNth,
    SeasonOfYear,
    Shorter,
    Weekly,
)

_ON_WEEKDAYS = re.compile(rf"^(?:{'|'.join(WEEKDAYS)})\b")


def read_hours(text: str, zone: ZoneInfo, current: Hours | None = None, *, shown: bool = True) -> Hours:
    """The timetable; a season or a sanitary day alone is added to the current one. Raises UnclearHoursError.

    `shown`: a preview follows that names the words passed over; without one every word must be understood.
    """
    read = notice_timetable(text).meaning if shown else read_timetable(text)
    if isinstance(read, Unsure):
        raise UnclearHoursError.of(read)
    if read == (Always(),):
        return Hours.parse(AROUND_THE_CLOCK, zone)
    written = _written(read)
    if current is None:
        _refuse_gap(read, written)
    try:
        return Hours.parse(_added_to(current, written) if current else written.expression(), zone)
    except UnreadableHoursError as error:
        raise UnclearHoursError(HoursDoubt.NEVER) from error


def _refuse_gap(clauses: Iterable[Clause], written: Written) -> None:
    """Several seasons with months between them of which nothing is told. Raises UnclearHoursError."""
    told = [clause for clause in clauses if isinstance(clause, SeasonOfYear) and clause.stretches]
    if len(told) > 1 and not written.weeks.get(None) and rest_of_year(written.seasons):
        raise UnclearHoursError(HoursDoubt.REST_OF_YEAR)


def _written(clauses: Iterable[Clause]) -> Written:
    written = Written()
    for clause in clauses:
        if isinstance(clause, Monthly | OnNth | Holidays):
            _write_days(clause, written)
        elif not isinstance(clause, Always):
            _write_week(clause, written)
    written.end()
    return written


def _write_week(clause: Weekly | SeasonOfYear | Lunch | Shorter, written: Written) -> None:
    match clause:
        case Weekly(days, spans, by_appointment, weeks, refines):
            written.add(HoursLine(days, spans, by_appointment=by_appointment, weeks=weeks, refines=refines))
        case SeasonOfYear(stretches):
            written.begin(*(Season.between(first, last) for first, last in stretches))
        case Lunch():
            _write_lunch(clause, written)
        case Shorter(until, less):
            written.shorten(until, less)


def _write_lunch(lunch: Lunch, written: Written) -> None:
    given = written.no_lunch(lunch.days) if lunch.span is None else written.lunch(lunch.span, lunch.days)
    if not given and (lunch.span or lunch.days):
        raise UnclearHoursError(HoursDoubt.LUNCH, lunch.text)


def _write_days(clause: Monthly | OnNth | Holidays, written: Written) -> None:
    match clause:
        case Monthly(weekday, nths, is_sanitary):
            written.close_monthly(weekday, nths, sanitary=is_sanitary)
        case OnNth(weekday, nths, spans):
            written.open_monthly(weekday, nths, spans)
        case Holidays():
            written.close_holidays()


def _added_to(current: Hours, written: Written) -> str:
    """The whole expression: seasons and days of the month said alone join the current ordinary weeks."""
    if None in written.weeks:
        return written.expression()
    kept = [rule for rule in current.rules if rule.text not in written.monthly]
    if not written.seasons:
        return "; ".join([joined(kept), *written.monthly])
    opening = [rule for rule in kept if rule.closes is None]
    if not all(_ON_WEEKDAYS.match(rule.text) for rule in opening):
        raise UnclearHoursError(HoursDoubt.WHOLE)
    if not (rest := rest_of_year(written.seasons)):
        return written.expression()
    ordinary = [f"{rest} {rule.text}" if rule.closes is None else rule.text for rule in kept]
    return "; ".join([*ordinary, written.expression()])
