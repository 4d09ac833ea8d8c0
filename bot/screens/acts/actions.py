"""What the buttons of a choice between two readings mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class TakeAct(Action):
    """That reading is meant: its place among those that are kept, from 1, of the choice with that sign."""

    number: int
    of: int = 0  # bot.screens.acts.prompts.ActPrompt.sign: an older choice no longer speaks for a newer one


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {"ya": TakeAct}
