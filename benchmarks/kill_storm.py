"""Kill -9 at random moments while people write, book and are due reminders: nothing may be lost, doubled or untrue.

python -m benchmarks.kills calls it.
"""

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.due_reminders import promise
from benchmarks.killed_program import FIRST, PROGRAM, TALK, TOKEN
from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.clock import MovableClock
from bot.sandbox import user_actions
from bot.sandbox.chat import Post
from bot.sandbox.events import Event, Posted
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.user_actions import ChatMember
from bot.screens.booking.actions import BookAsMe
from bot.screens.callback_data import pack
from bot.screens.time_codes import moment_code

LIBRARY = CentreId("pskov-pounb")
HOURS: dict[str, str | int] = {"hours": "Mo-Su 10:00-15:00", "desks": 50, "minutes": 30, "notice_hours": 2}
CONFIRM, BOOKED, BOOKED_BEFORE = "Да, записать", "Вы записаны", "Вы уже записаны"
REMINDED = "Напоминаю"
TAKE_WITH_YOU = "Возьмите с собой"  # the second half of a booking's answer
PATIENCE = 180.0  # seconds until what has not come counts as lost
LEASE = 3.0  # seconds for which a killed worker's claims stay its own


@dataclass
class StormOutcome:
    """What became of everything that was written, booked and due."""

    updates: int
    notices: int
    kills: int = 0
    lost: int = 0  # answers, bookings and reminders that never came
    double_bookings: int = 0
    untrue: int = 0  # messages that speak of a fault, or of a booking that is not there
    repeats: int = 0
    seconds: float = 0.0
    strange: tuple[str, ...] = ()  # the beginnings of what was untrue


async def storm(folder: Path, *, writers: int, rounds: int, bookers: int, notices: int, kills: int) -> StormOutcome:
    """Each writer writes `rounds` messages and each booker presses twice, spread over all the kills."""
    stage = _Storm(folder, writers, bookers, notices)
    outcome = StormOutcome(writers * rounds + 2 * bookers, notices)
    began = time.perf_counter()
    await stage.sandbox.start(port=0)
    stage.sandbox.state.notify = stage.see
    try:
        await promise(folder / "bot.sqlite3", datetime.now(UTC) + timedelta(hours=2), notices, 0)
        writing = asyncio.create_task(stage.write(rounds, kills))
        dice = random.Random(11)
        for number in range(kills):
            stage.kill_number = number
            await stage.run_until_killed(dice.uniform(0.1, 2.0))
            outcome.kills += 1
        stage.kill_number = kills
        await stage.run_to_the_end(writing, rounds)
    finally:
        await stage.sandbox.stop()
    outcome.seconds = time.perf_counter() - began
    stage.count(outcome, rounds)
    return outcome


@dataclass(frozen=True, slots=True)
class _Said:
    """A message of the bot as it came, before an edit took its buttons; `confirm` is message, row and column."""

    text: str
    confirm: tuple[int, int, int] | None


