"""Middlewares around every handler: the talk, throttling, the error guard, and «печатает…»."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import CallbackQuery, Message, TelegramObject, Update
from aiolimiter import AsyncLimiter
from cachetools import LRUCache

from bot.clock import Clock
from bot.dialog_state import DialogStore
from bot.handlers.messenger import Messenger
from bot.handlers.talk import Talk
from bot.inbox.update import NotToldError
from bot.people import People
from bot.screens.home import unsupported
from bot.staff.reachability import Reachability
from bot.telegram.begin_talk import begin

Provided = dict[str, Any]
Next = Callable[[TelegramObject, Provided], Awaitable[Any]]

SLOW_SECONDS = 0.7
_URGENT = 5  # messages of danger beyond the rate

log = structlog.get_logger()


class TalkProvider:
    """Gives every update its talk; what has nobody to answer goes on without one and is dropped."""

    def __init__(self, messenger: Messenger, awaited: DialogStore, people: People) -> None:
        self._messenger = messenger
        self._awaited = awaited
        self._people = people

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        user, chat = data.get("event_from_user"), data.get("event_chat")
        talk = begin(event, user, chat, self._messenger, self._awaited) if isinstance(event, Update) else None
        if talk is None:
            return None
        talk.aloud = await self._people.reads_aloud(talk.person)
        data["talk"] = talk
        return await handler(event, data)


class Throttle:
    """A person may write so many messages in so many seconds; before any work; said once, and to each press.

    An album, of ten pictures at most, is one message. Danger and crisis are answered before: somebody who is being
    robbed writes fast. Of those there are few, so that their words cannot be used to flood the bot either.
    """

    def __init__(
        self, is_urgent: Callable[[str], bool], messages: int = 20, seconds: int = 20, people: int = 10_000
    ) -> None:
        """`is_urgent` knows danger and crisis by their words."""
        self._is_urgent = is_urgent
        self._rate = (messages, seconds)
        self._urgent: LRUCache[int, AsyncLimiter] = LRUCache(people)
        self._limiters: LRUCache[int, AsyncLimiter] = LRUCache(people)
        self._told: LRUCache[int, None] = LRUCache(people)
        self._albums: LRUCache[tuple[int, str], None] = LRUCache(people)

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        talk: Talk = data["talk"]
        if self._is_more_of_album(event, talk.person.id):
            return await handler(event, data)
        limiter = self._limiter(talk.person.id, self._limiters, self._rate)
        if not limiter.has_capacity() and self._tells_danger(event):
            limiter = self._limiter(talk.person.id, self._urgent, (_URGENT, self._rate[1]))
        if limiter.has_capacity():
            await limiter.acquire()
            self._told.pop(talk.person.id, None)
            return await handler(event, data)
        if isinstance(event, Update) and event.callback_query:
            talk.toast = unsupported.WAIT_A_LITTLE
        elif talk.person.id not in self._told:
            self._told[talk.person.id] = None
            await talk.reply(unsupported.too_fast(self._rate[1]))
        return None

    def _is_more_of_album(self, event: TelegramObject, person: int) -> bool:
        message = event.message if isinstance(event, Update) else None
        if message is None or message.media_group_id is None:
            return False
        album = (person, message.media_group_id)
        is_more = album in self._albums
        self._albums[album] = None
        return is_more

    def _tells_danger(self, event: TelegramObject) -> bool:
        message = event.message if isinstance(event, Update) else None
        words = (message.text or message.caption) if message else None
        return words is not None and self._is_urgent(words)

    @staticmethod
    def _limiter(person: int, limiters: LRUCache[int, AsyncLimiter], rate: tuple[int, int]) -> AsyncLimiter:
        limiter = limiters.get(person)
        if limiter is None:
            limiter = limiters[person] = AsyncLimiter(*rate)
        return limiter


class ErrorGuard:
    """The last guard of the dispatcher: the person sees a short code, the log has the same one.

    Where the person could be told nothing the inbox is told, and brings the update again.
    """

    def __init__(self, people: People, clock: Clock) -> None:
        self._people = people
        self._clock = clock

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        talk: Talk = data["talk"]
        try:
            return await handler(event, data)
        except TelegramForbiddenError:
            if not talk.in_group:  # a group that refuses messages says nothing of who wrote there
                await self._people.set_reachable(talk.person, since=self._clock.now())
            log.info("chat.unreachable", group=talk.in_group)
        except NotToldError:
            raise
        except Exception:
            code = secrets.token_hex(2).upper()
            log.exception("update.failed", code=code)
            with suppress(TelegramAPIError):
                await talk.reply(unsupported.failure(code))
        return None


class Hearing:
    """Notes that a librarian or admin who writes in private can be reached, after the handler lets them in."""

    def __init__(self, reachability: Reachability) -> None:
        self._reachability = reachability

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        talk: Talk = data["talk"]
        result = await handler(event, data)
        if isinstance(event, Update) and isinstance(event.event, Message | CallbackQuery) and not talk.in_group:
            await self._reachability.heard(talk.person)
        return result


class TypingIndicator:
    """«печатает…» while an answer takes longer than a moment."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Provided) -> object:
        talk, bot = data["talk"], data["bot"]
        loop, running = asyncio.get_running_loop(), set[asyncio.Task[None]]()
        timer = loop.call_later(SLOW_SECONDS, lambda: running.add(loop.create_task(_type(bot, talk))))
        try:
            return await handler(event, data)
        finally:
            timer.cancel()
            for task in running:
                task.cancel()


async def _type(bot: Bot, talk: Talk) -> None:
    with suppress(TelegramAPIError):
        while True:
            await bot.send_chat_action(talk.conversation.chat, "typing", message_thread_id=talk.forum_topic)
            await asyncio.sleep(4.5)
