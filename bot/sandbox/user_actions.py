"""What people do in the chat: each deed is shown on the page and told to the bot as an update."""

from dataclasses import dataclass

from bot.sandbox.chat import Post, Room
from bot.sandbox.events import PersonChanged, Pressed
from bot.sandbox.json_types import Json
from bot.sandbox.messages import as_message
from bot.sandbox.people import Group, Person
from bot.sandbox.presses import Press
from bot.sandbox.state import Draft, World
from bot.sandbox.text.compose import MAX_TEXT
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.styled import Styled, units


class DeedRefused(Exception):  # noqa: N818 - a messenger that does not allow it, not a failure
    """Why a person cannot do this, in Russian for the page."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who acts, and in which chat."""

    person: Person
    room: Room


def say(world: World, seat: Seat, text: str, reply_to: int | None = None) -> Post:
    styled = with_found(Styled(text.strip()))
    if not styled.text:
        raise DeedRefused("Напишите хоть что-нибудь.")
    if units(styled.text) > MAX_TEXT:
        raise DeedRefused("Сообщение длиннее 4096 знаков. Telegram разделил бы его на части.")
    return send(world, seat, Draft(styled.as_api(), reply_to=reply_to))


def start(world: World, seat: Seat, payload: str = "") -> Post:
    """Presses «Начать»; a blocked bot is unblocked by it, as in Telegram."""
    if seat.person.id in world.blocked:
        unblock(world, seat.person)
    return say(world, seat, f"/start {payload}".strip())


def send(world: World, seat: Seat, draft: Draft) -> Post:
    """Any message of a person."""
    _check_open(world, seat)
    if not seat.room.is_group and seat.person.id not in world.started:
        world.started.add(seat.person.id)
        world.tell(PersonChanged(seat.person.id))
    answered = seat.room.posts.get(draft.reply_to) if draft.reply_to else None
    if answered and answered.thread:
        draft = Draft(draft.content, reply_to=draft.reply_to, thread=answered.thread, origin=draft.origin)
    post = world.post(seat.room, seat.person.id, draft)
    keyboard = seat.room.keyboards.get(seat.person.id)
    if keyboard and keyboard.is_spent_by(str(post.content.get("text", ""))):
        world.give_keyboard(seat.room, seat.person.id, None)
    if _bot_hears(world, seat.room, post):
        world.updates.put("message", as_message(world, post))
    return post


def edit(world: World, seat: Seat, message: int, content: Json) -> None:
    """Changes one's own message; the bot is told."""
    _check_open(world, seat)
    post = own_post(seat, message)
    world.edit(post, content, None)
    if _bot_hears(world, seat.room, post):
        world.updates.put("edited_message", as_message(world, post))


def own_post(seat: Seat, message: int) -> Post:
    post = seat.room.posts.get(message)
    if post is None or post.sender != seat.person.id:
        raise DeedRefused("Изменить можно только своё сообщение.")
    return post


def press(world: World, seat: Seat, message: int, row: int, column: int) -> Press:
    """Presses an inline button; each press is a new question to the bot."""
    post = seat.room.posts.get(message)
    try:
        button = post.buttons["inline_keyboard"][row][column] if post and post.buttons else None
    except IndexError:
        button = None
    if button is None or row < 0 or column < 0:
        raise DeedRefused("Этой кнопки больше нет.")
    if "callback_data" not in button:
        raise DeedRefused("Эта кнопка ничего не сообщает боту.")
    return _query(world, seat, message, button["callback_data"], (row, column))


def press_data(world: World, seat: Seat, message: int, data: str) -> Press:
    """Sends any callback data, also for a message that is gone: an old or a forged button."""
    return _query(world, seat, message, data, (None, None))


def _query(world: World, seat: Seat, message: int, data: str, place: tuple[int | None, int | None]) -> Press:
    _check_open(world, seat)
    press = world.presses.begin(seat.person.id, seat.room.id, message, place, world.clock.now())
    post = seat.room.posts.get(message)
    inaccessible = {"chat": seat.room.place.as_chat(), "message_id": message, "date": 0}
    world.tell(Pressed(press))
    query = {
        "id": press.id,
        "from": seat.person.as_user(),
        "message": as_message(world, post) if post else inaccessible,
        "chat_instance": str(seat.room.id),
        "data": data,
    }
    world.updates.put("callback_query", query)
    return press


def block(world: World, person: Person) -> None:
    if person.id not in world.blocked:
        world.blocked.add(person.id)
        _membership(world, person, "member", "kicked")


def unblock(world: World, person: Person) -> None:
    if person.id in world.blocked:
        world.blocked.discard(person.id)
        _membership(world, person, "kicked", "member")


def _membership(world: World, person: Person, old: str, new: str) -> None:
    bot = world.profile.as_user()
    change = {
        "chat": person.as_chat(),
        "from": person.as_user(),
        "date": int(world.clock.now().timestamp()),
        "old_chat_member": {"status": old, "user": bot} | ({"until_date": 0} if old == "kicked" else {}),
        "new_chat_member": {"status": new, "user": bot} | ({"until_date": 0} if new == "kicked" else {}),
    }
    world.updates.put("my_chat_member", change)
    world.tell(PersonChanged(person.id))


def _check_open(world: World, seat: Seat) -> None:
    if not seat.room.is_group and seat.person.id in world.blocked:
        raise DeedRefused("Бот заблокирован. Сначала разблокируйте его.")


def _bot_hears(world: World, room: Room, post: Post) -> bool:
    """In a group an ordinary bot hears commands, mentions and replies to itself only."""
    if not isinstance(room.place, Group) or room.place.bot_is_admin or world.profile.hears_all:
        return True
    answered = room.posts.get(post.reply_to) if post.reply_to else None
    text = str(post.content.get("text") or post.content.get("caption") or "")
    mention = f"@{world.profile.username}"
    is_command = text.startswith("/") and "@" not in text.split(maxsplit=1)[0]
    return is_command or mention in text or bool(answered and answered.sender == world.profile.id)
