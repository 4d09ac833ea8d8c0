"""The buttons about where an answer stands: its section, its tags, what it leads to, its removal."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class RemoveArticle(Action):
    """Asks before an answer is taken away; older messages have it with `sure` too, and are asked again."""

    article: str
    sure: bool


@dataclass(frozen=True, slots=True)
class RemoveSeenArticle(Action):
    """Takes an answer away; `seen` marks what the admin was shown of it and of the links to it."""

    article: str
    seen: str


@dataclass(frozen=True, slots=True)
class ChangeTags(Action):
    """Asks for other tags of an answer."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepTags(Action):
    """Writes the typed tags after they were shown."""

    article: str


@dataclass(frozen=True, slots=True)
class ChangeRelated(Action):
    """Asks for other answers that an answer leads to."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepRelated(Action):
    """Writes the answers that were named after they were shown."""

    article: str


@dataclass(frozen=True, slots=True)
class ChangeSection(Action):
    """Asks for another section of an answer."""

    article: str


@dataclass(frozen=True, slots=True)
class ChooseSection(Action):
    """Shows the answer in another section; which answer, the prompt beside the list knows."""

    section: str


@dataclass(frozen=True, slots=True)
class KeepSection(Action):
    """Puts the answer into the section that was shown."""

    article: str


# Tags live in old messages for years: add, never reuse. Two signs, the first is «e».
TAGS: Mapping[str, type[Action]] = {
    "ex": RemoveArticle,
    "e1": ChangeTags,
    "e2": KeepTags,
    "e3": ChangeRelated,
    "e4": KeepRelated,
    "e5": ChangeSection,
    "e6": ChooseSection,
    "e7": KeepSection,
    "e8": RemoveSeenArticle,
}
