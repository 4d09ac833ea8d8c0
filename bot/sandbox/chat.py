"""A chat and its messages, as many as are kept."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.sandbox.json_types import Json
from bot.sandbox.people import Group, Person

KEPT_POSTS = 1000


class KeyboardKind(StrEnum):
    """What stands below the field where a person writes."""

    REPLY = "reply"
    FORCE_REPLY = "force_reply"


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A reply keyboard, or an invitation to reply, as the Bot API was given it."""

    kind: KeyboardKind
    markup: Json
    message: int

    def is_spent_by(self, label: str) -> bool:
        """A one-time keyboard goes after a press, an invitation after any words."""
        if self.kind is KeyboardKind.FORCE_REPLY:
            return True
        return bool(self.markup.get("one_time_keyboard")) and label in self.labels()

    def labels(self) -> list[str]:
        return [button["text"] for row in self.markup.get("keyboard", ()) for button in row]


@dataclass(slots=True)
class Post:
    """A message; `content` is the part of the Bot API's Message that says what it is."""

    chat: int
    id: int
    sender: int
    sent_at: datetime
    content: Json
    buttons: Json | None = None  # an InlineKeyboardMarkup
    has_keyboard: bool = False  # brought a reply keyboard: Telegram lets nobody edit such a message
    reply_to: int | None = None
    thread: int | None = None
    origin: Json | None = None  # of a forwarded message
    album: str | None = None
    edited_at: datetime | None = None


@dataclass(slots=True)
class Chat:
    """A private chat or a group, with its latest messages and each person's keyboard."""

    place: Person | Group
    posts: OrderedDict[int, Post] = field(default_factory=OrderedDict)
    keyboards: dict[int, Keyboard] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    last_id: int = 0

    @property
    def id(self) -> int:
        return self.place.id

    @property
    def is_group(self) -> bool:
        return isinstance(self.place, Group)

    @property
    def people(self) -> tuple[int, ...]:
        return self.place.members if isinstance(self.place, Group) else (self.place.id,)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def keep(self, post: Post) -> None:
        self.posts[post.id] = post
        if len(self.posts) > KEPT_POSTS:
            self.posts.popitem(last=False)
