"""How the Bot API answers to this bot's token now: for the owner, before or beside a running bot."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiohttp import ClientError

from bot.telegram.api_session import LINE_IS_DOWN, patience_of

SECONDS = 10.0  # that each call may take


class ApiFault(StrEnum):
    """Why nothing is known of the bot."""

    UNKNOWN_BOT = "unknown_bot"  # no bot has this token
    UNREACHABLE = "unreachable"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ApiState:
    """The bot as Telegram knows it; `clock` is the server's time in UTC, None where it was not told."""

    username: str
    webhook: str  # the address updates are sent to, empty where they are fetched
    waiting: int  # updates not fetched yet
    webhook_error: str  # of the last delivery that failed
    clock: datetime | None


async def look_at_api(bot: Bot) -> ApiState | ApiFault:
    """Asks who the bot is and where its updates go; changes nothing. The session is closed afterwards."""
    try:
        with patience_of(SECONDS):
            me = await bot.get_me(request_timeout=int(SECONDS))
            info = await bot.get_webhook_info(request_timeout=int(SECONDS))
        clock = await _server_time(bot)
    except (TelegramUnauthorizedError, TelegramNotFound):
        return ApiFault.UNKNOWN_BOT
    except LINE_IS_DOWN:
        return ApiFault.UNREACHABLE
    except TelegramAPIError:
        return ApiFault.REFUSED
    finally:
        await bot.session.close()
    return ApiState(me.username or "", info.url, info.pending_update_count, info.last_error_message or "", clock)


async def _server_time(bot: Bot) -> datetime | None:
    """The time by the server's answer to a bare request: by the same proxy, without the token."""
    if not isinstance(bot.session, AiohttpSession):
        return None
    session = await bot.session.create_session()
    base = bot.session.api.base.rpartition("/bot{token}")[0]
    try:
        async with session.head(base, timeout=SECONDS) as answer:  # type: ignore[arg-type]  # - a number of seconds, as aiogram passes it
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (ClientError, OSError, TimeoutError, KeyError, ValueError):
        return None
