"""A Bot API of a few lines, and bots that speak to it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.backoff import Backoff
from bot.telegram.api_session import JsonSession, Patience
from tests.stage import TOKEN

OK = {"ok": True, "result": True}


class Api:
    """A Bot API of a few lines: answers from a list, remembers what was asked."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.kinds: list[str] = []
        self.answers: dict[str, list[tuple[int, object]]] = {}
        self.url = ""
        self.delay = 0.0

    def will(self, method: str, *answers: tuple[int, object]) -> None:
        self.answers.setdefault(method, []).extend(answers)

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.kinds.append(request.content_type)
        fields = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.calls.append((method, fields))
        empty_poll = method == "getUpdates" and not self.answers.get(method)
        await asyncio.sleep(0.02 if empty_poll else self.delay)
        status, body = self.answers.get(method, []).pop(0) if self.answers.get(method) else (200, _default(method))
        return web.Response(status=status, text=body if isinstance(body, str) else json.dumps(body))


def _default(method: str) -> object:
    return {"ok": True, "result": []} if method == "getUpdates" else OK


def refusal(code: int, words: str, **parameters: int) -> tuple[int, object]:
    body: dict[str, object] = {"ok": False, "error_code": code, "description": words}
    return code, body | ({"parameters": parameters} if parameters else {})


@asynccontextmanager
async def bot_at(url: str, *, patience: float | None = None) -> AsyncIterator[Bot]:
    session = JsonSession(api=TelegramAPIServer.from_base(url), timeout=2)
    if patience is not None:
        session.middleware(Patience(patience, Backoff(first=0.01, longest=15.0)))
    yield Bot(TOKEN, session=session)
    if session._session:
        await session._session.close()


MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}
