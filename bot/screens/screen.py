"""A Screen: what a person sees at one moment, free of any messenger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.faq.answer_parts import visible
from bot.screens.action import Action

MOST_SIGNS = 4000  # of Telegram's 4096 visible characters

Row = tuple["Button | LinkButton", ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does something here."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button that opens a page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map that opens in the person's own maps."""

    lat: float
    lon: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact for the phone book."""

    phone: str
    name: str
    vcard: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to keep or print."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with the words that stand under it."""

    content: bytes
    words: str


@dataclass(frozen=True, slots=True)
class CarriedVoice:
    """Somebody's spoken message, copied from where it stands; `otherwise` is said where it is there no more."""

    chat: int
    message: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class CarriedFiles:
    """Somebody's messages with photos and files, copied together; `otherwise` is said where one is there no more."""

    chat: int
    messages: tuple[str, ...]
    otherwise: str


Attached = Pin | ContactCard | Paper | Picture | CarriedVoice | CarriedFiles


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """Which question to a librarian a message shows, or what was said after it: a reply to it goes on with that."""

    question: int
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One message (or a few, where the text is long): HTML of the small kind, and buttons under the last."""

    text: str
    rows: tuple[Row, ...] = ()
    menu: bool = False  # bring (back) the main menu below the writing line; with rows, the first of `before` brings it
    asks_place: bool = False  # with the menu, a button that sends where the person is
    before: tuple[str, ...] = ()  # the earlier parts of a long text
    choices: tuple[Action, ...] = ()  # what the numbers 1, 2, 3 … mean when typed
    keeps_numbers: bool = False  # opened from a list: the numbers of that list go on meaning its lines
    attached: Attached | None = None  # goes before the words, after the earlier parts
    shows: ShownQuestion | None = None
    instead_of: str = ""  # the earlier message that a notice changes, as the messenger names it
    or_new: bool = False  # where that message can be changed no more, a new one says it
    forum_topic: int | None = None  # of the group it goes to; nothing in a private chat
    for_presser: bool = False  # for whoever pressed alone: in a group a toast says it and no message
    is_late: bool = False  # an answer said late: what may be typed to it has been known since it was given

    def below(self, line: str) -> "Screen":
        """The same message with a piece of HTML above its words; as a message of its own where both do not fit."""
        if self.before or visible(line) + visible(self.text) > MOST_SIGNS:
            return replace(self, before=(line, *self.before))
        return replace(self, text=f"{line}\n\n{self.text}")

    def with_rows(self, *rows: Row) -> "Screen":
        """The same words with further buttons."""
        return replace(self, rows=self.rows + rows)


def row(*buttons: Button | LinkButton) -> Row:
    """Joins buttons into one row."""
    return buttons


def column(buttons: Iterable[Button | LinkButton]) -> tuple[Row, ...]:
    """Buttons one below the other."""
    return tuple((button,) for button in buttons)


def numbered(titles: Sequence[str], choices: Sequence[Action]) -> tuple[Row, ...]:
    """Lines to choose from, each with its number."""
    pairs = zip(titles, choices, strict=True)
    return column(Button(f"{number}. {title}", action) for number, (title, action) in enumerate(pairs, 1))
