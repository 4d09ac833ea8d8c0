"""What is asked of whoever will be absent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.dialog_state import Digits, Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class AbsenceDaysPrompt(Prompt):
    """From which day to which somebody is not there; the buttons of the days already read stand beside it."""

    rule: ClassVar[PromptRule] = PromptRule(
        family="absence", beside_list=True, beside_yes_and_no=True, digits=Digits.ANY
    )


STEPS: Mapping[str, type[Prompt]] = {"absence_days": AbsenceDaysPrompt}
