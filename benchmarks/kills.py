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

from benchmarks.due_reminders import promise
from benchmarks.kill_storm import storm
from benchmarks.killed_program import FIRST, PROGRAM, TOKEN
from benchmarks.measuring import quick
from bot.clock import MovableClock
from bot.sandbox.events import Event, Posted
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox

PEOPLE, OUTLIVED, KILLS = 300, 20, 10


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


if __name__ == "__main__":
    main()
