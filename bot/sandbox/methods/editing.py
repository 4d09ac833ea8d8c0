"""Changing and removing what was sent."""

from datetime import timedelta

from aiogram.methods import (
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
)

from bot.sandbox.chat import Chat, Post
from bot.sandbox.json_types import Json
from bot.sandbox.keyboards import inline_buttons
from bot.sandbox.messages import as_message
from bot.sandbox.people import Group
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import SandboxState
from bot.sandbox.text.compose import message_text

DELETABLE_FOR = timedelta(hours=48)
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(state: SandboxState, call: EditMessageText) -> Json:
    styled = message_text(call.text or "", call.parse_mode, call.entities)
    post = _own(state, call.chat_id, call.message_id)
    if "text" not in post.content:
        raise bad_request("there is no text in the message to edit")
    return _changed(state, post, styled.as_api(), inline_buttons(call.reply_markup))


def edit_message_reply_markup(state: SandboxState, call: EditMessageReplyMarkup) -> Json:
    post = _own(state, call.chat_id, call.message_id)
    return _changed(state, post, post.content, inline_buttons(call.reply_markup))


def delete_message(state: SandboxState, call: DeleteMessage) -> bool:
    chat = state.find_chat(call.chat_id)
    post = chat.posts.get(call.message_id)
    if post is None:
        raise bad_request("message to delete not found")
    if not _may_delete(state, chat, post):
        raise bad_request("message can't be deleted")
    state.delete(post)
    return True


def _own(state: SandboxState, chat_id: int | str | None, message_id: int | None) -> Post:
    if chat_id is None:
        raise bad_request("chat_id is empty")
    if message_id is None:
        raise bad_request("message identifier is not specified")
    post = state.writable_chat(chat_id).posts.get(message_id)
    if post is None:
        raise bad_request("message to edit not found")
    if post.sender != state.profile.id or post.origin or post.has_keyboard:
        raise bad_request("message can't be edited")
    return post


def _changed(state: SandboxState, post: Post, content: Json, buttons: Json | None) -> Json:
    if content == _without_preview(post.content) and buttons == post.buttons:
        raise bad_request(_SAME)
    state.edit(post, content, buttons)
    return as_message(state, post)


def _without_preview(content: Json) -> Json:
    return {key: value for key, value in content.items() if key != "link_preview_options"}


def _may_delete(state: SandboxState, chat: Chat, post: Post) -> bool:
    is_fresh = state.clock.now() - post.sent_at <= DELETABLE_FOR
    if not isinstance(chat.place, Group):
        return is_fresh
    return chat.place.bot_is_admin or (is_fresh and post.sender == state.profile.id)
