"""What the buttons under the state of the bot mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowStatus(Action):
    """How the bot stands now."""


@dataclass(frozen=True, slots=True)
class SendAgain(Action):
    """Try a notice that was set aside once more."""

    notice: int


@dataclass(frozen=True, slots=True)
class DropNotice(Action):
    """Never send a notice that was set aside."""

    notice: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «z».
TAGS: Mapping[str, type[Action]] = {"za": SendAgain, "zd": DropNotice, "zs": ShowStatus}
