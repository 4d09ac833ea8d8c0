"""Booking: how long free times take, what a booking costs, and whether a full table slows it down.

python -m benchmarks.timetable
"""

import asyncio
import random
import sqlite3
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.measuring import quantile, ratio
from benchmarks.one_library import NOW, TOPIC, ZONE, centre, desk, place
from bot.booking.booking import Visitor, Wish
from bot.booking.booking_service import BookingService
from bot.booking.slots import BookableDays, Occupancy, bookable_days, day_grid, earliest, free_slots
from bot.centres.centre import Centre, CentreId, Consultations
from bot.centres.directory import load
from bot.centres.hours.hours import Hours
from bot.people import Address
from bot.storage.database import Database
from bot.storage.migration import migrate

DATA = Path(__file__).parents[1] / "data"
ROUNDS = 5
BOOKINGS, ROUND = 1900, 100
FEW, MANY = 1_000, 1_000_000
HALF_HOUR = timedelta(minutes=30)


def main() -> None:
    report_free_times()
    with TemporaryDirectory() as folder:
        report_price(Path(folder))
        report_full_table(Path(folder))


def report_free_times() -> None:
    """The ceiling is the opening-hours library alone, asked for the same days."""
    hours = Hours.parse("Tu-Sa 10:00-13:00,14:00-18:00", ZONE)
    rooms = [replace(one, consultations=Consultations(hours, 2, 30, 2, 30)) for one in load(DATA, ZONE)[0].centres]
    taken: list[float] = []
    ceiling: list[float] = []
    for _ in range(ROUNDS):
        for room in rooms:
            way = _half_full(room)
            taken.append(_timed_free(room, way))
            ceiling.append(_timed_hours(room))
    slots = len(free_slots(rooms[0], bookable_days(rooms[0], NOW), HALF_HOUR, Occupancy(), NOW))
    print(
        f"free times of 30 days, {len(rooms)} centres half full ({slots} times when empty):"
        f" p50 {quantile(taken, 0.5) * 1000:.2f} ms, p99 {quantile(taken, 0.99) * 1000:.2f} ms a centre;"
        f" {ratio(taken, ceiling):.1f} x the opening hours alone"
    )


def _half_full(room: Centre) -> Occupancy:
    dice = random.Random(7)
    days = bookable_days(room, NOW)
    grid = [slot for day in days for slot in day_grid(room, day, HALF_HOUR) for _ in range(2)]
    return Occupancy([slot.interval for slot in grid if dice.random() < 0.5])


def _timed_free(room: Centre, way: Occupancy) -> float:
    start = time.perf_counter()
    free_slots(room, bookable_days(room, NOW), HALF_HOUR, way, earliest(room, NOW))
    return time.perf_counter() - start


def _timed_hours(room: Centre) -> float:
    start = time.perf_counter()
    for day in bookable_days(room, NOW):
        for hours in (room.hours, room.consultations and room.consultations.hours):
            if hours:
                hours.on(day)
    return time.perf_counter() - start


def report_price(folder: Path) -> None:
    with asyncio.Runner() as runner:
        database = runner.run(Database.open(folder / "ours.db"))
        counter = desk(database, centre(desks=50))
        bare = _bare(folder / "bare.db")
        seconds: dict[str, list[float]] = {"ours": [], "bare": []}
        for first in range(0, BOOKINGS, ROUND):
            numbers = range(first, first + ROUND)
            seconds["ours"].append(runner.run(booking_seconds(counter, numbers)))
            seconds["bare"].append(bare_seconds(bare, numbers))
        bare.close()
        runner.run(database.close())
    rate = {name: ROUND / median(rounds) for name, rounds in seconds.items()}
    share = 1 / ratio(seconds["ours"], seconds["bare"])
    print(f"booking: {rate['ours']:.0f}/s; bare sqlite3 with the same rows {rate['bare']:.0f}/s; ratio {share:.2f}")


