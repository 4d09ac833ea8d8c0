"""What people do in the chat: each action is shown on the page and told to the bot as an update."""

from dataclasses import dataclass

from bot.sandbox.chat import Chat, Post
from bot.sandbox.events import PersonChanged, Pressed
from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_TEXT
from bot.sandbox.messages import as_message
from bot.sandbox.people import Group, Person
from bot.sandbox.presses import Press
from bot.sandbox.state import Draft, SandboxState
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.styled import Styled, units


class ActionRefused(Exception):  # noqa: N818 - a messenger that does not allow it, not a failure
    """Why a person cannot do this, in Russian for the page."""


@dataclass(frozen=True, slots=True)
class ChatMember:
    """Who acts, and in which chat."""

    person: Person
    chat: Chat


def say(
    state: SandboxState, member: ChatMember, text: str, reply_to: int | None = None, topic: int | None = None
) -> Post:
    styled = with_found(Styled(text.strip()))
    if not styled.text:
        raise ActionRefused("Напишите хоть что-нибудь.")
    if units(styled.text) > MAX_TEXT:
        raise ActionRefused(f"Сообщение длиннее {MAX_TEXT} знаков. Telegram разделил бы его на части.")
    return send(state, member, Draft(styled.as_api(), reply_to=reply_to, thread=topic))


def start(state: SandboxState, member: ChatMember, payload: str = "") -> Post:
    """Presses «Начать»; a blocked bot is unblocked by it, as in Telegram."""
    if member.person.id in state.blocked:
        unblock(state, member.person)
    return say(state, member, f"/start {payload}".strip())


def send(state: SandboxState, member: ChatMember, draft: Draft) -> Post:
    """Any message of a person."""
    _check_open(state, member)
    if not member.chat.is_group and member.person.id not in state.started:
        state.started.add(member.person.id)
        state.notify(PersonChanged(member.person.id))
    answered = member.chat.posts.get(draft.reply_to) if draft.reply_to else None
    if answered and answered.thread:
        draft = Draft(draft.content, reply_to=draft.reply_to, thread=answered.thread, origin=draft.origin)
    post = state.post(member.chat, member.person.id, draft)
    keyboard = member.chat.keyboards.get(member.person.id)
    if keyboard and keyboard.is_spent_by(str(post.content.get("text", ""))):
        state.give_keyboard(member.chat, member.person.id, None)
    if _bot_hears(state, member.chat, post):
        state.updates.put("message", as_message(state, post))
    return post


def edit(state: SandboxState, member: ChatMember, message: int, content: Json) -> None:
    """Changes one's own message; the bot is told."""
    _check_open(state, member)
    post = own_post(member, message)
    state.edit(post, content, None)
    if _bot_hears(state, member.chat, post):
        state.updates.put("edited_message", as_message(state, post))


def own_post(member: ChatMember, message: int) -> Post:
    post = member.chat.posts.get(message)
    if post is None or post.sender != member.person.id:
        raise ActionRefused("Изменить можно только своё сообщение.")
    return post


def press(state: SandboxState, member: ChatMember, message: int, row: int, column: int) -> Press:
    """Presses an inline button; each press is a new question to the bot."""
    post = member.chat.posts.get(message)
    try:
        button = post.buttons["inline_keyboard"][row][column] if post and post.buttons else None
    except IndexError:
        button = None
    if button is None or row < 0 or column < 0:
        raise ActionRefused("Этой кнопки больше нет.")
    if "callback_data" not in button:
        raise ActionRefused("Эта кнопка ничего не сообщает боту.")
    return _query(state, member, message, button["callback_data"], (row, column))


def press_data(state: SandboxState, member: ChatMember, message: int, data: str) -> Press:
    """Sends any callback data, also for a message that is gone: an old or a forged button."""
    return _query(state, member, message, data, (None, None))


def _query(
    state: SandboxState, member: ChatMember, message: int, data: str, place: tuple[int | None, int | None]
) -> Press:
    _check_open(state, member)
    press = state.presses.begin(member.person.id, member.chat.id, message, place, state.clock.now())
    post = member.chat.posts.get(message)
    inaccessible = {"chat": member.chat.place.as_chat(), "message_id": message, "date": 0}
    state.notify(Pressed(press))
    query = {
        "id": press.id,
        "from": member.person.as_user(),
        "message": as_message(state, post) if post else inaccessible,
        "chat_instance": str(member.chat.id),
        "data": data,
    }
    state.updates.put("callback_query", query)
    return press


def block(state: SandboxState, person: Person) -> None:
    if person.id not in state.blocked:
        state.blocked.add(person.id)
        _membership(state, person, "member", "kicked")


def unblock(state: SandboxState, person: Person) -> None:
    if person.id in state.blocked:
        state.blocked.discard(person.id)
        _membership(state, person, "kicked", "member")


def _membership(state: SandboxState, person: Person, old: str, new: str) -> None:
    bot = state.profile.as_user()
    change = {
        "chat": person.as_chat(),
        "from": person.as_user(),
        "date": int(state.clock.now().timestamp()),
        "old_chat_member": {"status": old, "user": bot} | ({"until_date": 0} if old == "kicked" else {}),
        "new_chat_member": {"status": new, "user": bot} | ({"until_date": 0} if new == "kicked" else {}),
    }
    state.updates.put("my_chat_member", change)
    state.notify(PersonChanged(person.id))


def _check_open(state: SandboxState, member: ChatMember) -> None:
    if not member.chat.is_group and member.person.id in state.blocked:
        raise ActionRefused("Бот заблокирован. Сначала разблокируйте его.")


def _bot_hears(state: SandboxState, chat: Chat, post: Post) -> bool:
    """In a group an ordinary bot hears commands, mentions and replies to itself only."""
    if not isinstance(chat.place, Group) or chat.place.bot_is_admin or state.profile.hears_all:
        return True
    answered = chat.posts.get(post.reply_to) if post.reply_to else None
    text = str(post.content.get("text") or post.content.get("caption") or "")
    mention = f"@{state.profile.username}"
    is_command = text.startswith("/") and "@" not in text.split(maxsplit=1)[0]
    return is_command or mention in text or bool(answered and answered.sender == state.profile.id)
