"""The whole state of the sandbox: who is there, what was said, what waits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.sandbox.chat import Chat, Keyboard, Post
from bot.sandbox.events import Deleted, Edited, Event, KeyboardChanged, Posted
from bot.sandbox.file_store import FileStore
from bot.sandbox.json_types import Json
from bot.sandbox.menus import Menus
from bot.sandbox.network_faults import NetworkFaults
from bot.sandbox.people import Group, Person
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.rate_limits import RateLimits
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


class SandboxState:
    """Holds the parts of the sandbox together and tells the watcher what changes."""

    def __init__(self, clock: Clock, profile: Profile, people: Sequence[Person], groups: Sequence[Group]) -> None:
        self.clock = clock
        self.profile = profile
        self.people = {person.id: person for person in people}
        places: list[Person | Group] = [*people, *groups]
        self.chats = {place.id: Chat(place) for place in places}
        self.started: set[int] = set()
        self.blocked: set[int] = set()
        self.muted: dict[int, str] = {}  # groups where the bot may not write, and what Telegram calls it
        # A later start continues with higher numbers: a bot that remembers them takes no update for an old one.
        self.updates = Updates(int(clock.now().timestamp()))
        self.webhook = Webhook(self.updates, clock)
        self.file_store = FileStore()
        self.presses = Presses()
        self.menus = Menus()
        self.limits = RateLimits()
        self.network = NetworkFaults()
        self.undocumented: set[str] = set()  # parameters that were sent to us: «sendMessage: …»
        self.notify: Callable[[Event], None] = _unwatched

    def find_chat(self, chat_id: int | str) -> Chat:
        """The chat of this id; raises `ApiRefusal` as Telegram does."""
        chat = self.chats.get(_number(chat_id))
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, chat_id: int | str) -> Chat:
        """The chat, if the bot may write there."""
        chat = self.find_chat(chat_id)
        if chat.id in self.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_group and chat.id not in self.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.id in self.muted:
            raise bad_request(self.muted[chat.id])
        return chat

    def user(self, user_id: int) -> Json:
        if user_id == self.profile.id:
            return self.profile.as_user()
        return self.people[user_id].as_user()

    def post(self, chat: Chat, sender: int, draft: Draft) -> Post:
        post = Post(
            chat=chat.id,
            id=chat.next_id(),
            sender=sender,
            sent_at=self.clock.now(),
            content=draft.content,
            buttons=draft.buttons,
            reply_to=draft.reply_to,
            thread=draft.thread,
            origin=draft.origin,
            album=draft.album,
        )
        chat.keep(post)
        self.notify(Posted(post))
        return post

    def edit(self, post: Post, content: Json, buttons: Json | None) -> None:
        post.content = content
        post.buttons = buttons
        post.edited_at = self.clock.now()
        self.notify(Edited(post))

    def delete(self, post: Post) -> None:
        self.chats[post.chat].posts.pop(post.id, None)
        self.notify(Deleted(post.chat, post.id))

    def give_keyboard(self, chat: Chat, person: int, keyboard: Keyboard | None) -> None:
        if keyboard is None:
            chat.keyboards.pop(person, None)
        else:
            chat.keyboards[person] = keyboard
        self.notify(KeyboardChanged(chat.id, person))


def _number(chat_id: int | str) -> int:
    """A form gives a number as text; anything else is the name of a channel, and there are none."""
    digits = str(chat_id).removeprefix("-")
    return int(chat_id) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0


def _unwatched(_event: Event) -> None:
    """Stands for a watcher of the state where there is none."""
