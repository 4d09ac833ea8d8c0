"""What is asked about a citizen's own booking."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from bot.dialog_state import Digits, OnDanger, Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class OtherTimePrompt(Prompt):
    """When a booking is to be moved to; the day that was chosen, where there is one."""

    booking: int
    day: date | None = None

    rule: ClassVar[PromptRule] = PromptRule(
        lifetime=timedelta(hours=12), is_own=True, beside_list=True, digits=Digits.ANY
    )


@dataclass(frozen=True, slots=True)
class CancelReasonPrompt(Prompt):
    """Why a booking was cancelled."""

    booking: int

    rule: ClassVar[PromptRule] = PromptRule(beside_list=True, danger=OnDanger.HANDED_ON)


STEPS: Mapping[str, type[Prompt]] = {"other_time": OtherTimePrompt, "cancel_reason": CancelReasonPrompt}
