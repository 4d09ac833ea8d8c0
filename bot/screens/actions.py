"""What the buttons that stand in many places mean; a button carries all it needs and is checked at each press."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class GoHome(Action):
    """Opens the main menu, dropping what was begun."""


@dataclass(frozen=True, slots=True)
class Browse(Action):
    """Opens the list of FAQ groups, a page of it."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowGroup(Action):
    """Opens the questions of one FAQ group, a page of them."""

    group: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowArticle(Action):
    """One answer; `via` says where the button stood: b browsing, s suggestion, r related, d deep link."""

    article: str
    via: str = "b"


@dataclass(frozen=True, slots=True)
class ReadMore(Action):
    """What an answer left out; `after` is what was said: short, the first paragraph, or head."""

    article: str
    after: str


@dataclass(frozen=True, slots=True)
class ShowSimilar(Action):
    """Opens the questions beside the one that was answered."""

    article: str


@dataclass(frozen=True, slots=True)
class ShowStep(Action):
    """One numbered step of an answer by itself, from 1."""

    article: str
    number: int


@dataclass(frozen=True, slots=True)
class NextTitles(Action):
    """«Нет, другое»: the titles after those that were shown with this article first."""

    article: str


@dataclass(frozen=True, slots=True)
class Rate(Action):
    """Rates whether an answer helped."""

    article: str
    helped: bool


@dataclass(frozen=True, slots=True)
class NoneFits(Action):
    """Rejects all suggestions; on buttons of older releases only."""


@dataclass(frozen=True, slots=True)
class AskLibrarian(Action):
    """Hand the question to a person; the article says what it was about, «-» nothing."""

    article: str = "-"


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Action):
    """A librarian takes a citizen's question to answer it."""

    question: int


@dataclass(frozen=True, slots=True)
class StopAsking(Action):
    """No longer wait for the text that was asked for."""


@dataclass(frozen=True, slots=True)
class BookVisit(Action):
    """A consultation about a topic, «-» any."""

    topic: str = "-"


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "h": GoHome,
    "b": Browse,
    "g": ShowGroup,
    "a": ShowArticle,
    "am": ReadMore,
    "as": ShowSimilar,
    "at": ShowStep,
    "an": NextTitles,
    "r": Rate,
    "n": NoneFits,
    "l": AskLibrarian,
    "w": AnswerQuestion,
    "x": StopAsking,
    "k": BookVisit,
}
