"""The buttons under the state of the bot."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowStatus(Action):
    """Shows the state of the bot now."""


@dataclass(frozen=True, slots=True)
class SendAgain(Action):
    """Tries a failed notice once more."""

    notice: int


@dataclass(frozen=True, slots=True)
class DropNotice(Action):
    """Discards a failed notice for good."""

    notice: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «z».
TAGS: Mapping[str, type[Action]] = {"za": SendAgain, "zd": DropNotice, "zs": ShowStatus}
