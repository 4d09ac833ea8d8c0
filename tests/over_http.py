"""The long way: people at the sandbox's page, the Bot API over HTTP, the bot's own polling."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app.application import Application, application
from bot.app.sandbox_setup import open_demo_booking
from bot.clock import MovableClock
from bot.faq.live_faq import LiveFaq
from bot.people import Address
from bot.sandbox.people import DESK_ID
from bot.sandbox.server import Sandbox
from bot.telegram.polling import Polling
from tests.chat_seen import Message
from tests.chat_visitor import Visitor
from tests.dialogue import DESK, Shown
from tests.stage import IDS, TOKEN, UNLIMITED, own_data, settings, the_acts, the_faq

FILES = {"фото": ("photo", "снимок.png", "image/png"), "файл": ("document", "письмо.txt", "text/plain")}
VOICE = ("voice", "голос.ogg", "audio/ogg")


class NoonClock(MovableClock):
    """Begins at the noon of the dialogues, whatever the day of the test, and goes on from there."""

    def __init__(self) -> None:
        super().__init__()
        self._behind = datetime.now(UTC) - datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return super().now() - self._behind


class HttpStage:
    """The same talk as on the straight stage, over the wire."""

    def __init__(self, folder: Path, *, live_faq: LiveFaq | None = None, **given: Any) -> None:
        self.clock = NoonClock()
        self.sandbox = Sandbox(token=TOKEN, clock=self.clock)
        self.people: dict[str, Visitor] = {}
        self.app: Application
        self._folder = folder
        self._faq = live_faq
        self._given = given
        self._visits = AsyncExitStack()
        self._bot = AsyncExitStack()
        self._mine: dict[str, int] = {}
        self._topics: dict[str, int] = {}
        self._topic: int | None = None  # in which those at the desk write

    async def open(self) -> None:
        await self.sandbox.start(port=0)
        for key in ("anna", "boris", "vera", "gleb"):
            visitor = await self._visits.enter_async_context(Visitor.connect(self.sandbox.url, key))
            await visitor.start()
            self.people[key] = visitor
        await self.start_bot()
        for visitor in self.people.values():
            await visitor.reply()  # to its «Начать»
        for key in ("vera", "gleb"):
            seat = Visitor.connect(self.sandbox.url, key, DESK_ID)
            self.people[key + DESK] = await self._visits.enter_async_context(seat)

    async def start_bot(self) -> None:
        chosen = settings(self._folder, bot_token=SecretStr(TOKEN), bot_api_url=self.sandbox.url, **self._given)
        self.app = await self._bot.enter_async_context(
            application(chosen, self.clock, live_faq=self._faq or the_faq(), channel=UNLIMITED, live_acts=the_acts())
        )
        await self._bot.enter_async_context(running(self.app))

    async def stop_bot(self) -> None:
        await self._bot.aclose()

    async def close(self) -> None:
        await self.stop_bot()
        await self._visits.aclose()
        await self.sandbox.stop()
        assert self.sandbox.state.undocumented == set()

    async def restart(self) -> None:
        await self.stop_bot()
        await self.start_bot()

    async def say(self, person: str, text: str) -> None:
        topic = self._topic if person.endswith(DESK) else None
        self._mine[person] = await self.people[person].say(text, topic=topic)

    async def reply(self, person: str, to: str, text: str) -> None:
        visitor = self.people[person]
        answered = max(one.id for one in visitor.seen.messages.values() if one.by_bot and to in one.text)
        self._mine[person] = await visitor.say(text, answered)

    async def correct(self, person: str, text: str) -> None:
        await self.people[person].do("edit", message=self._mine[person], text=text)

    async def send(self, person: str, kind: str, caption: str = "") -> None:
        visitor = self.people[person]
        match kind:
            case "место":
                await visitor.do("location", latitude=57.8, longitude=28.3)
            case "контакт":
                await visitor.do("contact")
            case "стикер":
                await visitor.do("sticker", emoji="🙂")
            case _:
                what, name, mime = FILES.get(kind, VOICE)
                await visitor.upload(what, name, PIXEL if what == "photo" else b"text", mime, caption)

    async def press(self, person: str, label: str) -> str:
        return (await self.people[person].press(label)).text

    async def enter_topic(self, person: str, name: str) -> None:
        if name and name not in self._topics:
            self._topics[name] = int((await self.people[person].do("open_topic", name=name))["topic"])
        self._topic = self._topics.get(name)

    async def end_topic(self, name: str, *, delete: bool) -> None:
        await self.people["gleb"].do("close_topic", chat=DESK_ID, topic=self._topics[name], delete=delete)

    async def mute_group(self) -> None:
        await self.people["gleb"].do("mute", chat=DESK_ID, reason="not enough rights to send text messages to the chat")

    async def block(self, person: str, *, on: bool) -> None:
        await self.people[person].do("block" if on else "unblock")

    async def next(self, person: str) -> Shown:
        if not person.endswith(DESK):
            return self._shown(person, await self.people[person].reply())
        # Everybody in the group sees it.
        first, *_ = [self._shown(key, await seat.reply()) for key, seat in self.people.items() if key.endswith(DESK)]
        return first

    async def next_change(self, person: str) -> Shown:
        if not person.endswith(DESK):
            return self._shown(person, await self.people[person].edited())
        first, *_ = [self._shown(key, await seat.edited()) for key, seat in self.people.items() if key.endswith(DESK)]
        return first

    def _shown(self, person: str, message: Message) -> Shown:
        topic = message.raw["topic"] or ""
        return Shown(_words(message), tuple(message.labels), tuple(self.people[person].keyboard), topic)

    async def silence(self) -> None:
        await asyncio.gather(*(visitor.silence(0.2) for visitor in self.people.values()))

    async def ring(self) -> None:
        await self.app.alarm.run_all_now()

    async def open_booking(self) -> None:
        vera, gleb = Address("telegram", IDS["vera"]), Address("telegram", IDS["gleb"])
        await open_demo_booking(self.app, own_data(self._folder), vera, gleb)
        await self.people["gleb"].reply()  # that Вера has come

    async def pass_time(self, by: timedelta) -> None:
        await self.sandbox.advance(by)
        self.app.edge.delivery_worker.wake()
        for rows in self.app.stores.behind:
            await rows.flush()


def _words(message: Message) -> str:
    match message.raw:
        case {"kind": "venue", "place": {"title": title}}:
            return f"[точка] {title}"
        case {"kind": "contact", "contact": {"name": name}}:
            return f"[контакт] {name}"
        case {"kind": "document", "file": {"name": name}}:
            return f"[файл] {name}"
        case {"kind": "voice"}:
            return "[голосовое]"
        case {"kind": "photo"}:
            return f"[картинка] {message.text}"
        case _:
            return message.text


@asynccontextmanager
async def running(app: Application) -> AsyncIterator[asyncio.Event]:
    """The bot at work as `run` does it, told to stop at the end."""
    stop = asyncio.Event()
    work = asyncio.create_task(app.run(Polling(app.edge.bot, app.edge.intake).run, stop))
    try:
        yield stop
    finally:
        stop.set()
        await work


@asynccontextmanager
async def http_stage(folder: Path, **given: Any) -> AsyncIterator[HttpStage]:
    stage = HttpStage(folder, **given)
    await stage.open()
    try:
        yield stage
    finally:
        await stage.close()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
