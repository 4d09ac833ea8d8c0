"""The bot's own card: name, descriptions, commands, menu button."""

from collections.abc import Callable

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    SetChatMenuButton,
    SetMyCommands,
)
from aiogram.types import BotCommandScopeUnion

from bot.sandbox.events import BotChanged, MenusChanged
from bot.sandbox.json_types import Json
from bot.sandbox.profile import Words
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import SandboxState


def get_me(state: SandboxState, _call: GetMe) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": state.profile.hears_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return state.profile.as_user() | abilities


def set_my_commands(state: SandboxState, call: SetMyCommands) -> bool:
    _check_scope(state, call.scope)
    state.menus.set_commands(call.scope, call.language_code, call.commands)
    state.notify(MenusChanged())
    return True


def get_my_commands(state: SandboxState, call: GetMyCommands) -> list[Json]:
    _check_scope(state, call.scope)
    return state.menus.commands(call.scope, call.language_code)


def delete_my_commands(state: SandboxState, call: DeleteMyCommands) -> bool:
    _check_scope(state, call.scope)
    state.menus.delete_commands(call.scope, call.language_code)
    state.notify(MenusChanged())
    return True


def set_chat_menu_button(state: SandboxState, call: SetChatMenuButton) -> bool:
    if call.chat_id is not None:
        state.writable_chat(call.chat_id)
    button = call.menu_button.model_dump(exclude_none=True) if call.menu_button else {"type": "default"}
    state.menus.set_button(call.chat_id, button)
    state.notify(MenusChanged())
    return True


def get_chat_menu_button(state: SandboxState, call: GetChatMenuButton) -> Json:
    return state.menus.button(call.chat_id)


def setter(words: Words) -> Callable[..., bool]:
    """Makes the handler of setMyName, setMyDescription or setMyShortDescription."""

    def put(state: SandboxState, call: object) -> bool:
        state.profile.put(words, getattr(call, "language_code", None), getattr(call, words))
        state.notify(BotChanged())
        return True

    return put


def getter(words: Words) -> Callable[..., Json]:
    """Makes the handler of getMyName, getMyDescription or getMyShortDescription."""

    def read(state: SandboxState, call: object) -> Json:
        return {str(words): state.profile.read(words, getattr(call, "language_code", None))}

    return read


def _check_scope(state: SandboxState, scope: BotCommandScopeUnion | None) -> None:
    chat_id = getattr(scope, "chat_id", None)
    if chat_id is None:
        return
    chat = state.find_chat(chat_id)
    if not chat.is_group and chat.id not in state.started:
        # Telegram does not know a person who never wrote to the bot.
        raise bad_request("chat not found")
