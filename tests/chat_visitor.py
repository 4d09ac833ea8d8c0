"""A person at the sandbox's chat page: writes, presses and reads, over the page's own protocol.

async with Visitor.connect(sandbox.url, "anna") as anna:
    await anna.say("привет")
    assert "Здравствуйте" in (await anna.reply()).text
    await anna.press("📅 Прийти в библиотеку за помощью")
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from io import BytesIO
from typing import TypeVar

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.chat_seen import Answer, Json, Message, Seen

T = TypeVar("T")
PATIENCE = 5.0  # seconds


class ActionRefused(AssertionError):  # noqa: N818 - an answer of the page
    """The page would not let the person do this."""


class NoAnswer(AssertionError):  # noqa: N818 - what a test says
    """What was waited for did not come; tells what came instead."""


class Visitor:
    """Sits in one chat; what the bot writes there is read in order, each message once."""

    def __init__(self, http: ClientSession, socket: ClientWebSocketResponse, url: str, seen: Seen) -> None:
        self._http = http
        self._socket = socket
        self._url = url
        self._refs = 0
        self._changed = asyncio.Event()
        self.seen = seen

    @classmethod
    @asynccontextmanager
    async def connect(cls, url: str, key: str, chat: int | None = None) -> AsyncIterator["Visitor"]:
        """As the person with this key, in the private chat or in a group (by its id)."""
        async with ClientSession() as http, http.ws_connect(f"{url}/chat", max_msg_size=0) as socket:
            visitor = cls(http, socket, url, Seen(await socket.receive_json(), key, chat))
            reading = asyncio.create_task(visitor._read())
            try:
                yield visitor
            finally:
                reading.cancel()
                with suppress(asyncio.CancelledError):
                    await reading

    # What the person does

    async def start(self, payload: str = "") -> None:
        await self.do("start", payload=payload)

    async def say(self, text: str, reply_to: int | None = None, topic: int | None = None) -> int:
        """The id of the message."""
        return int((await self.do("say", text=text, reply_to=reply_to, topic=topic))["message"])

    async def press(self, label: str, patience: float = PATIENCE) -> Answer:
        """Presses the newest button with this label and waits until the bot has answered the press.

        A label of the reply keyboard is written as words, as a real press does.
        """
        found = self.seen.button(label)
        if found is None:
            return await self._press_keyboard(label)
        return await self.answer(await self.tap(label), patience)

    async def tap(self, label: str) -> str:
        """Presses without waiting: twice in a row is a double tap. Gives the number of the press."""
        found = self.seen.button(label)
        if found is None:
            raise NoAnswer(f"no button «{label}»: {self.seen}")
        message, (row, column) = found
        return str((await self.do("press", message=message, row=row, column=column))["query"])

    async def press_data(self, data: str, message: int = 1) -> Answer:
        """A forged or outdated button."""
        done = await self.do("press", message=message, data=data)
        return await self.answer(str(done["query"]))

    async def answer(self, query: str, patience: float = PATIENCE) -> Answer:
        return await self._until(lambda: self.seen.answers.get(query), patience, "an answer to the press")

    async def upload(self, kind: str, name: str, content: bytes, mime: str, caption: str = "") -> int:
        """Sends a `document`, `photo` or `voice`."""
        address = f"{self._url}/chat/file"
        headers = {"Content-Type": mime}
        async with self._http.post(address, params={"name": name}, data=BytesIO(content), headers=headers) as taken:
            taken.raise_for_status()
            stored = (await taken.json())["file"]
        return int((await self.do(kind, file=stored, caption=caption))["message"])

    async def advance(self, minutes: float) -> None:
        await self.do("advance", minutes=minutes)

    async def do(self, action: str, **fields: object) -> Json:
        """Any action of docs/sandbox.md, as this person in this chat; gives its result."""
        self._refs += 1
        ref = self._refs
        given = {"action": action, "person": self.seen.person, "chat": self.seen.chat, "ref": ref} | fields
        await self._socket.send_json(given)
        done = await self._until(lambda: self.seen.results.pop(ref, None), PATIENCE, f"«{action}» done")
        if done["event"] == "refused":
            raise ActionRefused(done["reason"])
        return dict(done["result"])

    # What the person reads

    async def reply(self, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - reads well in tests
        """The next new message of the bot."""
        await self._until(lambda: self.seen.news or None, timeout, "a message of the bot")
        return self.seen.news.popleft()

    async def edited(self, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - reads well in tests
        """The next message that the bot changed."""
        await self._until(lambda: self.seen.edits or None, timeout, "a changed message")
        return self.seen.edits.popleft()

    async def wait_for_text(self, part: str, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109 - as above
        """The first unread message, new or changed, with these words; what came before counts as read."""
        return await self._until(lambda: self.seen.find(part), timeout, f"«{part}»")

    async def silence(self, seconds: float = 0.3) -> None:
        """Fails if the bot writes or changes anything within this time."""
        with suppress(NoAnswer):
            said = await self._until(lambda: self.seen.news or self.seen.edits or None, seconds, "")
            raise AssertionError(f"the bot was not silent: {said[0].text}")

    @property
    def keyboard(self) -> list[str]:
        """The labels below the field where one writes."""
        return self.seen.keyboard

    @property
    def commands(self) -> list[str]:
        return self.seen.commands

    async def has_command(self, name: str, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109 - as above
        """Waits until the bot offers this command."""
        await self._until(lambda: name in self.seen.commands or None, timeout, f"/{name}")

    @property
    def screen(self) -> Message:
        """The newest message of the bot, as it looks now."""
        mine = [message for message in self.seen.messages.values() if message.by_bot]
        if not mine:
            raise NoAnswer("the bot has not written yet")
        return mine[-1]

    def forget(self) -> None:
        """Counts everything so far as read."""
        self.seen.news.clear()
        self.seen.edits.clear()

    # Inside

    async def _read(self) -> None:
        async for frame in self._socket:
            self.seen.take(frame.json())
            self._changed.set()
            self._changed = asyncio.Event()

    async def _press_keyboard(self, label: str) -> Answer:
        if label not in self.seen.keyboard:
            raise NoAnswer(f"no button «{label}»: {self.seen}")
        await self.say(label)
        return Answer("", alert=False)

    async def _until(self, look: Callable[[], T | None], patience: float, awaited: str) -> T:
        try:
            async with asyncio.timeout(patience):
                while (found := look()) is None:
                    await self._changed.wait()
        except TimeoutError:
            raise NoAnswer(f"waited {patience} s for {awaited}: {self.seen}") from None
        return found
