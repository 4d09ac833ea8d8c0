"""Long polling that confirms an update only after it was handled."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods.base import TelegramMethod
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.handlers.intake import ALLOWED_UPDATES, Intake

PATIENCE_SECONDS = 25
BATCH = 100
BUSY_PAUSE = 0.25  # seconds between looks for new updates while slow ones are still being handled
LAST_WORDS = 8.0  # seconds that updates in hand get to end when the bot is told to stop

_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=20.0, factor=2.0, jitter=0.1)

log = structlog.get_logger()


class RevokedTokenError(Exception):
    """Telegram no longer knows the token."""


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as plain JSON: one update that cannot be parsed must not hide those behind it."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = 0
    allowed_updates: list[str] = ALLOWED_UPDATES


class Polling:
    """Fetches while the earlier ones are still in hand; the oldest unfinished one is never confirmed."""

    def __init__(self, bot: Bot, intake: Intake, backoff: BackoffConfig = _BACKOFF) -> None:
        self._bot = bot
        self._intake = intake
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._next = 0
        self._backoff = Backoff(backoff)

    async def run(self, stop: asyncio.Event) -> None:
        """Works until told to stop, then ends what is in hand. Raises RevokedTokenError."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                fetching = asyncio.create_task(self._round())
                await asyncio.wait({stopping, fetching}, return_when=asyncio.FIRST_COMPLETED)
                if fetching.done():
                    fetching.result()
                else:
                    fetching.cancel()
        finally:
            stopping.cancel()
            await self._finish()

    async def _round(self) -> None:
        await self._settle(BUSY_PAUSE)
        try:
            updates = await self._fetch(timeout=0 if self._in_hand else PATIENCE_SECONDS)
        except TelegramUnauthorizedError as error:
            raise RevokedTokenError from error
        except TelegramRetryAfter as error:
            log.warning("polling.told_to_wait", seconds=error.retry_after)
            await asyncio.sleep(error.retry_after)
        except TelegramConflictError:
            log.error("polling.second_bot", cure="stop the other process with this BOT_TOKEN, or remove its webhook")  # noqa: TRY400 - expected, no traceback
            await self._backoff.asleep()
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("polling.line_is_down", reason=type(error).__name__)
            await self._backoff.asleep()
        else:
            self._backoff.reset()
            self._take(updates)

    def _take(self, updates: list[dict[str, Any]]) -> None:
        for raw in updates:
            number = raw["update_id"]
            if number >= self._next:
                self._in_hand[number] = self._intake.take(raw)
                self._next = number + 1

    async def _settle(self, seconds: float) -> None:
        """Waits a little for what is in hand; forgets what has ended."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=seconds)
        self._in_hand = {number: task for number, task in self._in_hand.items() if not task.done()}

    async def _fetch(self, timeout: int, limit: int = BATCH) -> list[dict[str, Any]]:  # noqa: ASYNC109 - Telegram's own
        offset = min(self._in_hand, default=self._next) or None
        method = GetRawUpdates(offset=offset, timeout=timeout, limit=limit)
        return await self._bot(method, request_timeout=timeout + 10)

    async def _finish(self) -> None:
        await self._settle(LAST_WORDS)
        for task in self._in_hand.values():
            task.cancel()
        try:
            if self._next:
                async with asyncio.timeout(1.5):
                    await self._fetch(timeout=0, limit=1)  # confirms what was handled
        except (TelegramAPIError, ClientDecodeError, TimeoutError) as error:
            log.warning("polling.not_confirmed", reason=type(error).__name__)
