"""What a person sees of one chat on the sandbox's page, kept from the page's events."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the person sees it."""

    id: int
    kind: str
    text: str
    html: str
    buttons: tuple[tuple[str, ...], ...]
    by_bot: bool
    raw: Json = field(repr=False, compare=False)

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]

    def place_of(self, label: str) -> tuple[int, int] | None:
        places = ((r, c) for r, row in enumerate(self.buttons) for c, name in enumerate(row) if name == label)
        return next(places, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a press brought: a passing line, a window (`alert`), or silently nothing (empty text)."""

    text: str
    alert: bool
    url: str | None = None


class Seen:
    """The chat as it looks now, and what is new in it."""

    def __init__(self, hello: Json, key: str, chat: int | None) -> None:
        self.person: int = next(person["id"] for person in hello["people"] if person["key"] == key)
        self.chat = chat or self.person
        room = next(room for room in hello["chats"] if room["id"] == self.chat)
        self.messages = {message["id"]: _message(message) for message in room["messages"]}
        self.news: deque[Message] = deque()
        self.edits: deque[Message] = deque()
        self.results: dict[int, Json] = {}
        self.answers: dict[str, Answer] = {}
        self.typing = 0
        self.keyboard: list[str] = []
        self.commands: list[str] = []
        self._take_keyboard(room["keyboards"].get(str(self.person)))
        self._take_commands(room["commands"].get(str(self.person), []))

    def take(self, event: Json) -> None:
        match event:
            case {"event": "done" | "refused", "ref": int() as ref}:
                self.results[ref] = event
            case {"event": "answered", "query": query}:
                self.answers[query] = Answer(event["text"], event["alert"], event["url"])
            case {"event": "message" | "edited", "message": {"chat": chat}} if chat == self.chat:
                self._take_message(event["event"], _message(event["message"]))
            case {"event": "deleted", "chat": chat, "id": number} if chat == self.chat:
                self.messages.pop(number, None)
            case {"event": "keyboard", "chat": chat, "person": self.person} if chat == self.chat:
                self._take_keyboard(event["keyboard"])
            case {"event": "commands", "chat": chat, "person": self.person} if chat == self.chat:
                self._take_commands(event["commands"])
            case {"event": "typing", "chat": chat} if chat == self.chat:
                self.typing += 1

    def _take_message(self, what: str, message: Message) -> None:
        before = self.messages.get(message.id)
        self.messages[message.id] = message
        only_loses_buttons = before is not None and before.html == message.html and not message.buttons
        if message.by_bot and not only_loses_buttons:
            (self.news if what == "message" else self.edits).append(message)

    def _take_keyboard(self, keyboard: Json | None) -> None:
        rows = (keyboard or {}).get("rows", [])
        self.keyboard = [button["label"] for row in rows for button in row]

    def _take_commands(self, commands: list[Json]) -> None:
        self.commands = [command["command"] for command in commands]

    def button(self, label: str) -> tuple[int, tuple[int, int]] | None:
        places = ((message.id, message.place_of(label)) for message in reversed(self.messages.values()))
        return next(((number, place) for number, place in places if place), None)

    def find(self, part: str) -> Message | None:
        for unread in (self.news, self.edits):
            if any(part in message.text for message in unread):
                while part not in (message := unread.popleft()).text:
                    pass
                return message
        return None

    def __str__(self) -> str:
        latest = list(self.messages.values())[-5:]
        lines = (f"{'бот' if m.by_bot else 'я'}: {m.text!r} {m.labels}" for m in latest)
        return " | ".join([*lines, f"клавиатура {self.keyboard}"])


def _message(raw: Json) -> Message:
    buttons = tuple(tuple(button["label"] for button in row) for row in raw["buttons"])
    return Message(raw["id"], raw["kind"], raw["text"], raw["html"], buttons, raw["from"]["bot"], raw)
