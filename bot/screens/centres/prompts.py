"""What is asked of whoever looks for a centre."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialog_state import Prompt


@dataclass(frozen=True, slots=True)
class PlacePrompt(Prompt):
    """Where the person is."""


STEPS: Mapping[str, type[Prompt]] = {"place": PlacePrompt}
