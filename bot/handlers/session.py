"""The line to the Bot API: calls as JSON bodies, patience with a broken line, and no token in any error."""

import asyncio
import json
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetMe, GetUpdates, Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import ClientError
from pydantic import BaseModel

_JSON = {"Content-Type": "application/json"}


class JsonSession(AiohttpSession):
    """As aiogram's session; a call without files goes as one JSON body, which both sides read several times faster."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        fields = method.model_dump(warnings=False, exclude_none=True)
        if _has_file(fields):
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        body = json.dumps(_resolved(fields, bot), ensure_ascii=False)
        try:
            async with session.post(url, data=body.encode(), headers=_JSON, timeout=timeout or self.timeout) as answer:  # type: ignore[arg-type]  # - a number of seconds, as aiogram passes it
                text = await answer.text()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except (ClientError, OSError) as error:
            # The error's own words may carry the address, and with it the token.
            raise TelegramNetworkError(method=method, message=type(error).__name__) from None
        response = cast("Response[TelegramType]", self.check_response(bot, method, answer.status, text))
        return cast("TelegramType", response.result)


def _has_file(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_has_file, value.values()))
    return any(map(_has_file, value)) if isinstance(value, list | tuple) else isinstance(value, InputFile)


def _resolved(value: Any, bot: Bot) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(value, Default):
        return _resolved(bot.default[value.name], bot)
    if isinstance(value, BaseModel):
        return _resolved(value.model_dump(exclude_none=True), bot)
    if isinstance(value, dict):
        return {key: plain for key, inner in value.items() if (plain := _resolved(inner, bot)) is not None}
    return [_resolved(inner, bot) for inner in value] if isinstance(value, list | tuple) else value


class Patience(BaseRequestMiddleware):
    """Calls that fail because the line or the server is down are made again, for a minute and a half at most.

    An answer must outlive a short outage; a press waits for no answer longer than Telegram keeps it.
    """

    IMPATIENT = (GetUpdates, AnswerCallbackQuery, SendChatAction, GetMe)

    def __init__(self, seconds: float = 90.0, first_pause: float = 0.5) -> None:
        self._seconds = seconds
        self._first_pause = first_pause

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if isinstance(method, self.IMPATIENT) or method.__api_method__ == GetUpdates.__api_method__:
            return await make_request(bot, method)
        left, pause = self._seconds, self._first_pause
        while True:
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                wait: float = error.retry_after
                if wait > left:
                    raise
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError):
                wait, pause = pause, min(pause * 2, 15.0)
                if wait > left:
                    raise
            left -= wait
            await asyncio.sleep(wait)
