"""Sending is down, the process is killed again and again, one chat is held, one person floods: is everybody told?

python -m benchmarks.outage [--quick]
"""

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.killed_program import FIRST, PROGRAM, TALK, TOKEN
from benchmarks.measuring import quantile, quick
from bot.clock import MovableClock
from bot.sandbox import user_actions
from bot.sandbox.events import Event, Posted
from bot.sandbox.network_faults import Fault
from bot.sandbox.people import Person
from bot.sandbox.rate_limits import RateLimits
from bot.sandbox.refusal import too_many_requests
from bot.sandbox.server import Sandbox
from bot.sandbox.user_actions import ChatMember

SENDING = frozenset({"sendMessage", "editMessageText"})


@dataclass
class Outage:
    """What people were told of an outage."""

    people: int
    kills: int = 0
    silent: list[int] = field(default_factory=list)  # those whose talk is not whole
    disordered: list[int] = field(default_factory=list)
    untrue: int = 0  # messages that speak of a fault
    repeats: int = 0
    until_all: float = 0.0  # seconds from the line's return to the last answer


@dataclass
class Waits:
    """Milliseconds that the others waited, by what happened meanwhile."""

    calm: list[float]
    disturbed: list[float]
    told: int  # answers to the flooder and to the held chat
    kills: int


class HeldChat(RateLimits):
    """Telegram's own limits in one chat, and another that is told to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.flooder = self.held = 0
        self.held_until = 0.0

    def pass_one(self, chat: int, now: datetime) -> None:
        left = self.held_until - time.monotonic()
        if chat == self.held and left > 0:
            raise too_many_requests(int(left) + 1)
        if chat == self.flooder:
            super().pass_one(chat, now)


class Stage:
    """People in the sandbox, and the real program beside it, which may be killed."""

    def __init__(self, folder: Path, people: int, lease: float) -> None:
        cast = [Person(FIRST + number, f"p{number}", f"Человек {number}") for number in range(people)]
        self.sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=cast)
        self.state = self.sandbox.state
        self.state.started.update(self.state.people)
        self.limits = self.state.limits = HeldChat()
        self.members = [ChatMember(person, self.state.find_chat(person.id)) for person in cast]
        self.said: dict[int, list[tuple[float, str]]] = {person.id: [] for person in cast}
        self.kills = 0
        self._folder, self._lease = folder, lease
        self._process: asyncio.subprocess.Process | None = None

    def see(self, event: Event) -> None:
        if isinstance(event, Posted) and event.post.sender == self.state.profile.id and event.post.chat in self.said:
            self.said[event.post.chat].append((time.monotonic(), str(event.post.content.get("text", ""))))

    async def start(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "WEBHOOK_"))}
        environment |= {"DATABASE": str(self._folder / "bot.sqlite3"), "BOT_TOKEN": TOKEN}
        environment |= {"BOT_API_URL": self.sandbox.url, "STATISTICS_KEY": "k", "LOG_LEVEL": "error"}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", PROGRAM, str(self._lease), env=environment
        )

    async def kill(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()
            self.kills += 1

    async def end(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()

    async def kill_again_and_again(self, every: float) -> None:
        dice = random.Random(7)
        while True:
            await asyncio.sleep(every * dice.uniform(0.7, 1.3))
            await self.kill()
            await self.start()

    async def answered(self, member: ChatMember, count: int, seconds: float = 120.0) -> bool:
        """Whether a person has so many messages in time."""
        end = time.monotonic() + seconds
        while len(self.said[member.person.id]) < count and time.monotonic() < end:  # noqa: ASYNC110 - of two conditions one is the time
            await asyncio.sleep(0.02)
        return len(self.said[member.person.id]) >= count


@asynccontextmanager
async def stage_with(folder: Path, people: int, lease: float) -> AsyncIterator[Stage]:
    stage = Stage(folder, people, lease)
    await stage.sandbox.start(port=0)
    stage.state.notify = stage.see
    try:
        await stage.start()
        user_actions.say(stage.state, stage.members[-1], "спасибо")
        await stage.answered(stage.members[-1], 1)  # it is up
        yield stage
    finally:
        await stage.end()
        await stage.sandbox.stop()


async def sending_down(
    folder: Path, people: int, seconds: float, kill_every: float | None, fault: Fault = Fault.HTML
) -> Outage:
    """While messages cannot be sent everybody writes; each is to be told, in order, when the line is back."""
    async with stage_with(folder, people + 1, lease=3.0) as stage:
        writers = stage.members[:people]
        stage.state.network.start_fault(fault, seconds, methods=SENDING)
        back = time.monotonic() + seconds
        killing = asyncio.create_task(stage.kill_again_and_again(kill_every)) if kill_every else None
        await _write(stage, writers, seconds * 0.8)
        await asyncio.sleep(max(back - time.monotonic(), 0))
        if killing:
            killing.cancel()
            await asyncio.wait([killing])
            await stage.kill()
            await stage.start()
        for member in writers:
            await stage.answered(member, len(TALK))
        await asyncio.sleep(3)  # for what should not come
        return _outcome(stage, writers, back)


async def storm_of_502(folder: Path, people: int, seconds: float) -> Outage:
    """Every method, getUpdates too, is answered by a 502 page again and again while everybody writes."""
    async with stage_with(folder, people + 1, lease=3.0) as stage:
        writers = stage.members[:people]
        storm = asyncio.create_task(_gusts(stage, seconds))
        await _write(stage, writers, seconds * 0.8)
        await storm
        back = time.monotonic()
        for member in writers:
            await stage.answered(member, len(TALK))
        await asyncio.sleep(3)  # for what should not come
        return _outcome(stage, writers, back)


async def _gusts(stage: Stage, seconds: float) -> None:
    dice, end = random.Random(9), time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        stage.state.network.start_fault(Fault.HTML, min(dice.uniform(0.2, 3.0), left))
        await asyncio.sleep(min(dice.uniform(0.5, 4.0), left))


async def _write(stage: Stage, writers: list[ChatMember], seconds: float) -> None:
    """Everybody's talk, spread over the time."""
    dice, began = random.Random(3), time.monotonic()
    moments = sorted(
        (moment, number, member.person.id, member)
        for member in writers
        for number, moment in enumerate(sorted(dice.uniform(0, seconds) for _ in TALK))
    )
    for moment, number, _, member in moments:
        await asyncio.sleep(max(began + moment - time.monotonic(), 0))
        user_actions.say(stage.state, member, TALK[number][0])


