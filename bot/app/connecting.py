"""The first calls to Telegram: waits for it, introduces the bot, and chooses how updates come."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from itertools import count
from typing import Any, TypeVar
from urllib.parse import urlsplit

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.app.application import Application, Receive
from bot.backoff import Backoff
from bot.handlers.bot_info import audience_of
from bot.settings import Settings
from bot.telegram.bot_profile import introduce
from bot.telegram.intake import ALLOWED_UPDATES
from bot.telegram.polling import Polling
from bot.telegram.webhook import Webhook

BACKOFF = Backoff(first=1.0, longest=30.0)

T = TypeVar("T")

log = structlog.get_logger()


async def unless_told(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """The result of the work; None where the bot is told to stop before a silent Telegram answers."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.wait({working, stopping})


async def connected(app: Application, settings: Settings) -> Receive:
    """Greets Telegram and chooses how updates come; a wrong token raises, a dead line is waited for."""
    await _reached(app.edge.bot.me)
    roster = app.services.staff.roster
    librarians = {one.person for one in roster.members}
    people = librarians.union(one.person for one in app.services.staff.appointments.all) - roster.admins
    others = {one.id: audience_of(one, roster) for one in people}
    app.edge.late_menus.wait_for(
        await introduce(app.edge.bot, app.services.files.region.region, settings.admins, others)
    )
    log.info(
        "bot.started", articles=len(app.services.files.live_faq.library.articles), webhook=bool(settings.webhook_url)
    )
    if settings.webhook_url is None:
        await _reached(app.edge.bot.delete_webhook)
        return Polling(app.edge.bot, app.edge.intake).run
    return await _webhook(app, settings, settings.webhook_url)


async def _reached(call: Callable[[], Awaitable[object]]) -> None:
    """Makes a call again until Telegram answers it."""
    for failures in count(1):
        try:
            await call()
        except (TelegramUnauthorizedError, TelegramNotFound, TelegramBadRequest):
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            asked = error.retry_after if isinstance(error, TelegramRetryAfter) else 0
            pause = max(BACKOFF.pause(failures), asked)
            log.warning("telegram.unreachable", reason=type(error).__name__, again_in=round(pause, 1))
            await asyncio.sleep(pause)
        else:
            return


async def _webhook(app: Application, settings: Settings, url: str) -> Receive:
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    await _reached(partial(app.edge.bot.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED_UPDATES))
    webhook = Webhook(app.edge.intake, secret, urlsplit(url).path or "/")
    return partial(webhook.run, settings.webhook_host, settings.webhook_port)
