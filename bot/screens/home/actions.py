"""What the buttons of /privacy mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowMyData(Action):
    """Shows a person all that is kept of them."""


TAGS: Mapping[str, type[Action]] = {"hd": ShowMyData}