def _outcome(stage: Stage, writers: list[ChatMember], back: float) -> Outage:
    outage = Outage(len(writers), stage.kills)
    for member in writers:
        texts = [text for _, text in stage.said[member.person.id]]
        turns = [number for text in texts for number, (_, begins) in enumerate(TALK) if text.startswith(begins)]
        if set(turns) != set(range(len(TALK))):
            outage.silent.append(member.person.id)
        if list(dict.fromkeys(turns)) != sorted(set(turns)):
            outage.disordered.append(member.person.id)
        outage.repeats += len(turns) - len(set(turns))
        outage.untrue += len(texts) - len(turns)
    last = max((at for said in stage.said.values() for at, _ in said), default=back)
    outage.until_all = last - back
    return outage


async def one_held_one_flooding(
    folder: Path, others: int, flood: int, hold: float, kill_at: float | None = None
) -> Waits:
    """How long others wait while a chat is told to wait and a person's messages are in hand; a calm time first."""
    async with stage_with(folder, 2 * others + 3, lease=3.0) as stage:
        for member in stage.members[-20:-1]:  # warm
            user_actions.say(stage.state, member, "спасибо")
        await asyncio.sleep(3)
        flooder, held = stage.members[0], stage.members[1]
        calm = await _ask_in_turn(stage, stage.members[2 : 2 + others], hold)
        stage.limits.on = True
        stage.limits.flooder, stage.limits.held = flooder.person.id, held.person.id
        stage.limits.held_until = time.monotonic() + hold
        user_actions.say(stage.state, held, "спасибо")
        for number in range(flood):
            user_actions.say(stage.state, flooder, f"спасибо{'!' * (number % 5)}")
        killing = asyncio.create_task(_kill_once(stage, kill_at)) if kill_at else None
        disturbed = await _ask_in_turn(stage, stage.members[2 + others : 2 + 2 * others], hold)
        if killing:
            await killing
        await stage.answered(held, 1)
        await stage.answered(flooder, 20)
        told = len(stage.said[held.person.id]) + len(stage.said[flooder.person.id])
        return Waits(calm, disturbed, told, stage.kills)


async def _kill_once(stage: Stage, after: float) -> None:
    await asyncio.sleep(after)
    await stage.kill()
    await stage.start()


async def _ask_in_turn(stage: Stage, members: list[ChatMember], seconds: float) -> list[float]:
    """Each asks at a moment of his own; milliseconds until each has the answer."""
    dice, began, asked = random.Random(5), time.monotonic(), dict[int, float]()
    for moment, member in zip(sorted(dice.uniform(0, seconds) for _ in members), members, strict=True):
        await asyncio.sleep(max(began + moment - time.monotonic(), 0))
        asked[member.person.id] = time.monotonic()
        user_actions.say(stage.state, member, "спасибо")
    for member in members:
        await stage.answered(member, 1)
    first = {person: stage.said[person][0][0] for person in asked if stage.said[person]}
    return [1000 * (first.get(person, float("inf")) - at) for person, at in asked.items()]


def _shown(waits: Iterable[float]) -> str:
    values = list(waits)
    return " / ".join(f"{quantile(values, share):.0f}" for share in (0.5, 0.95, 0.99))


async def main() -> None:
    lengths, people, others = ((20.0,), 20, 100) if quick() else ((120.0, 300.0), 100, 400)
    for kill_at in (None, 5.0):
        with TemporaryDirectory() as folder:
            waits = await one_held_one_flooding(Path(folder), others, 150, 20.0, kill_at)
        print(f"one chat held 20 s, 150 messages of one person in hand, kills: {waits.kills}")
        print(f"  others, ms p50/p95/p99: calm {_shown(waits.calm)}, disturbed {_shown(waits.disturbed)}", flush=True)
    with TemporaryDirectory() as folder:
        outage = await storm_of_502(Path(folder), people, lengths[0])
    print(f"storm of 502 on every method for {lengths[0]:.0f} s, {people} people")
    _print(outage)
    for seconds in lengths:
        for fault, every in ((Fault.HTML, None), (Fault.REFUSE, seconds / 8)):
            with TemporaryDirectory() as folder:
                outage = await sending_down(Path(folder), people, seconds, every, fault)
            print(f"sending down ({fault}) for {seconds:.0f} s, {people} people, kills: {outage.kills}")
            _print(outage)


def _print(outage: Outage) -> None:
    print(
        f"  not told {len(outage.silent)}, out of order {len(outage.disordered)}, untrue {outage.untrue},"
        f" repeated {outage.repeats}; the last answer {outage.until_all:.0f} s after the line was back",
        flush=True,
    )


if __name__ == "__main__":
    asyncio.run(main())
