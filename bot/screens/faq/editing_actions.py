"""What the buttons of those who mend answers mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class PlaceGap(Action):
    """A question asked in vain belongs to some article; `gap` is its mark."""

    gap: str


@dataclass(frozen=True, slots=True)
class AddGap(Action):
    """It becomes a wording of that article."""

    gap: str
    article: str


@dataclass(frozen=True, slots=True)
class FindArticle(Action):
    """The admin will name an article by typing; `gap` is what for, «-» to mend it."""

    gap: str = "-"


@dataclass(frozen=True, slots=True)
class MendArticle(Action):
    """The article as its editors see it."""

    article: str


@dataclass(frozen=True, slots=True)
class AddWording(Action):
    """One more way to ask it will be typed."""

    article: str


@dataclass(frozen=True, slots=True)
class DropWording(Action):
    """The number of the wording to take away will be typed."""

    article: str


@dataclass(frozen=True, slots=True)
class ChangeText(Action):
    """Another answer will be typed."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepText(Action):
    """The typed answer has been seen and is good."""

    article: str


@dataclass(frozen=True, slots=True)
class KeepWording(Action):
    """The typed wording is added although it takes questions from other articles."""

    article: str


@dataclass(frozen=True, slots=True)
class MarkChecked(Action):
    """A person has checked the answer, after being asked twice."""

    article: str
    sure: bool


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
}
