"""What all sending has in common: the chat, the message answered, the buttons, the limits."""

from typing import Protocol

from aiogram.types import ReplyKeyboardRemove, ReplyParameters

from bot.sandbox.chat import Chat, Post
from bot.sandbox.json_types import Json
from bot.sandbox.keyboards import Markup, inline_buttons, reply_keyboard
from bot.sandbox.messages import as_message
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import Draft, SandboxState


class Outgoing(Protocol):
    """The fields that every sending method of aiogram has."""

    @property
    def chat_id(self) -> int | str: ...
    @property
    def message_thread_id(self) -> int | None: ...
    @property
    def reply_parameters(self) -> ReplyParameters | None: ...


def deliver(state: SandboxState, call: Outgoing, content: Json, album: str | None = None) -> Json:
    """Puts the bot's message into the chat, or refuses with Telegram's words."""
    chat = state.writable_chat(call.chat_id)
    markup: Markup | None = getattr(call, "reply_markup", None)
    draft = Draft(
        content,
        buttons=inline_buttons(markup),
        reply_to=_answered(chat, call.reply_parameters or _older_reply(call)),
        thread=topic_of(chat, call.message_thread_id),
        album=album,
    )
    state.limits.pass_one(chat.id, state.clock.now())
    return as_message(state, place(state, chat, draft, markup))


def place(state: SandboxState, chat: Chat, draft: Draft, markup: Markup | None) -> Post:
    """The message and, for the people it is meant for, the keyboard that came with it."""
    keyboard = reply_keyboard(markup, chat.last_id + 1)
    post = state.post(chat, state.profile.id, draft)
    if keyboard or isinstance(markup, ReplyKeyboardRemove):
        post.has_keyboard = keyboard is not None
        for person in _meant(chat, post, selective=bool(getattr(markup, "selective", False))):
            state.give_keyboard(chat, person, keyboard)
    return post


def _older_reply(call: Outgoing) -> ReplyParameters | None:
    message: int | None = getattr(call, "reply_to_message_id", None)
    lenient: bool | None = getattr(call, "allow_sending_without_reply", None)
    if message is None:
        return None
    return ReplyParameters(message_id=message, allow_sending_without_reply=lenient is True)


def _answered(chat: Chat, reply: ReplyParameters | None) -> int | None:
    if reply is None:
        return None
    if reply.message_id is None:
        raise bad_request('can\'t find field "message_id"')
    if reply.message_id in chat.posts:
        return reply.message_id
    if reply.allow_sending_without_reply is True:
        return None
    raise bad_request("message to be replied not found")


def topic_of(chat: Chat, thread: int | None) -> int | None:
    if thread is not None and thread not in chat.topics:
        raise bad_request("message thread not found")
    if thread in chat.closed_topics:
        raise bad_request("TOPIC_CLOSED")
    return thread


def _meant(chat: Chat, post: Post, *, selective: bool) -> tuple[int, ...]:
    answered = chat.posts.get(post.reply_to) if post.reply_to else None
    if selective and chat.is_group and answered:
        return tuple(person for person in chat.people if person == answered.sender)
    return chat.people
