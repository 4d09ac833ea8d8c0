"""A small honest messenger that is not Telegram, and its edge: what a second one has to bring, and no more.

Its hard edges: message ids are text, a private chat has another number than its person, there is no keyboard below
the writing line, a message holds 3,900 signs, an acknowledgement says something or is refused, and an edit that
names no buttons keeps the old ones.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.app.channel import Channel
from bot.dialog_state import Conversation, DialogStore
from bot.handlers.incoming_text import IncomingText
from bot.handlers.messenger import CommandAudience, MessageId
from bot.handlers.talk import Talk
from bot.handlers.update_router import UpdateRouter
from bot.people import Address
from bot.screens.callback_data import pack
from bot.screens.screen import (
    Attached,
    Button,
    CarriedFiles,
    CarriedVoice,
    ContactCard,
    Paper,
    Picture,
    Pin,
    Row,
    Screen,
)

CHANNEL = "other"
MOST_SIGNS = 3_900
Buttons = tuple[tuple[str, str], ...]  # label and data


class RefusedError(Exception):
    """The messenger does not take the call."""


@dataclass(slots=True)
class Sent:
    """A message as the messenger keeps it."""

    id: str
    text: str
    buttons: Buttons = ()


@dataclass(slots=True)
class OtherApi:
    """The servers of the messenger: keep what was sent, refuse what they would refuse."""

    chats: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    edits: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: dict[str, str] = field(default_factory=dict)
    commands: dict[int, CommandAudience] = field(default_factory=dict)
    _last: int = 0

    def next_id(self) -> str:
        self._last += 1
        return f"mid.{self._last:04}"

    def send(self, chat: int, text: str, buttons: Buttons = ()) -> str:
        _check(chat, text)
        sent = Sent(self.next_id(), text, buttons)
        self.chats[chat].append(sent)
        return sent.id

    def edit(self, chat: int, message: str, text: str, buttons: Buttons | None = None) -> None:
        _check(chat, text)
        sent = next((one for one in self.chats[chat] if one.id == message), None)
        if sent is None:
            raise RefusedError("no such message")
        sent.text, sent.buttons = text, sent.buttons if buttons is None else buttons
        self.edits[chat].append(replace(sent))

    def acknowledge(self, press: str, toast: str) -> None:
        if not toast:
            raise RefusedError("an acknowledgement says something")
        self.acknowledged[press] = toast


def _check(chat: int, text: str) -> None:
    if chat not in range(*CHATS):
        raise RefusedError("that is no chat")
    if not 0 < len(text) <= MOST_SIGNS:
        raise RefusedError(f"{len(text)} signs")


CHATS = (70_000, 80_000)


def chat_of(person: int) -> int:
    """The private chat of a person."""
    return CHATS[0] + person


class OtherMessenger:
    """Screens → messages of the other messenger; for answers and for notices."""

    def __init__(self, api: OtherApi) -> None:
        self._api = api

    async def send(self, to: Address, screen: Screen) -> MessageId | None:
        """A notice; in place of an earlier message where it says so."""
        earlier = MessageId(screen.instead_of)
        if earlier and await self.replace(to, chat_of(to.id), earlier, screen):
            return earlier
        return await self.show(to, chat_of(to.id), screen) if not earlier or screen.or_new else None

    async def show(
        self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None
    ) -> MessageId | None:
        for part in screen.before:
            self._api.send(chat, part)
        if screen.attached:
            self._api.send(chat, _attached(screen.attached))
        return MessageId(self._api.send(chat, screen.text, _buttons(screen.rows)))

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        try:
            self._api.edit(chat, message, screen.text, _buttons(screen.rows))
        except RefusedError:
            return False
        return True

    async def drop_buttons(self, chat: int, message: MessageId) -> None:
        sent = next((one for one in self._api.chats[chat] if one.id == message), None)
        if sent:
            sent.buttons = ()


def _buttons(rows: tuple[Row, ...]) -> Buttons:
    return tuple((one.label, pack(one.action)) for row in rows for one in row if isinstance(one, Button))


def _attached(attached: Attached) -> str:
    match attached:
        case Pin(title=title):
            return f"[точка] {title}"
        case ContactCard(name=name):
            return f"[контакт] {name}"
        case Paper(name=name):
            return f"[файл] {name}"
        case Picture(words=words):
            return f"[картинка] {words}"
        case CarriedVoice(otherwise=words) | CarriedFiles(otherwise=words):
            return words


class OtherProfile:
    """The bot as this messenger knows it."""

    def __init__(self, api: OtherApi) -> None:
        self._api = api

    async def username(self) -> str:
        return "bibliogos"

    async def chat_link(self) -> str:
        return "https://other.example/bibliogos"

    async def start_link(self, payload: str) -> str:
        return f"https://other.example/bibliogos?start={payload}"

    async def show_commands(self, chat: int, audience: CommandAudience) -> bool:
        self._api.commands[chat] = audience
        return True


@dataclass(frozen=True, slots=True)
class OtherEdge:
    """Turns what came from the messenger into calls of the router."""

    api: OtherApi
    updates: UpdateRouter
    awaited: DialogStore
    names: Mapping[int, str]

    async def write(self, person: int, text: str) -> None:
        message = self.api.next_id()
        talk = self._talk(person, f"message:{message}")
        name, _, rest = text.partition(" ")
        said = IncomingText(rest.strip(), name[1:]) if text.startswith("/") else IncomingText(text, marked=text)
        await self.updates.text(said, talk)

    async def press(self, person: int, message: str, data: str) -> str:
        """What the press itself brought; nothing to say is not said."""
        press = self.api.next_id()
        talk = self._talk(person, f"press:{press}")
        talk.button, talk.pressed = f"{message}:{data}", MessageId(message)
        await self.updates.press(data, talk)
        if talk.toast:
            self.api.acknowledge(press, talk.toast)
        return self.api.acknowledged.get(press, "")

    def _talk(self, person: int, event: str) -> Talk:
        conversation = Conversation(CHANNEL, person, chat_of(person))
        messenger = OtherMessenger(self.api)
        return Talk(Address(CHANNEL, person), conversation, messenger, self.awaited, self.names[person], event=event)


def channel_for(api: OtherApi) -> Channel:
    """What this messenger brings in Telegram's place."""
    return Channel(CHANNEL, lambda *_: OtherMessenger(api), lambda _: OtherProfile(api), lambda to: chat_of(to.id))
