"""A message in the form in which the Bot API gives it to a bot."""

from bot.sandbox.chat import Post
from bot.sandbox.json_types import Json
from bot.sandbox.state import SandboxState


def as_message(state: SandboxState, post: Post, *, with_reply: bool = True) -> Json:
    """Only the nearest answered message is told, as Telegram does."""
    chat = state.chats[post.chat]
    message: Json = {
        "message_id": post.id,
        "from": state.user(post.sender),
        "chat": chat.place.as_chat(),
        "date": int(post.sent_at.timestamp()),
        **post.content,
        **_further(post),
    }
    replied = chat.posts.get(post.reply_to) if with_reply and post.reply_to else None
    if replied:
        message["reply_to_message"] = as_message(state, replied, with_reply=False)
    return message


def _further(post: Post) -> Json:
    further: Json = {}
    if post.edited_at:
        further["edit_date"] = int(post.edited_at.timestamp())
    if post.buttons:
        further["reply_markup"] = post.buttons
    if post.thread:
        further |= {"message_thread_id": post.thread, "is_topic_message": True}
    if post.origin:
        further["forward_origin"] = post.origin
    if post.album:
        further["media_group_id"] = post.album
    return further
