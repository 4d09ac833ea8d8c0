"""What happened in the sandbox, for whoever watches it."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.sandbox.chat import Post
from bot.sandbox.presses import Press


@dataclass(frozen=True, slots=True)
class Posted:
    post: Post


@dataclass(frozen=True, slots=True)
class Edited:
    post: Post


@dataclass(frozen=True, slots=True)
class Deleted:
    chat: int
    id: int


@dataclass(frozen=True, slots=True)
class Typing:
    chat: int
    what: str


@dataclass(frozen=True, slots=True)
class Pressed:
    press: Press


@dataclass(frozen=True, slots=True)
class Answered:
    """The bot's answer to a press: a passing line or a window to close."""

    press: Press
    text: str
    alert: bool
    url: str | None


@dataclass(frozen=True, slots=True)
class Expired:
    press: Press


@dataclass(frozen=True, slots=True)
class KeyboardChanged:
    chat: int
    person: int


@dataclass(frozen=True, slots=True)
class MenusChanged:
    """Commands or the menu button are no longer what they were, for anybody."""


@dataclass(frozen=True, slots=True)
class PersonChanged:
    person: int


@dataclass(frozen=True, slots=True)
class BotChanged:
    """The bot's name or description is another."""


@dataclass(frozen=True, slots=True)
class TimeMoved:
    """The sandbox's clock was wound on."""


@dataclass(frozen=True, slots=True)
class LimitsSwitched:
    on: bool


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """The connection to the bot was broken or is whole again."""


Event: TypeAlias = (
    Posted
    | Edited
    | Deleted
    | Typing
    | Pressed
    | Answered
    | Expired
    | KeyboardChanged
    | MenusChanged
    | PersonChanged
    | BotChanged
    | TimeMoved
    | LimitsSwitched
    | NetworkChanged
)
