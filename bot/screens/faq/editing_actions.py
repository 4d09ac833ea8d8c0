"""The buttons of editing answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class PlaceGap(Action):
    """Finds the article of an unanswered question; `gap` is its mark."""

    gap: str


@dataclass(frozen=True, slots=True)
class AddGap(Action):
    """Adds an unanswered question to an article as a variant."""

    gap: str
    article: str


@dataclass(frozen=True, slots=True)
class FindArticle(Action):
    """Asks for the name of an article; `gap` is the unanswered question it is for, «-» to edit it."""

    gap: str = "-"


@dataclass(frozen=True, slots=True)
class MendArticle(Action):
    """Opens an article as its editors see it."""

    article: str


@dataclass(frozen=True, slots=True)
class AddWording(Action):
    """Asks for one more variant."""

    article: str


@dataclass(frozen=True, slots=True)
class DropWording(Action):
    """Asks for the number of the variant to delete."""

    article: str


@dataclass(frozen=True, slots=True)
class ChangeText(Action):
    """Asks for another text of the answer."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepText(Action):
    """Keeps the typed answer after its preview."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepWording(Action):
    """Adds the typed variant although it takes questions from other articles."""

    article: str


@dataclass(frozen=True, slots=True)
class MarkChecked(Action):
    """Asks once more before an answer is dated as checked; older messages have it with `sure` too."""

    article: str
    sure: bool


@dataclass(frozen=True, slots=True)
class ConfirmChecked(Action):
    """Dates an answer as checked; `seen` marks what the admin was shown of it."""

    article: str
    seen: str


@dataclass(frozen=True, slots=True)
class StartArticle(Action):
    """Begins a new answer."""


@dataclass(frozen=True, slots=True)
class TitleAsAsked(Action):
    """Calls the new answer by the question of the person that it comes from."""


@dataclass(frozen=True, slots=True)
class ShelveArticle(Action):
    """Puts the new answer into a section."""

    group: str


@dataclass(frozen=True, slots=True)
class RetypeArticle(Action):
    """Asks again for the text of the new answer."""


@dataclass(frozen=True, slots=True)
class KeepArticle(Action):
    """Writes the new answer after its preview."""


@dataclass(frozen=True, slots=True)
class DropGap(Action):
    """Takes an unanswered question off the list: nothing was asked."""

    gap: str


@dataclass(frozen=True, slots=True)
class AnswerGap(Action):
    """Begins a new answer to an unanswered question."""

    gap: str


@dataclass(frozen=True, slots=True)
class ChangeTitle(Action):
    """Asks for another title of an answer."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepTitle(Action):
    """Writes the typed title after it was shown."""

    article: str


@dataclass(frozen=True, slots=True)
class ShowTyped(Action):
    """Shows the typed text of an answer, which could not be shown before."""


# Tags live in old messages for years: add, never reuse. Two signs, the first is «e».
TAGS: Mapping[str, type[Action]] = {
    "eg": PlaceGap,
    "ea": AddGap,
    "ef": FindArticle,
    "em": MendArticle,
    "ew": AddWording,
    "ed": DropWording,
    "et": ChangeText,
    "ek": KeepText,
    "ec": MarkChecked,
    "ev": KeepWording,
    "en": StartArticle,
    "eq": TitleAsAsked,
    "eh": ShelveArticle,
    "er": RetypeArticle,
    "ey": KeepArticle,
    "ej": DropGap,
    "el": ChangeTitle,
    "eo": KeepTitle,
    "eu": AnswerGap,
    "ei": ConfirmChecked,
    "es": ShowTyped,
}
