"""What Telegram shows of the bot before anybody has written: commands and descriptions."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from bot.region import Region
from bot.screens.commands import COMMANDS, description, short_description

log = structlog.get_logger()


async def introduce(bot: Bot, region: Region) -> None:
    """Sets them; a refusal is no reason not to answer people."""
    commands = [BotCommand(command=name, description=words) for name, words in COMMANDS.items()]
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_description(description(region))
        await bot.set_my_short_description(short_description(region))
    except TelegramAPIError as error:
        log.warning("profile.not_set", reason=type(error).__name__)
