"""Calls of the Bot API as JSON bodies, with patience for a broken connection and no token in any error."""

import asyncio
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetMe, GetUpdates, Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.backoff import Backoff

_JSON = {"Content-Type": "application/json"}
LINE_IS_DOWN = (TelegramRetryAfter, TelegramNetworkError, TelegramServerError, ClientDecodeError)
BACKOFF = Backoff(first=0.5, longest=15.0)
_WITHOUT_FILE = 20.0  # seconds that a call may take; one with a file gets the session's own


class JsonSession(AiohttpSession):
    """As aiogram's session; a call without files goes as one JSON body, which both sides read several times faster."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        body = _body(method, bot)
        if body is None:
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        seconds = timeout or min(self.timeout, _WITHOUT_FILE)
        try:
            async with session.post(url, data=body, headers=_JSON, timeout=seconds) as answer:  # type: ignore[arg-type]  # - a number of seconds, as aiogram passes it
                content = await answer.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except (ClientError, OSError) as error:
            # The error's own words may carry the address, and with it the token.
            raise TelegramNetworkError(method=method, message=type(error).__name__) from None
        return self._result(bot, method, answer.status, content)

    def _result(self, bot: Bot, method: TelegramMethod[TelegramType], status: int, content: bytes) -> TelegramType:
        """What was asked for; aiogram finds the error in everything else.

        Its own way through `Response[…]` costs twice as much: Python throws that class away between two
        calls, and pydantic builds it anew.
        """
        try:
            answer = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise ClientDecodeError("Failed to decode object", error, content) from error
        if status == 200 and isinstance(answer, dict) and answer.get("ok") is True:
            try:
                return cast("TelegramType", _reader(method.__returning__)(answer.get("result"), context={"bot": bot}))
            except (ValidationError, RecursionError) as error:
                raise ClientDecodeError("Failed to deserialize object", error, answer) from error
        return cast("TelegramType", self.check_response(bot, method, status, json.dumps(answer)).result)


@cache
def _reader(kind: Any) -> Any:  # noqa: ANN401 - what aiogram's methods return
    return TypeAdapter(kind).validate_python


class _NotJsonError(TypeError):
    """A file, or a moment in time: aiogram knows how to send it."""


def _body(method: TelegramMethod[Any], bot: Bot) -> bytes | None:
    """The call as JSON, None where it cannot be."""
    try:
        return json.dumps(_fields(method, bot), ensure_ascii=False, default=partial(_plain, bot=bot)).encode()
    except _NotJsonError:
        return None


def _plain(value: object, bot: Bot) -> object:
    if isinstance(value, BaseModel):
        return _fields(value, bot)
    raise _NotJsonError


def _fields(model: BaseModel, bot: Bot) -> dict[str, object]:
    """What is set; read from the object itself, for pydantic's own dump costs more than the call."""
    return {
        name: plain
        for name, value in (*vars(model).items(), *(model.model_extra or {}).items())
        if (plain := bot.default[value.name] if isinstance(value, Default) else value) is not None
    }


_first_call_hurries: ContextVar[list[bool]] = ContextVar("first_call_hurries")


@contextmanager
def at_once_or_not() -> Iterator[None]:
    """The first call inside fails at once: its caller has others to serve, and can come back later.

    What follows it is waited for as ever, for a message begun had better be ended.
    """
    before = _first_call_hurries.set([True])
    try:
        yield
    finally:
        _first_call_hurries.reset(before)


_most_patience: ContextVar[float] = ContextVar("most_patience", default=math.inf)


@contextmanager
def patience_of(seconds: float) -> Iterator[None]:
    """Each call inside is made again for so long at most: its caller has another way to deliver."""
    before = _most_patience.set(seconds)
    try:
        yield
    finally:
        _most_patience.reset(before)


class Patience(BaseRequestMiddleware):
    """Calls that fail because the line or the server is down are made again, for a minute and a half at most.

    A press waits for no answer longer than Telegram keeps it.
    """

    IMPATIENT = (GetUpdates, AnswerCallbackQuery, SendChatAction, GetMe)

    def __init__(self, seconds: float = 90.0, backoff: Backoff = BACKOFF) -> None:
        self._seconds = seconds
        self._backoff = backoff

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if isinstance(method, self.IMPATIENT) or method.__api_method__ == GetUpdates.__api_method__:
            return await make_request(bot, method)
        if hurried := _first_call_hurries.get([]):
            answer = await make_request(bot, method)
            hurried.clear()
            return answer
        now = asyncio.get_running_loop().time
        end, failures = now() + min(self._seconds, _most_patience.get()), 0
        while True:
            try:
                return await make_request(bot, method)
            except LINE_IS_DOWN as error:
                failures += 1
                asked = error.retry_after if isinstance(error, TelegramRetryAfter) else 0
                wait = asked or self._backoff.pause(failures)
                if now() + wait > end:
                    raise
            await asyncio.sleep(wait)