async def booking_seconds(counter: BookingService, numbers: range) -> float:
    """One after another, each waiting for its commit."""
    start = time.perf_counter()
    for number in numbers:
        wish = Wish(CentreId("lipki"), TOPIC.id, place(number), Visitor("Анна"))
        await counter.book(Address("telegram", number), wish)
    return time.perf_counter() - start


def bare_seconds(db: sqlite3.Connection, numbers: range) -> float:
    """The ceiling: the same rows of booking and outbox, a transaction each, no rule asked, no other thread."""
    start = time.perf_counter()
    for number in numbers:
        _write_bare(db, number)
    return time.perf_counter() - start


def _bare(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None)
    db.executescript("pragma journal_mode = wal; pragma synchronous = full")
    migrate(db)
    for (trigger,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        db.execute(f"drop trigger {trigger}")
    return db


def _write_bare(db: sqlite3.Connection, number: int) -> None:
    at, end = place(number).isoformat(), (place(number) + timedelta(minutes=30)).isoformat()
    db.execute("begin immediate")
    db.execute(
        "insert into booking (code, centre, topic, channel, citizen, called, visitor, origin, starts_at, ends_at,"
        " free_at, state, made_at, desks) values (?, 'lipki', 'passport', 'telegram', ?, 'Анна', '', 'chat', ?, ?, ?,"
        " 'booked', ?, 50)",
        (str(number), number, at, end, end, NOW.isoformat()),
    )
    db.executemany(
        "insert into outbox (channel, recipient, kind, payload, dedupe_key, due_at, good_until)"
        " values ('telegram', ?, ?, '{\"booking\": 1, \"revision\": 0}', ?, ?, ?)",
        [(number, kind, f"{kind}:{number}:0", at, end) for kind in ("booking_made", "reminder_eve", "reminder_soon")],
    )
    db.execute("commit")


def report_full_table(folder: Path) -> None:
    """Free times of one day, over the desk, with few and with very many bookings in the table."""
    with asyncio.Runner() as runner:
        seconds = {count: runner.run(_day_seconds(folder / f"{count}.db", count)) for count in (FEW, MANY)}
    few, many = (median(seconds[count]) for count in (FEW, MANY))
    print(
        f"free times of a day: {few * 1000:.2f} ms with {FEW:,} bookings in the table,"
        f" {many * 1000:.2f} ms with {MANY:,}; ratio {many / few:.2f}"
    )


async def _day_seconds(file: Path, count: int) -> list[float]:
    async with await Database.open(file) as database:
        await database.write(lambda db: _fill(db, count))
        counter, room = desk(database, centre(desks=4)), centre(desks=4)
        day = BookableDays(date(2026, 7, 1), date(2026, 7, 1))
        seconds = []
        for _ in range(200):
            start = time.perf_counter()
            await counter.free(room.id, TOPIC.id, day)
            seconds.append(time.perf_counter() - start)
    return seconds


def _fill(db: sqlite3.Connection, count: int) -> None:
    """Twenty visits on the day asked for; all the others spread over past years and over many centres."""
    triggers = db.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"drop trigger {name}")
    db.executemany(
        "insert into booking (code, centre, topic, channel, citizen, called, visitor, origin, starts_at, ends_at,"
        " free_at, state, made_at, desks) values (?, ?, 'passport', 'telegram', ?, 'Анна', '', 'chat', ?, ?, ?,"
        " ?, ?, 4)",
        (_row(number) for number in range(count)),
    )
    for _, sql in triggers:
        db.execute(sql)


def _row(number: int) -> tuple[str, str, int, str, str, str, str, str]:
    near = number < 20
    at = place(number) if near else place(number % 60_000) - timedelta(days=3100)
    room = "lipki" if near or number % 8 == 0 else f"centre-{number % 66}"
    start, end = at.isoformat(), (at + HALF_HOUR).isoformat()
    return str(number), room, number, start, end, end, "booked" if near else "arrived", NOW.isoformat()


if __name__ == "__main__":
    main()
