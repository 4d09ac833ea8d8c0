"""The gate that every message to a chat passes, whoever sends it: counted, and held where Telegram asks to wait."""

import math
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    EditMessageText,
    Response,
    SendContact,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.outbox.delivery_worker import LONGEST_PAUSE
from bot.outbox.rate_limiter import RateLimiter
from bot.people import Address
from bot.telegram.begin_talk import CHANNEL

MESSAGES = (SendMessage, EditMessageText, SendVenue, SendContact, SendDocument, SendPhoto)


class SendingGate(BaseRequestMiddleware):
    """The innermost of the session: each attempt of a call made again passes it anew."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        to = _chat_of(method)
        if to is None:
            return await make_request(bot, method)
        if left := self._limiter.hold_left(to):
            # Asked again too early Telegram would only prolong it.
            raise TelegramRetryAfter(method, "the chat is held", math.ceil(left.total_seconds()))
        await self._limiter.count(to)
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._limiter.hold(to, timedelta(seconds=min(error.retry_after, LONGEST_PAUSE)))
            raise


def _chat_of(method: TelegramMethod[Any]) -> Address | None:
    chat = method.chat_id if isinstance(method, MESSAGES) else None
    return Address(CHANNEL, chat) if isinstance(chat, int) else None
