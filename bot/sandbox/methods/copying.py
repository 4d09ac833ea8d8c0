"""The methods of the Bot API that forward and copy messages."""

import secrets

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage

from bot.sandbox.chat import Post
from bot.sandbox.json_types import Json
from bot.sandbox.messages import as_message
from bot.sandbox.methods.delivery import deliver, topic_of
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import Draft, SandboxState
from bot.sandbox.text.compose import caption_text


def forward_message(state: SandboxState, call: ForwardMessage) -> Json:
    chat = state.writable_chat(call.chat_id)
    source = _source(state, call.from_chat_id, call.message_id, "message to forward not found")
    state.limits.pass_one(chat.id, state.clock.now())
    thread = call.message_thread_id if call.message_thread_id in chat.topics else None
    draft = Draft(source.content, thread=thread, origin=origin_of(state, source))
    return as_message(state, state.post(chat, state.profile.id, draft))


def copy_message(state: SandboxState, call: CopyMessage) -> Json:
    source = _source(state, call.from_chat_id, call.message_id, "message to copy not found")
    content = source.content
    if call.caption is not None and "text" not in content:
        caption = caption_text(call.caption, call.parse_mode, call.caption_entities)
        kept = {key: value for key, value in content.items() if not key.startswith("caption")}
        content = kept | caption.as_api("caption", "caption_entities")
    return {"message_id": deliver(state, call, content)["message_id"]}


def copy_messages(state: SandboxState, call: CopyMessages) -> list[Json]:
    """Those that are there, in their order; an album stays one."""
    chat, source = state.writable_chat(call.chat_id), state.find_chat(call.from_chat_id)
    thread = topic_of(chat, call.message_thread_id)
    found = [post for number in call.message_ids if (post := source.posts.get(number))]
    if not found:
        raise bad_request("there are no messages to copy")
    album = str(secrets.randbits(60))
    contents = [_without_caption(post.content) if call.remove_caption else post.content for post in found]
    copies = [
        Draft(content, thread=thread, album=album if post.album else None)
        for content, post in zip(contents, found, strict=True)
    ]
    state.limits.pass_one(chat.id, state.clock.now())
    posts = [state.post(chat, state.profile.id, copy) for copy in copies]
    return [{"message_id": as_message(state, post)["message_id"]} for post in posts]


def _without_caption(content: Json) -> Json:
    return {key: value for key, value in content.items() if not key.startswith("caption")}


def origin_of(state: SandboxState, post: Post) -> Json:
    """Who wrote it first: a message forwarded twice keeps its first author."""
    if post.origin:
        return post.origin
    date = int(post.sent_at.timestamp())
    return {"type": "user", "date": date, "sender_user": state.user(post.sender)}


def _source(state: SandboxState, chat_id: int | str, message: int, otherwise: str) -> Post:
    post = state.find_chat(chat_id).posts.get(message)
    if post is None:
        raise bad_request(otherwise)
    return post
