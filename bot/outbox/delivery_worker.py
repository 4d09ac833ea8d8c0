"""Delivers the outbox: claims the due notices, renders them now, sends them, and marks the result."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, Protocol, TypeVar

import structlog

from bot.backoff import Backoff
from bot.clock import Clock
from bot.outbox.notice import ANSWER, ClaimedNotice, NoticeQueue, NoticeState, Payload
from bot.outbox.rate_limiter import RateLimiter
from bot.people import Address

S = TypeVar("S")
S_contra = TypeVar("S_contra", contravariant=True)

LEASE = timedelta(seconds=30)  # what a killed worker had claimed waits so long
BATCH = 20
MAX_ATTEMPTS = 400  # two days without a line to the messenger
BACKOFF = Backoff(first=2.0, longest=600.0)  # when the line is back, what waited must not wait for long
BACKOFF_OF_ANSWERS = Backoff(first=2.0, longest=5.0)  # somebody waits for it
MOST_FAILURES = 3  # in a row, until a round ends: without a line the others would fail too
LONGEST_PAUSE = 3600.0  # seconds, whatever the messenger asks
PROBING_SECONDS = 3.0  # while there is no line
LONGEST_SLEEP = 60.0  # seconds of the loop's clock: the wall clock may be set, and other processes ring no bell

STOP_SECONDS = 3.0  # for the notice in hand when told to stop

log = structlog.get_logger()


class RecipientUnreachableError(Exception):
    """The person has blocked the bot, or the chat is gone."""


class NeverStartedBotError(RecipientUnreachableError):
    """The person has never started the bot: nothing can be sent, yet they have not blocked it."""


class MessageRejectedError(Exception):
    """The messenger will never accept this text as it is."""


@dataclass
class RetryLaterError(Exception):
    """The messenger asks to wait, or cannot be reached."""

    seconds: float | None = None


class NoticeMessenger(Protocol[S_contra]):
    """Sends a rendered screen. Raises RecipientUnreachableError, MessageRejectedError or RetryLaterError."""

    async def send(self, to: Address, screen: S_contra) -> str | None:
        """The message that was sent, as the messenger names it; None where that is not known."""
        ...


Render = Callable[[Payload], Awaitable[S | None]]  # None: it is no longer true, so nothing is said
Gone = Callable[[Address], Awaitable[None]]


class DeliveryWorker(Generic[S]):
    """Delivers at least once: a kill between sending and marking repeats one notice, never loses one."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is a collaborator
        self,
        notices: NoticeQueue,
        messenger: NoticeMessenger[S],
        renders: Mapping[str, Render[S]],
        gone: Gone,
        limiter: RateLimiter,
        clock: Clock,
        awake: asyncio.Event | None = None,
    ) -> None:
        """`awake` is the bell that others ring without knowing the delivery worker."""
        self._notices = notices
        self._messenger = messenger
        self._renders = renders
        self._gone = gone
        self._clock = clock
        self._awake = awake or asyncio.Event()
        self._limiter = limiter
        self._failures = 0  # in a row, for want of a line

    def wake(self) -> None:
        """Tells the worker that a notice is due now."""
        self._awake.set()

    async def run(self) -> None:
        """Delivers due notices until it is cancelled."""
        while True:
            try:
                while await self.deliver_due():
                    pass
            except Exception:  # the last guard: the notices stay in the table and are tried again
                log.exception("outbox.round_failed")
            await self._sleep_until_woken()

    async def deliver_due(self) -> int:
        """Delivers what is due once; how many notices were claimed, none while offline or told to wait."""
        self._awake.clear()
        if self._limiter.hold_left():
            return 0
        self._failures = min(self._failures, MOST_FAILURES - 1)  # without a line one is tried in a round
        self._limiter.begin_round()
        now = self._clock.now()
        claimed = await self._notices.claim(now, now + LEASE, BATCH)
        waiting = list(claimed)
        try:
            while waiting and self._failures < MOST_FAILURES:
                await self._to_the_end(waiting[0])
                waiting.pop(0)
        finally:
            await self._notices.unclaim(notice.id for notice in waiting)
        return 0 if waiting else len(claimed)

    async def _to_the_end(self, notice: ClaimedNotice) -> None:
        """Told to stop between sending and marking, it marks first: only a kill repeats a notice."""
        keeping = asyncio.ensure_future(self._deliver(notice))
        try:
            await asyncio.shield(keeping)
        except asyncio.CancelledError:
            await asyncio.wait([keeping], timeout=STOP_SECONDS)
            keeping.cancel()
            raise

    async def _deliver(self, notice: ClaimedNotice) -> None:
        promise, now = notice.notice, self._clock.now()
        if promise.expires_at and promise.expires_at < now:
            await self._notices.mark(notice.id, NoticeState.OUTLIVED, now)
            return
        try:
            state = await self._render_and_send(notice)
        except RecipientUnreachableError as error:
            if not isinstance(error, NeverStartedBotError):
                await self._gone(promise.to)
            await self._notices.mark(notice.id, NoticeState.UNREACHABLE, self._clock.now())
        except RetryLaterError as later:
            await self._schedule_retry(notice, later)
        except Exception as error:  # a poisoned notice must not stop those behind it
            log.exception("outbox.set_aside", notice=notice.id, kind=promise.kind)
            # A broken letter in the reason would make the row poisonous again: it could not be written.
            reason = f"{type(error).__name__}: {error}".encode(errors="replace").decode()
            await self._notices.mark(notice.id, NoticeState.SET_ASIDE, self._clock.now(), reason)
        else:
            await (self._notices.mark(notice.id, state, self._clock.now()) if state else self._defer(notice))

    async def _render_and_send(self, notice: ClaimedNotice) -> NoticeState | None:
        """Renders and sends a notice: its new state, None where its chat is paused for a while."""
        to = notice.notice.to
        if self._limiter.hold_left(to):
            return None
        screen = await self._renders[notice.notice.kind](notice.notice.payload)
        if screen is None:
            return NoticeState.OUTLIVED
        if not await self._limiter.has_room(to):
            return None
        await self._messenger.send(to, screen)
        self._failures = 0
        return NoticeState.SENT

    async def _defer(self, notice: ClaimedNotice) -> None:
        await self._notices.defer(notice.id, self._clock.now() + self._limiter.pause_left(notice.notice.to))

    async def _schedule_retry(self, notice: ClaimedNotice, later: RetryLaterError) -> None:
        now, to, is_answer = self._clock.now(), notice.notice.to, notice.notice.kind == ANSWER
        self._failures += later.seconds is None
        if notice.attempts >= MAX_ATTEMPTS and not is_answer:  # an answer's own render knows when it is too old
            await self._notices.mark(notice.id, NoticeState.SET_ASIDE, now, "the messenger could not be reached")
            return
        asked = timedelta(seconds=min(later.seconds or 0.0, LONGEST_PAUSE))
        if asked:
            self._limiter.hold(to, asked)
        backoff = BACKOFF_OF_ANSWERS if is_answer else BACKOFF
        pause = asked or timedelta(seconds=backoff.pause(notice.attempts))
        await self._notices.retry_later(notice.id, now + pause, "later")

    async def _sleep_until_woken(self) -> None:
        """Sleeps until the bell rings or the next notice is due."""
        seconds = PROBING_SECONDS if self._failures or self._limiter.hold_left() else await self._until_next_due()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._awake.wait()

    async def _until_next_due(self) -> float:
        now = self._clock.now()
        try:
            due = await self._notices.next_due(now)
        except Exception:  # the last guard: a disk that fails now may give it later
            log.exception("outbox.next_due_not_read")
            return PROBING_SECONDS
        return min((due - now).total_seconds(), LONGEST_SLEEP) if due else LONGEST_SLEEP
