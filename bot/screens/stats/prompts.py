"""What is asked of whoever reads the statistics."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.dialog_state import Digits, Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class PeriodPrompt(Prompt):
    """The days of a report; the centre, or «-» for all."""

    centre: str

    rule: ClassVar[PromptRule] = PromptRule(beside_list=True, digits=Digits.ANY)


STEPS: Mapping[str, type[Prompt]] = {"period": PeriodPrompt}
