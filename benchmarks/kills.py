"""Kill -9 in the middle of sending reminders: the real program against the sandbox, again and again.

python -m benchmarks.kills [--quick]
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import quick
from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, Visitor
from bot.booking.notices import REMINDER_SOON
from bot.centres.centre import CentreId
from bot.clock import MovableClock
from bot.outbox.notice import Notice
from bot.people import Address
from bot.sandbox.events import Event, Posted
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.storage.database import Database
from bot.storage.tables.unit_of_work import SqliteUnitOfWork, Tables

PEOPLE, OUTLIVED, KILLS = 300, 20, 10
TOKEN = "42:sandbox-only-never-leaves-this-machine"  # noqa: S105 - opens nothing but the sandbox
FIRST = 100_001  # the number of the first person
# The program as `python -m bot run` starts it; what a killed one had claimed is free after `lease` seconds.
PROGRAM = """
import sys
from datetime import timedelta
from bot.outbox import delivery_worker
delivery_worker.LEASE = timedelta(seconds=float(sys.argv.pop(1)))
from bot.commands.cli import main
sys.exit(main(["run", "--new"]))
"""


@dataclass
class Outcome:
    """What people received."""

    received: Counter[int] = field(default_factory=Counter)
    kills: int = 0
    late: float = -1e9  # seconds after its `good_until`, of the latest of all
    seconds: float = 0.0

    @property
    def repeats(self) -> int:
        return self.received.total() - len(self.received)


def main() -> None:
    _kills_in_sending()
    _kills_at_random()


def _kills_at_random() -> None:
    from benchmarks.kill_storm import storm  # it stands on this file

    small = {"writers": 50, "rounds": 5, "bookers": 10, "notices": 50, "kills": 8}
    size = small if quick() else {"writers": 1_000, "rounds": 5, "bookers": 100, "notices": 1_000, "kills": 100}
    with TemporaryDirectory() as folder:
        outcome = asyncio.run(storm(Path(folder), **size))
    print(f"{outcome.updates} updates and {outcome.notices} due messages, {outcome.kills} kills -9 at random moments:")
    print(f"  lost {outcome.lost}, double bookings {outcome.double_bookings}, untrue {outcome.untrue},", end=" ")
    print(f"repeated {outcome.repeats}; {outcome.seconds:.0f} s in all", flush=True)


def _kills_in_sending() -> None:
    with TemporaryDirectory() as folder:
        outcome = asyncio.run(sent_through_kills(Path(folder), PEOPLE, OUTLIVED, KILLS, lease=30.0))
    missing = PEOPLE - len(outcome.received)
    print(f"{PEOPLE} reminders, {outcome.kills} kills -9 in the middle of sending, {outcome.seconds:.0f} s in all:")
    print(f"  {missing} missing, {outcome.repeats} repeated, {OUTLIVED} outlived ones of which none may be said")
    print(f"  the latest was said {-outcome.late:.0f} s before it was no longer worth saying")


async def sent_through_kills(folder: Path, people: int, outlived: int, kills: int, lease: float) -> Outcome:
    """`people` reminders that are worth saying and `outlived` that are not; each kill hits a message in flight."""
    sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=_people(people + outlived))
    sandbox.state.started.update(sandbox.state.people)
    run = _Run(Outcome(), datetime.now(UTC) + timedelta(hours=2))
    await sandbox.start(port=0)
    try:
        await promise(folder / "bot.sqlite3", run.good_until, people, outlived)
        sandbox.state.notify = run.see
        start = time.perf_counter()
        turns = [random.Random(number).randint(3, max(people // (kills + 1), 4)) for number in range(kills)]
        for turn in turns:
            await run.program(folder, sandbox.url, lease, run.until_killed(turn))
        await run.program(folder, sandbox.url, lease, run.until_all(people))
        run.outcome.seconds = time.perf_counter() - start
    finally:
        await sandbox.stop()
    return run.outcome


class _Run:
    """Counts what arrives, and kills the program before it can note that it did."""

    def __init__(self, outcome: Outcome, good_until: datetime) -> None:
        self.outcome = outcome
        self.good_until = good_until
        self._kill_in = 0
        self._victim = 0
        self._arrived = asyncio.Event()

    def see(self, event: Event) -> None:
        if not isinstance(event, Posted) or event.post.chat < FIRST:
            return
        self.outcome.received[event.post.chat] += 1
        self.outcome.late = max(self.outcome.late, (datetime.now(UTC) - self.good_until).total_seconds())
        self._kill_in -= 1
        if self._kill_in == 0:
            os.kill(self._victim, signal.SIGKILL)  # the answer to this very call is not sent yet
            self.outcome.kills += 1
        self._arrived.set()

    async def program(
        self, folder: Path, url: str, lease: float, end: Callable[[asyncio.subprocess.Process], Awaitable[None]]
    ) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "WEBHOOK_"))}
        environment |= {"DATABASE": str(folder / "bot.sqlite3"), "BOT_TOKEN": TOKEN, "BOT_API_URL": url}
        environment |= {"STATISTICS_KEY": "k", "LOG_LEVEL": "error"}
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, str(lease), env=environment)
        self._victim = process.pid
        try:
            async with asyncio.timeout(180):
                await end(process)
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()

    def until_killed(self, turn: int) -> Callable[[asyncio.subprocess.Process], Awaitable[None]]:
        async def end(process: asyncio.subprocess.Process) -> None:
            self._kill_in = turn
            await process.wait()

        return end

    def until_all(self, people: int) -> Callable[[asyncio.subprocess.Process], Awaitable[None]]:
        async def end(_: asyncio.subprocess.Process) -> None:
            while len(self.outcome.received) < people:
                self._arrived.clear()
                await self._arrived.wait()
            await asyncio.sleep(2)  # for what should not come

        return end


def _people(count: int) -> Sequence[Person]:
    return [Person(FIRST + number, f"p{number}", f"Человек {number}") for number in range(count)]


async def promise(file: Path, good_until: datetime, people: int, outlived: int) -> None:
    """Everybody is booked for the same time two hours from now; the last few should have been told an hour ago."""
    now = datetime.now(UTC)
    promises = [
        (_booking(FIRST + number, good_until, now), good_until if number < people else now - timedelta(hours=1))
        for number in range(people + outlived)
    ]

    def write(tables: Tables) -> None:
        for draft, until in promises:
            booking = tables.bookings.take(draft, people + outlived)
            payload: dict[str, str | int] = {"booking": booking.id, "revision": 0}
            to = booking.citizen or Address("telegram", 0)
            tables.outbox.put([Notice(to, REMINDER_SOON, f"reminder:{booking.id}:0", now, payload, until)])

    async with await Database.open(file) as database:
        await SqliteUnitOfWork(database).write(write)  # type: ignore[arg-type]  # - the tables themselves, not their protocol


def _booking(person: int, starts_at: datetime, now: datetime) -> Booking:
    ends_at = starts_at + timedelta(minutes=30)
    return Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=CentreId("pskov-pounb"),
        topic="other",
        citizen=Address("telegram", person),
        visitor=Visitor("Анна"),
        origin=Origin.CHAT,
        starts_at=starts_at,
        ends_at=ends_at,
        free_at=ends_at,
        state=BookingState.BOOKED,
        made_at=now,
    )


if __name__ == "__main__":
    main()
