"""What the buttons under words that are about to be sent mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class SendDraft(Action):
    """The words go as they were shown; `question` is the one they answer, 0 where they are a question themselves."""

    draft: int
    question: int = 0


@dataclass(frozen=True, slots=True)
class DropDraft(Action):
    """The words are not to be sent; `question` as in SendDraft."""

    draft: int
    question: int = 0


@dataclass(frozen=True, slots=True)
class CarryVoice(Action):
    """A spoken message of this chat for a librarian: shown as it would go."""

    voice: str


# Tags live in old messages for years: add, never reuse. Two signs, the first is «y».
TAGS: Mapping[str, type[Action]] = {"ys": SendDraft, "yd": DropDraft, "yv": CarryVoice}
