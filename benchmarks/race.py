"""Booking under pressure: several processes at few places, and kill -9 in the middle.

python -m benchmarks.race
"""

import asyncio
import os
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.one_library import A_DAY, NOW, TOPIC, centre, desk, place
from bot.booking.booking import Interval, Visitor, Wish
from bot.booking.booking_service import BookingService
from bot.booking.refusals import JustTaken, Refusal
from bot.booking.slots import crowd
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.database import Database
from bot.storage.tables.unit_of_work import Tables

PROCESSES, CITIZENS = 4, 200
KILLS = 10
WHENEVER = Interval(NOW, NOW + timedelta(days=400))


@dataclass
class Result:
    """What the people of one process were told."""

    booked: list[int] = field(default_factory=list)
    with_other_times: int = 0
    without: int = 0
    errors: Counter[str] = field(default_factory=Counter)


def main() -> None:
    with TemporaryDirectory() as folder:
        report_race(Path(folder) / "race.db")
        report_kills(Path(folder))


def report_race(file: Path) -> None:
    start = time.perf_counter()
    results = race(file, PROCESSES, CITIZENS)
    took = time.perf_counter() - start
    booked = sum(len(result.booked) for result in results)
    other = sum(result.with_other_times for result in results)
    errors: Counter[str] = sum((result.errors for result in results), Counter())
    print(
        f"{CITIZENS} citizens in {PROCESSES} processes for {A_DAY} places: {booked} booked, {other} told other times,"
    )
    print(
        f"  {sum(result.without for result in results)} told none, errors {dict(errors)}, {took:.1f} s with the start"
    )
    print(
        f"  in the file: {len(visits(file))} live visits, at most {fullest(file)} at once, lost {lost(file, results)}"
    )


def report_kills(folder: Path) -> None:
    heard = missing = 0
    for number in range(KILLS):
        file = folder / f"kill-{number}.db"
        acknowledged = killed_in_the_middle(file, after=0.05 + 0.03 * number)
        heard += len(acknowledged)
        missing += len(set(acknowledged) - visits(file).keys())
    print(f"{KILLS} kills -9 in the middle: {heard} bookings acknowledged, {missing} lost, every file sound")


def race(file: Path, processes: int, citizens: int) -> list[Result]:
    """Everybody at once for the twenty places of one day."""
    asyncio.run(_open_and_close(file))
    context = get_context("spawn")
    barrier, pipes, runners = context.Barrier(processes), [], []
    for number in range(processes):
        here, there = context.Pipe(duplex=False)
        people = list(range(number, citizens, processes))
        runners.append(context.Process(target=_run, args=(file, people, barrier, there)))
        pipes.append(here)
    for runner in runners:
        runner.start()
    results = [pipe.recv() for pipe in pipes]
    for runner in runners:
        runner.join()
    return results


def killed_in_the_middle(file: Path, after: float) -> list[int]:
    """What one process acknowledged before it was killed; the file is opened again as the bot would."""
    asyncio.run(_open_and_close(file))
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    victim = context.Process(target=_book_until_killed, args=(file, there))
    victim.start()
    there.close()
    acknowledged = [here.recv()]  # it is at work now
    time.sleep(after)
    os.kill(victim.pid or 0, signal.SIGKILL)
    acknowledged += _heard(here)
    victim.join()
    asyncio.run(_open_and_close(file))
    return acknowledged


def _heard(pipe: Connection) -> Iterator[int]:
    while True:
        try:
            yield pipe.recv()
        except (EOFError, OSError):
            return


def visits(file: Path) -> dict[int, tuple[str, str]]:
    """The live visits of a file."""
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("select id, starts_at, free_at from booking where state = 'booked'").fetchall()
    return {id_: (start, end) for id_, start, end in rows}


def fullest(file: Path) -> int:
    """The most visits at once."""
    with closing(sqlite3.connect(file)) as db:
        held = Tables.of(db).bookings.held(CentreId("lipki"), WHENEVER)
    return max(crowd(held, one) for one in held)


def lost(file: Path, results: list[Result]) -> int:
    """Acknowledged and not in the file."""
    kept = visits(file).keys()
    return sum(id_ not in kept for result in results for id_ in result.booked)


def _run(file: Path, people: list[int], barrier: Barrier, told: Connection) -> None:
    told.send(asyncio.run(_compete(file, people, barrier)))


async def _compete(file: Path, people: list[int], barrier: Barrier) -> Result:
    result = Result()
    async with await Database.open(file) as database:
        counter = desk(database, centre())
        await asyncio.to_thread(barrier.wait)
        await asyncio.gather(*(_try(counter, person, result) for person in people))
    return result


async def _try(counter: BookingService, person: int, result: Result) -> None:
    wish = Wish(CentreId("lipki"), TOPIC.id, place(person % A_DAY), Visitor("Анна"))
    try:
        booking = await counter.book(Address("telegram", person), wish)
        result.booked.append(booking.id)
    except JustTaken as refusal:
        result.with_other_times += len(refusal.nearest) == 3
        result.without += len(refusal.nearest) != 3
    except (Refusal, sqlite3.Error) as error:
        result.errors[type(error).__name__] += 1


def _book_until_killed(file: Path, told: Connection) -> None:
    asyncio.run(_book_on_and_on(file, told))


async def _book_on_and_on(file: Path, told: Connection) -> None:
    async with await Database.open(file) as database:
        counter = desk(database, centre(desks=50, horizon_days=120))
        for number in range(50_000):
            wish = Wish(CentreId("lipki"), TOPIC.id, place(number % 1900), Visitor("Анна"))
            booking = await counter.book(Address("telegram", number), wish)
            told.send(booking.id)


async def _open_and_close(file: Path) -> None:
    async with await Database.open(file):
        pass


if __name__ == "__main__":
    main()
