"""What Telegram shows of the bot before anybody has written: commands and descriptions."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, TelegramObject

from bot.handlers.bot_info import BotInfo, audience_of
from bot.handlers.messenger import CommandAudience
from bot.handlers.talk import Talk
from bot.region.region import Region
from bot.screens.bot_commands import (
    ADMIN_COMMANDS,
    COMMANDS,
    DISTRICT_COMMANDS,
    LIBRARIAN_COMMANDS,
    METHODIST_COMMANDS,
    description,
    short_description,
)
from bot.staff.roster import Roster

Next = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

log = structlog.get_logger()
_NO_OTHERS: Mapping[int, CommandAudience] = {}


async def introduce(
    bot: Bot, region: Region, admins: Collection[int], others: Mapping[int, CommandAudience] = _NO_OTHERS
) -> frozenset[int]:
    """Sets commands and descriptions, for `others` who work here too; who has no chat with the bot is left for later.

    A refusal is no reason not to answer people.
    """
    try:
        await bot.set_my_commands(_commands(COMMANDS), scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_description(description(region))
        await bot.set_my_short_description(short_description(region))
    except TelegramAPIError as error:
        log.warning("profile.not_set", reason=type(error).__name__)
    profile = TelegramProfile(bot)
    there = {admin: await profile.show_commands(admin, CommandAudience.ADMIN) for admin in admins}
    there |= {one: await profile.show_commands(one, audience) for one, audience in others.items()}
    return frozenset(chat for chat, is_there in there.items() if not is_there)


class TelegramProfile:
    """The bot's name, links and menus of commands in Telegram."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def username(self) -> str:
        """As people write it after @; asked of Telegram once."""
        return (await self._bot.me()).username or ""

    async def chat_link(self) -> str:
        """An address that opens the chat with the bot."""
        return f"https://t.me/{await self.username()}"

    async def start_link(self, payload: str) -> str:
        """An address that opens the bot with `/start payload`."""
        return f"https://t.me/{await self.username()}?start={payload}"

    async def show_commands(self, chat: int, audience: CommandAudience) -> bool:
        """False where Telegram does not take them: before somebody's first «Начать» there is no chat for them."""
        scope = BotCommandScopeChat(chat_id=chat)
        try:
            await self._bot.set_my_commands(_commands(_MENUS[audience]), scope=scope)
        except (TelegramBadRequest, TelegramForbiddenError):
            log.info("profile.menu_waits_for_start")
            return False
        except TelegramAPIError as error:
            log.warning("profile.no_own_menu", reason=type(error).__name__)
            return False
        return True


_MENUS: Mapping[CommandAudience, Mapping[str, str]] = {
    CommandAudience.CITIZEN: COMMANDS,
    CommandAudience.LIBRARIAN: COMMANDS | LIBRARIAN_COMMANDS,
    CommandAudience.DISTRICT: COMMANDS | LIBRARIAN_COMMANDS | DISTRICT_COMMANDS,
    CommandAudience.METHODIST: COMMANDS | METHODIST_COMMANDS,
    CommandAudience.ADMIN: COMMANDS | LIBRARIAN_COMMANDS | ADMIN_COMMANDS,
}


class LateMenus:
    """Commands for those who work here and had no chat with the bot when it started: with their first word or press."""

    def __init__(self, roster: Roster, bot_info: BotInfo) -> None:
        self._roster = roster
        self._ways = bot_info
        self._waiting: set[int] = set()

    def wait_for(self, chats: Collection[int]) -> None:
        """These are to be shown theirs when they come."""
        self._waiting.update(chats)

    async def __call__(self, handler: Next, event: TelegramObject, data: dict[str, Any]) -> object:
        done = await handler(event, data)
        talk: Talk = data["talk"]
        if talk.conversation.chat in self._waiting:
            self._waiting.discard(talk.conversation.chat)
            if audience_of(talk.person, self._roster) is not CommandAudience.CITIZEN:
                await self._ways.show_commands(talk.person, talk.conversation.chat, self._roster)
        return done


def _commands(words: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(command=name, description=text) for name, text in words.items()]