class _Storm:
    """Reminded people, writers and bookers in the sandbox, and the program that is killed."""

    def __init__(self, folder: Path, writers: int, bookers: int, notices: int) -> None:
        people = [Person(FIRST + number, f"p{number}", "Гость") for number in range(notices + writers + bookers)]
        self.sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=people)
        self.state = self.sandbox.state
        self.state.started.update(self.state.people)
        members = [ChatMember(person, self.state.find_chat(person.id)) for person in people]
        self.reminded, self.writers = members[:notices], members[notices : notices + writers]
        self.bookers = members[notices + writers :]
        self.said: dict[int, list[_Said]] = {person.id: [] for person in people}
        self.kill_number = 0
        self._folder = folder
        self._data = _own_data(folder)
        self._pressed: set[int] = set()

    def see(self, event: Event) -> None:
        if isinstance(event, Posted) and event.post.sender == self.state.profile.id and event.post.chat in self.said:
            text = str(event.post.content.get("text", ""))
            # So a press delivered again is answered when a kill came between the booking and its answer.
            said = _Said(text.replace(BOOKED_BEFORE, BOOKED), _button(event.post, CONFIRM))
            if said.text and not said.text.startswith(TAKE_WITH_YOU):  # a pin or a card has no text
                self.said[event.post.chat].append(said)

    async def write(self, rounds: int, kills: int) -> None:
        """Every message at its own kill, so that each run has its share; pauses within it are even."""
        deeds = list(self._deeds(rounds))
        for number, deed in enumerate(deeds):
            while self.kill_number < number * kills // len(deeds):  # noqa: ASYNC110 - the runs go at their own pace
                await asyncio.sleep(0.01)
            user_actions.say(self.state, deed[0], deed[1]) if isinstance(deed[1], str) else self._begin_booking(*deed)
            await asyncio.sleep(2.0 * kills / len(deeds))

    def _deeds(self, rounds: int) -> Iterator[tuple[ChatMember, str | int]]:
        every = max(len(self.writers) * rounds // max(len(self.bookers), 1), 1)
        for number in range(len(self.writers) * rounds):
            turn, person = divmod(number, len(self.writers))
            yield self.writers[person], TALK[turn % len(TALK)][0]
            if number % every == 0 and number // every < len(self.bookers):
                yield self.bookers[number // every], number // every

    def _begin_booking(self, member: ChatMember, place: str | int) -> None:
        """Each wants a time of his own; many desks have it."""
        starts_at = _first_time() + timedelta(minutes=30 * (int(place) % 10), days=int(place) // 500)
        user_actions.press_data(self.state, member, 1, pack(BookAsMe("other", LIBRARY, moment_code(starts_at))))

    def confirm_all(self) -> None:
        """Who is asked whether to book says yes, once."""
        for member in self.bookers:
            place = next((said.confirm for said in self.said[member.person.id] if said.confirm), None)
            if place and member.person.id not in self._pressed:
                self._pressed.add(member.person.id)
                user_actions.press(self.state, member, *place)

    async def run_until_killed(self, seconds: float) -> None:
        process = await self._start()
        try:
            await self._until_it_polls()
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                self.confirm_all()
                await asyncio.sleep(min(0.05, max(end - time.monotonic(), 0)))
        finally:
            process.send_signal(signal.SIGKILL)
            await process.wait()

    async def run_to_the_end(self, writing: "asyncio.Task[None]", rounds: int) -> None:
        process = await self._start()
        try:
            await writing
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end and self._missing(rounds):
                self.confirm_all()
                await asyncio.sleep(0.2)
            await asyncio.sleep(3)  # for what should not come
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()

    async def _start(self) -> asyncio.subprocess.Process:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "WEBHOOK_"))}
        environment |= {"DATABASE": str(self._folder / "bot.sqlite3"), "DATA_DIR": str(self._data), "BOT_TOKEN": TOKEN}
        environment |= {"BOT_API_URL": self.sandbox.url, "STATISTICS_KEY": "k", "LOG_LEVEL": "error"}
        return await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, str(LEASE), env=environment)

    async def _until_it_polls(self) -> None:
        before = self.state.updates.polls
        async with asyncio.timeout(120):
            while self.state.updates.polls == before:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)

    def _missing(self, rounds: int) -> int:
        expected = Counter(TALK[turn % len(TALK)][1] for turn in range(rounds))
        answers = sum((expected - self._begun(member)).total() for member in self.writers)
        booked = sum(not self._begun(member)[BOOKED] for member in self.bookers)
        reminded = sum(not self._begun(member)[REMINDED] for member in self.reminded)
        return answers + booked + reminded

    def _begun(self, member: ChatMember) -> Counter[str]:
        """How often each answer was given to a person, by its beginning."""
        beginnings = (*(begins for _, begins in TALK), BOOKED, REMINDED)
        texts = [(said.text, said.confirm) for said in self.said[member.person.id]]
        return Counter(
            CONFIRM if confirm else next((one for one in beginnings if text.startswith(one)), text)
            for text, confirm in texts
        )

    def count(self, outcome: StormOutcome, rounds: int) -> None:
        """Compares what everybody was told with what was to be told, and with the database."""
        expected = Counter(TALK[turn % len(TALK)][1] for turn in range(rounds))
        with sqlite3.connect(self._folder / "bot.sqlite3") as db:
            booked = Counter(dict(db.execute("select citizen, count(*) from booking group by citizen").fetchall()))
        for member in self.writers:
            begun = self._begun(member)
            outcome.repeats += sum(max(begun[one] - times, 0) for one, times in expected.items())
            outcome.untrue += sum(times for one, times in begun.items() if one not in expected)
            outcome.strange += tuple(one[:60] for one in begun if one not in expected)
        for member in self.bookers:
            begun, rows = self._begun(member), booked[member.person.id]
            outcome.repeats += max(begun[BOOKED] - 1, 0) + max(begun[CONFIRM] - 1, 0)
            outcome.untrue += begun.total() - begun[BOOKED] - begun[CONFIRM] + (begun[BOOKED] > 0 and rows == 0)
            outcome.double_bookings += max(rows - 1, 0)
            outcome.strange += tuple(one[:60] for one in begun if one not in {BOOKED, CONFIRM})
        for member in self.reminded:
            begun = self._begun(member)
            outcome.repeats += max(begun[REMINDED] - 1, 0)
            outcome.untrue += begun.total() - begun[REMINDED]
        outcome.lost = self._missing(rounds)


def _own_data(folder: Path) -> Path:
    """A copy of the shipped files with booking open at one centre, every day."""
    data = folder / "data"
    shutil.copytree("data", data)
    editor = Editor(data, ZoneInfo("Europe/Moscow"))
    editor.change_centres({LIBRARY: {"consultations": HOURS | {"horizon_days": 30}}}, (), datetime.now(UTC))
    return data


def _first_time() -> datetime:
    """Ten in the morning in Pskov, in three days."""
    return (datetime.now(UTC) + timedelta(days=3)).replace(hour=7, minute=0, second=0, microsecond=0)


def _button(post: Post, label: str) -> tuple[int, int, int] | None:
    """The message, row and column of a button."""
    for row, buttons in enumerate(post.buttons["inline_keyboard"] if post.buttons else ()):
        for column, button in enumerate(buttons):
            if button["text"] == label:
                return post.id, row, column
    return None
