"""A Bot API as thin as it can be: prepared bytes over one protocol class, so that the bot is what is measured.

python -m benchmarks.thin_api     prints its port; ends with its standard input
"""

import asyncio
import json
import re
import sys
from collections import deque
from dataclasses import dataclass, field
from time import perf_counter
from typing import cast

import uvloop

BATCH = 100

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb'offset"?[:=] ?(\d+)')
_LIMIT = re.compile(rb'limit"?[:=] ?(\d+)')
_TIMEOUT = re.compile(rb'timeout"?[:=] ?(\d+)')
_CHAT = re.compile(rb'chat_id"?[:=] ?"?(\d+)')
_ANSWERS = (b"sendMessage", b"editMessageText")


@dataclass(slots=True)
class Mailbox:
    """What one bot still has to fetch, and what it has answered."""

    pending: deque[tuple[int, int, bytes]] = field(default_factory=deque)  # update, chat, body
    arrived: dict[int, list[float]] = field(default_factory=dict)  # by chat, the moments not yet answered
    late: list[tuple[int, float]] = field(default_factory=list)  # chat, seconds until its answer
    calls: int = 0
    polled: int = 0
    began: float = 0.0
    ended: float = 0.0
    poller: "Wire | None" = None

    def load(self, updates: list[tuple[int, int, bytes]]) -> None:
        """Takes further updates."""
        now = perf_counter()
        for update in updates:
            self.pending.append(update)
            self.arrived.setdefault(update[1], []).append(now)
        if self.poller and self.pending:
            poller, self.poller = self.poller, None
            poller.send(self.batch(BATCH))

    def reset(self) -> None:
        """A new round begins; a poller that waits goes on waiting."""
        self.pending.clear()
        self.arrived.clear()
        self.late, self.calls, self.began = [], 0, perf_counter()

    def fetch(self, wire: "Wire", body: bytes) -> None:
        """getUpdates: confirms, then hands out what waits, or holds the line."""
        self.polled += 1
        offset, limit = _number(_OFFSET, body, 0), _number(_LIMIT, body, BATCH)
        while self.pending and self.pending[0][0] < offset:
            self.pending.popleft()
        if self.pending or not (patience := _number(_TIMEOUT, body, 0)):
            wire.send(self.batch(limit))
            return
        self.poller = wire
        asyncio.get_running_loop().call_later(patience, self._release, wire)

    def batch(self, limit: int) -> bytes:
        """The oldest unconfirmed updates."""
        first = (self.pending[number][2] for number in range(min(limit, len(self.pending))))
        return b'{"ok":true,"result":[' + b",".join(first) + b"]}"

    def answered(self, chat: int) -> None:
        """A message to a chat; the first after an update is its answer."""
        self.calls += 1
        if waiting := self.arrived.get(chat):
            self.ended = perf_counter()
            self.late.append((chat, self.ended - waiting.pop(0)))

    def seen(self) -> bytes:
        """How far the round is, for the one who measures."""
        waiting = sum(map(len, self.arrived.values()))
        facts = {"waiting": waiting, "calls": self.calls, "polled": self.polled, "unconfirmed": len(self.pending)}
        return json.dumps(facts | {"seconds": self.ended - self.began, "late": self.late}).encode()

    def _release(self, wire: "Wire") -> None:
        if self.poller is wire:
            self.poller = None
            wire.send(self.batch(0))


class Wire(asyncio.Protocol):
    """HTTP/1.1 with Content-Length, kept alive: what aiohttp's client speaks here."""

    def __init__(self, mailboxes: dict[str, Mailbox]) -> None:
        self._mailboxes = mailboxes
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the signature of a protocol
        for mailbox in self._mailboxes.values():
            mailbox.poller = None if mailbox.poller is self else mailbox.poller

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            whole = end + 4 + _number(_LENGTH, head, 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + 4 : whole], self._buffer[whole:]
            self._answer(head, body)

    def send(self, body: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            self._transport.write(head + body)

    def _answer(self, head: bytes, body: bytes) -> None:
        _, who, method = head.split(b" ", 2)[1].split(b"?")[0].rsplit(b"/", 2)
        mailbox = self._mailboxes.setdefault(who.removeprefix(b"bot").decode(), Mailbox())
        match method:
            case b"getUpdates":
                mailbox.fetch(self, body)
            case b"load":
                mailbox.load([(update, chat, text.encode()) for update, chat, text in json.loads(body)])
                self.send(b"{}")
            case b"seen":
                self.send(mailbox.seen())
            case b"reset":
                mailbox.reset()
                self.send(b"{}")
            case _:
                if method in _ANSWERS:
                    mailbox.answered(_number(_CHAT, body, 0))
                self.send(_prepared(method, body))


def _prepared(method: bytes, body: bytes) -> bytes:
    if method in _ANSWERS:
        return _MESSAGE_WITH_BUTTONS if b"inline_keyboard" in body else _MESSAGE
    return _ME if method == b"getMe" else b'{"ok":true,"result":true}'


def _number(pattern: re.Pattern[bytes], text: bytes, otherwise: int) -> int:
    found = pattern.search(text)
    return int(found[1]) if found else otherwise


def _message(**more: object) -> bytes:
    """As Telegram answers: the message as it was sent."""
    chat = {"id": 1000, "type": "private", "first_name": "Анна"}
    bot = {"id": 42, "is_bot": True, "first_name": "БиблиоГос", "username": "bibliogos_bot"}
    text = "Ответ. " * 100
    message = {"message_id": 7, "date": 1_790_000_000, "chat": chat, "from": bot, "text": text, **more}
    return json.dumps({"ok": True, "result": message}, ensure_ascii=False).encode()


_ROWS = [[{"text": f"Кнопка {number}", "callback_data": f"a:{number}:r"}] for number in range(7)]
_MESSAGE = _message()
_MESSAGE_WITH_BUTTONS = _message(reply_markup={"inline_keyboard": _ROWS})
_ME = json.dumps(
    {"ok": True, "result": {"id": 42, "is_bot": True, "first_name": "БиблиоГос", "username": "bibliogos_bot"}}
).encode()


async def main() -> None:
    loop, mailboxes = asyncio.get_running_loop(), dict[str, Mailbox]()
    server = await loop.create_server(lambda: Wire(mailboxes), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
