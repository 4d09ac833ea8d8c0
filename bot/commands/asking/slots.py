"""The command `slots`: the free times of a centre, for people or as JSON."""

import asyncio
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.booking.booking import Slot
from bot.booking.booking_service import BookingService
from bot.booking.context import BookingContext
from bot.booking.slots import DAY, BookableDays
from bot.centres.centre import Centre, CentreId
from bot.centres.directory import load
from bot.clock import Clock
from bot.people import Address
from bot.region.topics import Topic
from bot.russian.calendar_words import MONTHS, WEEKDAYS
from bot.storage.database import UnusableDatabaseError, opened_to_read
from bot.storage.tables.unit_of_work import SqliteUnitOfWork


@dataclass(frozen=True, slots=True)
class SlotsRequest:
    """Which centre, from which day (today where None), how many days, and whether a program asks."""

    centre: str
    first: date | None
    days: int
    as_json: bool


class _NoStaff:
    """Recipients for a command that sends no notices: nobody."""

    def notice_recipients(self, _: CentreId) -> tuple[Address, ...]:
        return ()

    def works_at(self, _: Address, __: CentreId) -> bool:
        return False


def show(folder: Path, database: Path, zone: ZoneInfo, asked: SlotsRequest, clock: Clock) -> int:
    """Prints the free slots; 1 where there is no such centre, 4 where no database."""
    directory, problems = load(folder, zone)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    centre = directory.centre(asked.centre)
    if centre is None:
        sys.stderr.write(f"Центра «{asked.centre}» нет. Возьмите id из data/centres.yaml.\n")
        return 1
    try:
        slots = asyncio.run(_free(database, centre, asked, clock)) if centre.consultations else []
    except UnusableDatabaseError as error:
        sys.stderr.write(f"{error.path}: {error.reason}.\n")
        return 4
    sys.stdout.write(f"{_as_json(centre, slots) if asked.as_json else _in_words(centre, slots)}\n")
    return 0


async def _free(file: Path, centre: Centre, asked: SlotsRequest, clock: Clock) -> list[Slot]:
    first = asked.first or centre.day(clock.now())
    visit = Topic("", "", centre.consultations.minutes if centre.consultations else 0, (), ())
    async with opened_to_read(file) as database:
        unit_of_work = SqliteUnitOfWork(database)
        desk = BookingService(
            BookingContext(unit_of_work, lambda _: centre, lambda _: visit, _NoStaff(), clock, lambda: None)
        )
        return await desk.free(centre.id, visit.id, BookableDays(first, first + (asked.days - 1) * DAY))


def _as_json(centre: Centre, slots: Iterable[Slot]) -> str:
    times = [
        {"starts_at": _wall(centre, slot).isoformat(), "ends_at": slot.ends_at.astimezone(centre.zone).isoformat()}
        for slot in slots
    ]
    found = {"centre": centre.id, "zone": centre.zone.key, "bookable": centre.consultations is not None}
    return json.dumps(found | {"slots": times}, ensure_ascii=False)


def _in_words(centre: Centre, slots: Iterable[Slot]) -> str:
    if centre.consultations is None:
        return f"{centre.short_name}: часы консультаций не указаны, записи здесь пока нет."
    days = [
        f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}: {', '.join(times)}"
        for day, times in _by_day(centre, slots)
    ]
    return "\n".join([centre.short_name, *(days or ["Свободного времени на эти дни нет."])])


def _by_day(centre: Centre, slots: Iterable[Slot]) -> Iterable[tuple[date, list[str]]]:
    for day, times in groupby(slots, key=lambda slot: _wall(centre, slot).date()):
        yield day, [f"{_wall(centre, slot):%H:%M}" for slot in times]


def _wall(centre: Centre, slot: Slot) -> datetime:
    return slot.starts_at.astimezone(centre.zone)
