"""What Telegram shows of the bot before anybody has written: commands and descriptions."""

from collections.abc import Mapping

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.region import Region
from bot.screens.commands import ADMIN_COMMANDS, COMMANDS, description, short_description

log = structlog.get_logger()


async def introduce(bot: Bot, region: Region, admins: frozenset[int]) -> None:
    """Sets them; a refusal is no reason not to answer people."""
    try:
        await bot.set_my_commands(_commands(COMMANDS), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_description(description(region))
        await bot.set_my_short_description(short_description(region))
    except TelegramAPIError as error:
        log.warning("profile.not_set", reason=type(error).__name__)
    for admin in admins:
        await show_admin_menu(bot, admin)


async def show_admin_menu(bot: Bot, chat: int) -> None:
    """The commands of those who keep the bot; before his first «Начать» an admin has no chat to show them in."""
    try:
        await bot.set_my_commands(_commands(COMMANDS | ADMIN_COMMANDS), scope=BotCommandScopeChat(chat_id=chat))
    except TelegramAPIError as error:
        log.info("profile.no_admin_menu", reason=type(error).__name__)


def _commands(words: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=text) for name, text in words.items()]
