"""What Telegram shows of the bot before anybody has written: commands and descriptions."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, TelegramObject

from bot.handlers.talk import Talk
from bot.region.region import Region
from bot.screens.bot_commands import ADMIN_COMMANDS, COMMANDS, LIBRARIAN_COMMANDS, description, short_description
from bot.staff.roster import Roster

Next = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

log = structlog.get_logger()


async def introduce(
    bot: Bot, region: Region, admins: Collection[int], librarians: Collection[int] = ()
) -> frozenset[int]:
    """Sets commands and descriptions; admins without a chat with the bot are left for later.

    A refusal is no reason not to answer people.
    """
    try:
        await bot.set_my_commands(_commands(COMMANDS), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_description(description(region))
        await bot.set_my_short_description(short_description(region))
    except TelegramAPIError as error:
        log.warning("profile.not_set", reason=type(error).__name__)
    there = {admin: await show_admin_menu(bot, admin) for admin in admins}
    there |= {librarian: await show_librarian_menu(bot, librarian) for librarian in librarians}
    return frozenset(chat for chat, is_there in there.items() if not is_there)


async def show_admin_menu(bot: Bot, chat: int) -> bool:
    """Sets the commands of an admin; False before the first «Начать», when there is no chat for them."""
    return await _show_menu(bot, chat, COMMANDS | LIBRARIAN_COMMANDS | ADMIN_COMMANDS)


async def show_librarian_menu(bot: Bot, chat: int) -> bool:
    """Sets the commands of a librarian; False where there is no chat for them."""
    return await _show_menu(bot, chat, COMMANDS | LIBRARIAN_COMMANDS)


async def show_citizen_menu(bot: Bot, chat: int) -> None:
    """Sets everybody's commands again, for one who works here no more."""
    await _show_menu(bot, chat, COMMANDS)


async def _show_menu(bot: Bot, chat: int, words: Mapping[str, str]) -> bool:
    try:
        await bot.set_my_commands(_commands(words), scope=BotCommandScopeChat(chat_id=chat))
    except (TelegramBadRequest, TelegramForbiddenError):
        log.info("profile.menu_waits_for_start")
        return False
    except TelegramAPIError as error:
        log.warning("profile.no_own_menu", reason=type(error).__name__)
        return False
    return True


class LateMenus:
    """Commands for those who work here and had no chat with the bot when it started: with their first word or press."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._waiting: set[int] = set()

    def wait_for(self, chats: Collection[int]) -> None:
        """These are to be shown theirs when they come."""
        self._waiting.update(chats)

    async def __call__(self, handler: Next, event: TelegramObject, data: dict[str, Any]) -> object:
        done = await handler(event, data)
        talk: Talk = data["talk"]
        if talk.conversation.chat in self._waiting:
            self._waiting.discard(talk.conversation.chat)
            await self._show(talk, data["bot"])
        return done

    async def _show(self, talk: Talk, bot: Bot) -> None:
        if self._roster.is_admin(talk.person):
            await show_admin_menu(bot, talk.conversation.chat)
        elif self._roster.is_staff(talk.person):
            await show_librarian_menu(bot, talk.conversation.chat)


def _commands(words: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=text) for name, text in words.items()]
