"""The bot's own card: name, descriptions, commands, menu button."""

from collections.abc import Callable

from aiogram.methods import (
    Close,
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    LogOut,
    SetChatMenuButton,
    SetMyCommands,
)
from aiogram.types import BotCommandScopeUnion

from bot.sandbox.events import BotChanged, MenusChanged
from bot.sandbox.json_types import Json
from bot.sandbox.profile import Words
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import World


def get_me(world: World, _call: GetMe) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": world.profile.hears_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return world.profile.as_user() | abilities


def nothing_to_do(_world: World, _call: LogOut | Close) -> bool:
    return True


def set_my_commands(world: World, call: SetMyCommands) -> bool:
    _check_scope(world, call.scope)
    world.menus.set_commands(call.scope, call.language_code, call.commands)
    world.tell(MenusChanged())
    return True


def get_my_commands(world: World, call: GetMyCommands) -> list[Json]:
    _check_scope(world, call.scope)
    return world.menus.commands(call.scope, call.language_code)


def delete_my_commands(world: World, call: DeleteMyCommands) -> bool:
    _check_scope(world, call.scope)
    world.menus.delete_commands(call.scope, call.language_code)
    world.tell(MenusChanged())
    return True


def set_chat_menu_button(world: World, call: SetChatMenuButton) -> bool:
    if call.chat_id is not None:
        world.open_room(call.chat_id)
    button = call.menu_button.model_dump(exclude_none=True) if call.menu_button else {"type": "default"}
    world.menus.set_button(call.chat_id, button)
    world.tell(MenusChanged())
    return True


def get_chat_menu_button(world: World, call: GetChatMenuButton) -> Json:
    return world.menus.button(call.chat_id)


def setter(words: Words) -> Callable[..., bool]:
    """setMyName, setMyDescription, setMyShortDescription."""

    def put(world: World, call: object) -> bool:
        world.profile.put(words, getattr(call, "language_code", None), getattr(call, words))
        world.tell(BotChanged())
        return True

    return put


def getter(words: Words) -> Callable[..., Json]:
    """getMyName, getMyDescription, getMyShortDescription."""

    def read(world: World, call: object) -> Json:
        return {str(words): world.profile.read(words, getattr(call, "language_code", None))}

    return read


def _check_scope(world: World, scope: BotCommandScopeUnion | None) -> None:
    chat_id = getattr(scope, "chat_id", None)
    if chat_id is None:
        return
    room = world.room(chat_id)
    if not room.is_group and room.id not in world.started:
        # Telegram does not know a person who never wrote to the bot.
        raise bad_request("chat not found")
