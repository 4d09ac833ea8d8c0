"""Opening hours as a librarian types them, «пн-пт 9-18, обед 13-14, сб 10-16, вс выходной», read into a timetable.

What is not surely understood is refused: a wrong hour sends people to a closed door.
"""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.centres.hours.hours import Hours, UnreadableHoursError
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.hours_written import HoursLine, Written, added_to
from bot.centres.hours.seasons import Season
from bot.russian.time.doubts import Unsure
from bot.russian.time.hours_of_work.reading import read_timetable
from bot.russian.time.hours_of_work.timetable import (
    Clause,
    Holidays,
    Lunch,
    Monthly,
    OnNth,
    SeasonOfYear,
    Shorter,
    Weekly,
)


def read_hours(text: str, zone: ZoneInfo, current: Hours | None = None) -> Hours:
    """The timetable; a season or a sanitary day alone is added to the current one. Raises UnclearHoursError."""
    read = read_timetable(text)
    if isinstance(read, Unsure):
        raise UnclearHoursError.of(read)
    written = _written(read)
    try:
        return Hours.parse(added_to(current, written) if current else written.expression(), zone)
    except UnreadableHoursError as error:
        raise UnclearHoursError(HoursDoubt.NEVER) from error


def _written(clauses: Iterable[Clause]) -> Written:
    written = Written()
    for clause in clauses:
        if isinstance(clause, Monthly | OnNth | Holidays):
            _write_days(clause, written)
        else:
            _write_week(clause, written)
    written.end()
    return written


def _write_week(clause: Weekly | SeasonOfYear | Lunch | Shorter, written: Written) -> None:
    match clause:
        case Weekly(days, spans, by_appointment, weeks):
            written.add(HoursLine(days, spans, by_appointment=by_appointment, weeks=weeks))
        case SeasonOfYear(stretches):
            written.begin(*(Season.between(first, last) for first, last in stretches))
        case Lunch():
            _write_lunch(clause, written)
        case Shorter(until):
            written.shorten(until)


def _write_lunch(lunch: Lunch, written: Written) -> None:
    if lunch.span is None:
        written.no_lunch()
    elif not written.lunch(lunch.span):
        raise UnclearHoursError(HoursDoubt.LUNCH, lunch.text)


def _write_days(clause: Monthly | OnNth | Holidays, written: Written) -> None:
    match clause:
        case Monthly(weekday, nths, is_sanitary):
            written.close_monthly(weekday, nths, sanitary=is_sanitary)
        case OnNth(weekday, nths, spans):
            written.open_monthly(weekday, nths, spans)
        case Holidays():
            written.close_holidays()
