"""What the buttons of settings and /privacy mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowMyData(Action):
    """Shows a person all that is kept of them."""


@dataclass(frozen=True, slots=True)
class SetReadingAloud(Action):
    """Words without pictures, for screen readers."""

    on: bool


@dataclass(frozen=True, slots=True)
class ForgetMe(Action):
    """Erase what is kept about a person, after being asked twice."""

    sure: bool


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "v": SetReadingAloud,
    "f": ForgetMe,
    "hd": ShowMyData,
}
