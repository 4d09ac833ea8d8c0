"""What the buttons of changes for some days mean; days are numbers of bot.screens.time_codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class PreviewDesks(Action):
    """What another number of desks would mean."""

    centre: str
    first: int
    last: int
    desks: int


@dataclass(frozen=True, slots=True)
class SetDesks(Action):
    """The number was seen and is to be set."""

    centre: str
    first: int
    last: int
    desks: int


@dataclass(frozen=True, slots=True)
class ResetDesks(Action):
    """As many desks as usual again."""

    change: int


@dataclass(frozen=True, slots=True)
class PreviewExtra(Action):
    """What hours on one day more would bring; minutes since the epoch, UTC."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AddExtra(Action):
    """The hours were seen and are to be opened."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RemoveExtra(Action):
    """Not to be opened after all."""

    extra: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «w».
TAGS: Mapping[str, type[Action]] = {
    "wa": AddExtra,
    "wd": PreviewDesks,
    "we": RemoveExtra,
    "wp": PreviewExtra,
    "wr": ResetDesks,
    "ws": SetDesks,
}
