"""The whole state of the sandbox: who is there, what was said, what waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.sandbox.chat import Keyboard, Post, Room
from bot.sandbox.events import Deleted, Edited, Event, KeyboardChanged, Posted
from bot.sandbox.file_store import Shelf
from bot.sandbox.json_types import Json
from bot.sandbox.limits import Limits
from bot.sandbox.menus import Menus
from bot.sandbox.network_faults import Line
from bot.sandbox.people import Group, Person
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.refusal import bad_request, forbidden
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it has a place and a number; `content` as in `Post`."""

    content: Json
    buttons: Json | None = None
    reply_to: int | None = None
    thread: int | None = None
    origin: Json | None = None
    album: str | None = None


class World:
    """Holds the parts of the sandbox together and tells the watcher what changes."""

    def __init__(self, clock: Clock, profile: Profile, people: Sequence[Person], groups: Sequence[Group]) -> None:
        self.clock = clock
        self.profile = profile
        self.people = {person.id: person for person in people}
        places: list[Person | Group] = [*people, *groups]
        self.rooms = {place.id: Room(place) for place in places}
        self.started: set[int] = set()
        self.blocked: set[int] = set()
        self.muted: dict[int, str] = {}  # groups where the bot may not write, and what Telegram calls it
        # A later start continues with higher numbers: a bot that remembers them takes no update for an old one.
        self.updates = Updates(int(clock.now().timestamp()))
        self.webhook = Webhook(self.updates, clock)
        self.shelf = Shelf()
        self.presses = Presses()
        self.menus = Menus()
        self.limits = Limits()
        self.line = Line()
        self.undocumented: set[str] = set()  # parameters that were sent to us: «sendMessage: …»
        self.tell: Callable[[Event], None] = _unwatched

    def room(self, chat_id: int | str) -> Room:
        """The chat of this id; raises `ApiRefusal` as Telegram does."""
        room = self.rooms.get(_number(chat_id))
        if room is None:
            raise bad_request("chat not found")
        return room

    def open_room(self, chat_id: int | str) -> Room:
        """The chat, if the bot may write there."""
        room = self.room(chat_id)
        if room.id in self.blocked:
            raise forbidden("bot was blocked by the user")
        if not room.is_group and room.id not in self.started:
            raise forbidden("bot can't initiate conversation with a user")
        if room.id in self.muted:
            raise bad_request(self.muted[room.id])
        return room

    def user(self, user_id: int) -> Json:
        if user_id == self.profile.id:
            return self.profile.as_user()
        return self.people[user_id].as_user()

    def post(self, room: Room, sender: int, draft: Draft) -> Post:
        post = Post(
            chat=room.id,
            id=room.next_id(),
            sender=sender,
            sent_at=self.clock.now(),
            content=draft.content,
            buttons=draft.buttons,
            reply_to=draft.reply_to,
            thread=draft.thread,
            origin=draft.origin,
            album=draft.album,
        )
        room.keep(post)
        self.tell(Posted(post))
        return post

    def edit(self, post: Post, content: Json, buttons: Json | None) -> None:
        post.content = content
        post.buttons = buttons
        post.edited_at = self.clock.now()
        self.tell(Edited(post))

    def delete(self, post: Post) -> None:
        self.rooms[post.chat].posts.pop(post.id, None)
        self.tell(Deleted(post.chat, post.id))

    def give_keyboard(self, room: Room, person: int, keyboard: Keyboard | None) -> None:
        if keyboard is None:
            room.keyboards.pop(person, None)
        else:
            room.keyboards[person] = keyboard
        self.tell(KeyboardChanged(room.id, person))


def _number(chat_id: int | str) -> int:
    """A form gives a number as text; anything else is the name of a channel, and there are none."""
    digits = str(chat_id).removeprefix("-")
    return int(chat_id) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0


def _unwatched(_event: Event) -> None:
    """Nobody looks on."""
