"""Stops the wheel on a pressed button: within a second, whatever its answer is still waiting for."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import TelegramObject, Update
from cachetools import FIFOCache

from bot.backoff import Backoff
from bot.handlers.talk import Talk
from bot.screens.home import unsupported
from bot.screens.toast import waits

PATIENCE = 1.0  # seconds between the press and an empty acknowledgement
BACKOFF = Backoff(first=0.5, longest=2.0)
TRIES = 3  # on a broken line
LONGEST_WAIT = 5.0  # seconds: Telegram forgets the press soon after
MOST_PRESSES = 10_000  # remembered, of those whose turn has not come yet

Provided = dict[str, Any]
Next = Callable[[TelegramObject, Provided], Awaitable[Any]]

log = structlog.get_logger()


@dataclass(slots=True)
class _Press:
    """A press that is not acknowledged yet, or is just being."""

    timer: asyncio.TimerHandle
    call: asyncio.Task[bool] | None = None


class _Presses(FIFOCache[str, _Press]):
    """The presses not answered yet; the oldest of too many is forgotten."""

    def popitem(self) -> tuple[str, _Press]:
        query, press = super().popitem()
        press.timer.cancel()
        return query, press


class Acknowledger:
    """Each press is acknowledged once: with the toast of its answer, or empty when that takes longer."""

    def __init__(self, bot: Bot, patience: float = PATIENCE) -> None:
        self._bot = bot
        self._patience = patience
        self._presses = _Presses(MOST_PRESSES)
        self._calls: set[asyncio.Task[bool]] = set()

    def arrived(self, raw: Mapping[str, Any]) -> None:
        """An update has come, though its turn may be far: for whoever takes raw updates; harmless when told twice."""
        query = raw.get("callback_query")
        id_ = query.get("id") if isinstance(query, dict) else None
        if isinstance(id_, str):
            self.begin(id_)

    def begin(self, query: str) -> None:
        """From now on the press waits for its acknowledgement."""
        if query in self._presses:
            return
        timer = asyncio.get_running_loop().call_later(self._patience, self._call, query, None)
        self._presses[query] = _Press(timer)

    async def end(self, query: str, toast: str | None) -> bool:
        """The press has been answered; False where the toast came too late or Telegram did not take it."""
        press = self._presses.pop(query, None)
        if press is None or press.call is not None:
            return False
        press.timer.cancel()
        done, _ = await asyncio.wait([self._start(query, toast)], timeout=self._patience)  # those behind wait no longer
        return all(call.cancelled() or call.result() for call in done)

    async def close(self) -> None:
        """Stops acknowledging presses; those that wait stay as they are."""
        for press in self._presses.values():
            press.timer.cancel()
        for call in self._calls:
            call.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)

    def _call(self, query: str, toast: str | None) -> None:
        if press := self._presses.get(query):
            press.call = self._start(query, toast)

    def _start(self, query: str, toast: str | None) -> asyncio.Task[bool]:
        call = asyncio.create_task(self._acknowledge(query, toast))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        return call

    async def _acknowledge(self, query: str, toast: str | None) -> bool:
        """Whether Telegram has taken it: after a long outage it does not, and a toast is shown to nobody."""
        for failures in range(1, TRIES + 1):
            try:
                await self._bot.answer_callback_query(query, toast, show_alert=waits(toast or "") or None)
            except (TelegramAPIError, ClientDecodeError) as error:
                wait = _wait(error, BACKOFF.pause(failures))
                if wait > LONGEST_WAIT or failures == TRIES:
                    log.info("press.not_acknowledged", reason=type(error).__name__)
                    return False
                await asyncio.sleep(wait)
            else:
                return True
        return False


def _wait(error: Exception, pause: float) -> float:
    """Seconds before it is worth another try: as long as Telegram says, for ever where it would not take it later."""
    match error:
        case TelegramRetryAfter(retry_after=seconds):
            return max(pause, seconds)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return pause
        case _:
            return inf


class Acknowledging:
    """Outside everything else: also what is throttled, what fails and what has nobody to answer is acknowledged."""

    def __init__(self, acknowledger: Acknowledger) -> None:
        self._acknowledger = acknowledger

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        query = event.callback_query if isinstance(event, Update) else None
        if query is None:
            result = await handler(event, data)
            await _say_toast(data.get("talk"))
            return result
        self._acknowledger.begin(query.id)
        try:
            return await handler(event, data)
        finally:
            await self._end(query.id, data.get("talk"))

    async def _end(self, query: str, talk: Talk | None) -> None:
        toast = talk.toast if talk else None
        in_time = await self._acknowledger.end(query, toast)
        if not in_time:
            await _say_toast(talk)


async def _say_toast(talk: Talk | None) -> None:
    """A message in place of a toast that cannot be shown: it came too late, or the button's words were typed."""
    if talk and talk.toast and not talk.answered:
        await talk.reply(unsupported.late_toast(talk.toast))
