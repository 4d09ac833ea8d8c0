"""What librarians are asked about a visit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from bot.dialog_state import Digits, OnDanger, OnSecret, Prompt, PromptRule

_RULE = PromptRule(
    family="day",
    beside_list=True,
    secrets=OnSecret.ASKED_AGAIN,
    digits=Digits.ANY,
    takes_visit_codes=True,
)


@dataclass(frozen=True, slots=True)
class VisitorNamePrompt(Prompt):
    """The name of a visitor whom a librarian has entered."""

    booking: int

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class CallOffReasonPrompt(Prompt):
    """Why a librarian cancels a visit; the reason that was typed and is shown, where there is one."""

    booking: int
    reason: str = ""

    rule: ClassVar[PromptRule] = replace(_RULE, digits=Digits.NONE, danger=OnDanger.HANDED_ON)

    def without_words(self) -> "CallOffReasonPrompt":
        """The same prompt without the typed reason, for one that is left."""
        return CallOffReasonPrompt(self.booking)


@dataclass(frozen=True, slots=True)
class WalkInTopicPrompt(Prompt):
    """With what somebody has come, or has phoned; how many came, and what was said of a caller besides."""

    centre: str
    phone: bool
    count: int = 1
    called: str = ""
    day: date | None = None
    at: str = ""  # «10:00»

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "WalkInTopicPrompt":
        """The same prompt without the caller's name, for one that is left."""
        return replace(self, called="")


@dataclass(frozen=True, slots=True)
class ShiftTimePrompt(Prompt):
    """When a visit is moved to; the day that was chosen, where there is one."""

    booking: int
    day: date | None = None

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class PhoneTimePrompt(Prompt):
    """When whoever phones is to come; the day that was chosen and the name that was said, where there are."""

    centre: str
    topic: str
    day: date | None = None
    called: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "PhoneTimePrompt":
        """The same prompt without the caller's name, for one that is left."""
        return replace(self, called="")


DayPrompt = VisitorNamePrompt | CallOffReasonPrompt | WalkInTopicPrompt | ShiftTimePrompt | PhoneTimePrompt
STEPS: Mapping[str, type[Prompt]] = {
    "visitor_name": VisitorNamePrompt,
    "call_off_reason": CallOffReasonPrompt,
    "walk_in_topic": WalkInTopicPrompt,
    "shift_time": ShiftTimePrompt,
    "phone_time": PhoneTimePrompt,
}
