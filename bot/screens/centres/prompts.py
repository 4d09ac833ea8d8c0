"""What is asked of whoever looks for a centre."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.centres.centre import CentreKind
from bot.centres.places.place_question import Want
from bot.dialog_state import Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class PlacePrompt(Prompt):
    """Where the person is, and what is wanted to know of the centres there."""

    want: Want = Want.NEAREST
    kind: CentreKind | None = None

    rule: ClassVar[PromptRule] = PromptRule(takes_postcodes=True)


STEPS: Mapping[str, type[Prompt]] = {"place": PlacePrompt}
