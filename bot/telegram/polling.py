"""Long polling that confirms an update only when it was handled, or when the inbox has it on disk."""

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

from bot.backoff import Backoff
from bot.inbox.lane import HeldUpdate
from bot.telegram.intake import ALLOWED_UPDATES, Intake, Raw, update_number

PATIENCE_SECONDS = 25
BATCH = 100
BUSY_PAUSE = 0.25  # seconds between looks for new updates while the disk takes none of those in hand
LAST_WORDS = 4.0  # seconds that updates in hand get to end when the bot is told to stop
CONFIRMING_SECONDS = 1.0  # at the end
LONGEST_PAUSE = 3600.0  # seconds, whatever Telegram asks

BACKOFF = Backoff(first=0.5, longest=20.0)

log = structlog.get_logger()


class RevokedTokenError(Exception):
    """Telegram no longer knows the bot's token."""


class GetRawUpdates(TelegramMethod[Any]):
    """getUpdates as plain JSON: one update that cannot be parsed must not hide those behind it."""

    __returning__ = Any
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = BATCH
    timeout: int = 0
    allowed_updates: list[str] = ALLOWED_UPDATES


class UnreadableBodyError(Exception):
    """What getUpdates answered is no list of updates."""


class Polling:
    """Fetches while the earlier ones are still in hand; the oldest that a kill would lose is never confirmed."""

    def __init__(self, bot: Bot, intake: Intake, backoff: Backoff = BACKOFF) -> None:
        self._bot = bot
        self._intake = intake
        self._unsafe: dict[int, HeldUpdate] = {}
        self._next = 0
        self._backoff = backoff
        self._failures = 0  # in a row

    async def run(self, stop: asyncio.Event) -> None:
        """Works until told to stop, then ends what is in hand. Raises RevokedTokenError."""
        stopping = asyncio.create_task(stop.wait())
        self._intake.inbox.be_cautious()
        try:
            while not stop.is_set():
                fetching = asyncio.create_task(self._round())
                await asyncio.wait({stopping, fetching}, return_when=asyncio.FIRST_COMPLETED)
                if fetching.done():
                    fetching.result()
                else:
                    fetching.cancel()
                    await asyncio.wait({fetching}, timeout=CONFIRMING_SECONDS)
        finally:
            stopping.cancel()
            await self._finish()

    async def _round(self) -> None:
        await self._secure()
        try:
            updates = await self._fetch(timeout=0 if self._unsafe else PATIENCE_SECONDS)
            self._take(updates)
        except TelegramUnauthorizedError as error:
            raise RevokedTokenError from error
        except TelegramRetryAfter as error:
            log.warning("polling.told_to_wait", seconds=error.retry_after)
            await asyncio.sleep(min(max(error.retry_after, 0.5), LONGEST_PAUSE))
        except TelegramConflictError:
            log.error("polling.second_bot", cure="stop the other process with this BOT_TOKEN, or remove its webhook")  # noqa: TRY400 - expected, no traceback
            await self._back_off()
        except (TelegramAPIError, ClientDecodeError, UnreadableBodyError) as error:
            log.warning("polling.line_is_down", reason=type(error).__name__)
            await self._back_off()
        except Exception:  # the last guard: whatever a server may answer, polling goes on
            log.exception("polling.round_failed")
            await self._back_off()

    async def _back_off(self) -> None:
        self._failures += 1
        await asyncio.sleep(self._backoff.pause(self._failures))

    def _take(self, updates: object) -> None:
        """Hands on the fetched updates. Raises UnreadableBodyError where nothing can be confirmed."""
        numbered = _numbered(updates)
        for number, raw in numbered:
            self._unsafe[number] = self._intake.accept(raw)
            # Not the greatest of all: after a week without updates Telegram begins anew anywhere.
            self._next = number + 1
        self._failures = 0

    async def _secure(self) -> None:
        """Forgets what is handled or stored; waits a little where the disk refuses."""
        await self._intake.secure(self._unsafe.values())
        self._unsafe = {number: held for number, held in self._unsafe.items() if not held.is_safe}
        if self._unsafe:
            await asyncio.sleep(BUSY_PAUSE)

    async def _fetch(self, timeout: int, limit: int = BATCH) -> object:  # noqa: ASYNC109 - Telegram's own
        offset = min(self._unsafe, default=self._next) or None
        method = GetRawUpdates(offset=offset, timeout=timeout, limit=limit)
        return await self._bot(method, request_timeout=timeout + 10)

    async def _finish(self) -> None:
        await self._intake.inbox.finish(LAST_WORDS)
        self._unsafe = {number: held for number, held in self._unsafe.items() if not held.is_safe}
        try:
            if self._next:
                async with asyncio.timeout(CONFIRMING_SECONDS):
                    await self._fetch(timeout=0, limit=1)  # confirms what was handled or stored
        except (TelegramAPIError, ClientDecodeError, TimeoutError) as error:
            log.warning("polling.not_confirmed", reason=type(error).__name__)


def _numbered(updates: object) -> list[tuple[int, Raw]]:
    """The updates with their numbers; what has none is passed over, for the next one behind it confirms it too."""
    if not isinstance(updates, list):
        raise UnreadableBodyError
    numbered = [(number, raw) for raw in updates if (number := update_number(raw)) is not None]
    if len(numbered) < len(updates):
        log.warning("polling.not_an_update", count=len(updates) - len(numbered))
        if not numbered:
            raise UnreadableBodyError
    return sorted(numbered, key=lambda one: one[0])
