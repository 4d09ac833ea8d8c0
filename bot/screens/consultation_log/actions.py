"""What the buttons of the consultation log mean; the topic NO_TOPIC is none.

`on` is a day in the signs of bot.screens.time_codes; where so is said, of helped_code.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action

NO_TOPIC = "-"


@dataclass(frozen=True, slots=True)
class AskHelped(Action):
    """Begins an entry of that day: who was helped."""

    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class AskHelpedDay(Action):
    """Asks for another day to write down."""

    centre: str


@dataclass(frozen=True, slots=True)
class AskHelpedTopic(Action):
    """Asks with what so many people came; `on` tells the day, the kind and how many."""

    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class WriteHelped(Action):
    """Writes people with one topic down; several are shown before, unless `on` says that it is sure."""

    topic: str
    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class AnswerHelped(Action):
    """What is to be done with the words that were shown; they stand in the prompt."""

    answer: str


@dataclass(frozen=True, slots=True)
class HelpedAt(Action):
    """The centre to which the words in the prompt belong."""

    centre: str


@dataclass(frozen=True, slots=True)
class ShowLog(Action):
    """The consultation log of a day."""

    centre: str
    on: str


@dataclass(frozen=True, slots=True)
class OpenEntry(Action):
    """One entry with everything that can be done with it."""

    entry: int


@dataclass(frozen=True, slots=True)
class MarkEntry(Action):
    """What came of an entry: the id of an outcome."""

    entry: int
    outcome: str


@dataclass(frozen=True, slots=True)
class StrikeEntry(Action):
    """Takes an entry back: its author may for a week."""

    entry: int


@dataclass(frozen=True, slots=True)
class DropHelped(Action):
    """Leaves unwritten what was shown."""

    centre: str


@dataclass(frozen=True, slots=True)
class RestoreEntry(Action):
    """Writes an entry once more that was struck by mistake."""

    entry: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «l».
TAGS: Mapping[str, type[Action]] = {
    "la": AskHelped,
    "lc": HelpedAt,
    "ld": AskHelpedDay,
    "le": OpenEntry,
    "lh": AnswerHelped,
    "li": RestoreEntry,
    "ll": ShowLog,
    "lm": MarkEntry,
    "ln": DropHelped,
    "lr": WriteHelped,
    "ls": StrikeEntry,
    "lt": AskHelpedTopic,
}
