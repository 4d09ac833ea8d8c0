"""Commands and menu buttons by scope, and which of them a person sees.

Order of the scopes: https://core.telegram.org/bots/api#determining-list-of-commands
"""

import re
from collections.abc import Iterable, Sequence

from aiogram.types import BotCommand, BotCommandScopeUnion

from bot.sandbox.chat import Chat
from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_COMMAND_DESCRIPTION, MAX_COMMANDS
from bot.sandbox.people import Person, Role
from bot.sandbox.refusal import bad_request

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DEFAULT_BUTTON: Json = {"type": "commands"}


class Menus:
    """What was set by setMyCommands and setChatMenuButton."""

    def __init__(self) -> None:
        self._commands: dict[tuple[str, str], list[Json]] = {}
        self._buttons: dict[int, Json] = {}

    def set_commands(
        self, scope: BotCommandScopeUnion | None, language: str | None, commands: Sequence[BotCommand]
    ) -> None:
        if len(commands) > MAX_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            _check(command)
        plain = [command.model_dump(include={"command", "description"}) for command in commands]
        self._commands[_key(scope), language or ""] = plain

    def commands(self, scope: BotCommandScopeUnion | None, language: str | None) -> list[Json]:
        return self._commands.get((_key(scope), language or ""), [])

    def delete_commands(self, scope: BotCommandScopeUnion | None, language: str | None) -> None:
        self._commands.pop((_key(scope), language or ""), None)

    def shown(self, chat: Chat, person: Person) -> list[Json]:
        """The commands of the narrowest scope that has any, the person's language before none."""
        scopes = _group_scopes(chat, person) if chat.is_group else _private_scopes(chat)
        lists = (self._commands.get((scope, language), []) for scope in scopes for language in (person.language, ""))
        return next((commands for commands in lists if commands), [])

    def set_button(self, chat: int | None, button: Json) -> None:
        self._buttons[chat or 0] = button

    def button(self, chat: int | None) -> Json:
        return self._buttons.get(chat or 0) or self._buttons.get(0) or DEFAULT_BUTTON


def _key(scope: BotCommandScopeUnion | None) -> str:
    if scope is None:
        return "default"
    parts = (scope.type, getattr(scope, "chat_id", None), getattr(scope, "user_id", None))
    return ":".join(str(part) for part in parts if part is not None)


def _private_scopes(chat: Chat) -> Iterable[str]:
    return (f"chat:{chat.id}", "all_private_chats", "default")


def _group_scopes(chat: Chat, person: Person) -> Iterable[str]:
    yield f"chat_member:{chat.id}:{person.id}"
    if person.role is Role.ADMIN:
        yield f"chat_administrators:{chat.id}"
    yield f"chat:{chat.id}"
    if person.role is Role.ADMIN:
        yield "all_chat_administrators"
    yield "all_group_chats"
    yield "default"


def _check(command: BotCommand) -> None:
    if not _COMMAND.fullmatch(command.command.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
