"""What one messenger brings to the composition: Telegram today, a sister package another day."""

from collections.abc import Callable
from dataclasses import dataclass

from aiogram import Bot

from bot.app.stores import Stores
from bot.handlers.messenger import BotProfile
from bot.outbox.delivery_worker import NoticeMessenger
from bot.outbox.rate_limiter import TELEGRAM_LIMITS, RateLimits
from bot.people import Address
from bot.screens.screen import Screen
from bot.telegram.begin_talk import CHANNEL
from bot.telegram.bot_profile import TelegramProfile
from bot.telegram.messenger import TelegramMessenger

IsStaff = Callable[[Address], bool]


@dataclass(frozen=True, slots=True)
class Channel:
    """What differs from messenger to messenger above the edge: all else is the same for every one of them."""

    name: str
    notice_messenger: Callable[[Bot, Stores, IsStaff], NoticeMessenger[Screen]]
    profile: Callable[[Bot], BotProfile]
    chat_of: Callable[[Address], int]  # the private chat of a person, or the group itself
    limits: RateLimits = TELEGRAM_LIMITS


def telegram_messenger(bot: Bot, stores: Stores, is_staff: IsStaff) -> TelegramMessenger:
    """Sends answers and notices to Telegram."""
    return TelegramMessenger(bot, stores.people, stores.desk_chats.move, is_staff, stores.desk_chats.lose_topic)


TELEGRAM = Channel(CHANNEL, telegram_messenger, TelegramProfile, lambda to: to.id)
