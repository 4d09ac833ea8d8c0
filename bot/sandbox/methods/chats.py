"""Chats, their members and topics."""

from aiogram.methods import CreateForumTopic, GetChat, GetChatMember

from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_TOPIC_NAME
from bot.sandbox.people import Group, Role
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import Draft, SandboxState

_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
_TOPIC_COLOUR = 0x6FB9F0


def get_chat(state: SandboxState, call: GetChat) -> Json:
    chat = state.find_chat(call.chat_id)
    if not chat.is_group and chat.id not in state.started:
        raise bad_request("chat not found")
    further = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    return chat.place.as_chat() | further


def get_chat_member(state: SandboxState, call: GetChatMember) -> Json:
    chat = state.find_chat(call.chat_id)
    is_bot = call.user_id == state.profile.id
    if call.user_id not in chat.people and not is_bot:
        raise bad_request("member not found")
    member: Json = {"status": "member", "user": state.user(call.user_id)}
    if isinstance(chat.place, Group) and not is_bot and state.people[call.user_id].role is Role.ADMIN:
        member |= {"status": "creator", "is_anonymous": False}
    return member


def create_forum_topic(state: SandboxState, call: CreateForumTopic) -> Json:
    chat = state.writable_chat(call.chat_id)
    if not isinstance(chat.place, Group) or not chat.place.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.place.bot_is_admin:
        raise bad_request("not enough rights to create a topic")
    if not 1 <= len(call.name) <= MAX_TOPIC_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY")
    colour = call.icon_color or _TOPIC_COLOUR
    created = {"name": call.name, "icon_color": colour}
    post = state.post(chat, state.profile.id, Draft({"forum_topic_created": created}))
    chat.topics[post.id] = call.name
    post.thread = post.id
    return {"message_thread_id": post.id} | created
