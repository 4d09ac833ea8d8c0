"""Delivery of updates to the bot's own address, one after another, until each is taken."""

import asyncio
from collections.abc import Collection, Iterator
from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.clock import Clock
from bot.sandbox.json_types import Json
from bot.sandbox.refusal import bad_request
from bot.sandbox.updates import Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_PAUSE = 60.0
ANSWER_WITHIN = ClientTimeout(total=60)


def check_address(url: str) -> None:
    """Telegram wants HTTPS; the sandbox wants this machine, so that nothing leaves it."""
    if not url:
        return
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not is_loopback(parts.hostname or ""):
        raise bad_request("bad webhook: the sandbox delivers to loopback addresses only")


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Webhook:
    """Retries what is not answered with 2xx, with growing pauses (seconds)."""

    def __init__(self, updates: Updates, clock: Clock, first_pause: float = 1.0) -> None:
        self.url = ""
        self._secret: str | None = None
        self._updates = updates
        self._clock = clock
        self._first_pause = first_pause
        self._task: asyncio.Task[None] | None = None
        self._fault: tuple[int, str] | None = None

    async def set(self, url: str, secret: str | None) -> None:
        """Begins to deliver there; an empty address ends it."""
        await self.stop()
        self.url, self._secret, self._fault = url, secret, None
        if url:
            self._task = asyncio.create_task(self._run(url), name="sandbox webhook")

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def described(self, allowed: Collection[str]) -> Json:
        told: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if allowed:
            told["allowed_updates"] = sorted(allowed)
        if self._fault:
            told |= {"last_error_date": self._fault[0], "last_error_message": self._fault[1]}
        return told

    async def _run(self, url: str) -> None:
        headers = {SECRET_HEADER: self._secret} if self._secret else {}
        async with ClientSession(timeout=ANSWER_WITHIN, headers=headers) as session:
            while True:
                await self._updates.wait()
                for update in (*self._updates.take_again(), *self._updates.first(1)):
                    await self._until_taken(session, url, update)
                    self._updates.confirm(update["update_id"])

    async def _until_taken(self, session: ClientSession, url: str, update: Json) -> None:
        pauses = self._pauses()
        while fault := await _fault(session, url, update):
            self._fault = (int(self._clock.now().timestamp()), fault)
            await asyncio.sleep(next(pauses))

    def _pauses(self) -> Iterator[float]:
        pause = self._first_pause
        while True:
            yield pause
            pause = min(pause * 2, LONGEST_PAUSE)


async def _fault(session: ClientSession, url: str, update: Json) -> str | None:
    """Why the update was not taken, None if it was."""
    try:
        async with session.post(url, json=update) as response:
            if response.status // 100 == 2:
                return None
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except (ClientError, TimeoutError) as gone:
        return f"Connection failed: {type(gone).__name__}"
