"""What Telegram shows of the bot before anybody has written: commands and descriptions."""

from collections.abc import Collection, Mapping

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.region import Region
from bot.screens.commands import ADMIN_COMMANDS, COMMANDS, LIBRARIAN_COMMANDS, description, short_description

log = structlog.get_logger()


async def introduce(bot: Bot, region: Region, admins: Collection[int], librarians: Collection[int] = ()) -> None:
    """Sets them, also for those who came with an earlier release; a refusal is no reason not to answer people."""
    try:
        await bot.set_my_commands(_commands(COMMANDS), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_description(description(region))
        await bot.set_my_short_description(short_description(region))
    except TelegramAPIError as error:
        log.warning("profile.not_set", reason=type(error).__name__)
    for admin in admins:
        await show_admin_menu(bot, admin)
    for librarian in librarians:
        await show_librarian_menu(bot, librarian)


async def show_admin_menu(bot: Bot, chat: int) -> None:
    """The commands of those who keep the bot; before his first «Начать» an admin has no chat to show them in."""
    await _show_menu(bot, chat, COMMANDS | LIBRARIAN_COMMANDS | ADMIN_COMMANDS)


async def show_librarian_menu(bot: Bot, chat: int) -> None:
    """The commands of those who work at a centre."""
    await _show_menu(bot, chat, COMMANDS | LIBRARIAN_COMMANDS)


async def show_citizen_menu(bot: Bot, chat: int) -> None:
    """Everybody's commands again, for one who works here no more."""
    await _show_menu(bot, chat, COMMANDS)


async def _show_menu(bot: Bot, chat: int, words: Mapping[str, str]) -> None:
    try:
        await bot.set_my_commands(_commands(words), scope=BotCommandScopeChat(chat_id=chat))
    except TelegramAPIError as error:
        log.info("profile.no_own_menu", reason=type(error).__name__)


def _commands(words: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=text) for name, text in words.items()]
