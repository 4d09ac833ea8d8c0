"""What is asked of whoever closes hours."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.dialog_state import Digits, OnDanger, OnSecret, Prompt, PromptRule

_RULE = PromptRule(
    family="closure",
    beside_list=True,
    beside_yes_and_no=True,
    secrets=OnSecret.ASKED_AGAIN,
    digits=Digits.ANY,
    takes_visit_codes=True,
)


@dataclass(frozen=True, slots=True)
class ClosedHoursPrompt(Prompt):
    """Which hours of the centre to close."""

    centre: str
    announced: int = 0  # the edit with the announcement of that, 0 where there is none
    reason: str = ""  # said together with the hours that are shown
    start: int = 0  # of those hours, a minute as the buttons carry it
    end: int = 0  # of those hours; 0 in a prompt of an earlier version

    rule: ClassVar[PromptRule] = _RULE

    def is_reason_of(self, centre: str, start: int, end: int) -> bool:
        """Whether the reason was shown with just these hours."""
        return self.centre == centre and self.start == start and self.end in {end, 0}

    def is_reason_near(self, centre: str, start: int, end: int) -> bool:
        """Whether the reason was said of hours that share a minute with these."""
        return self.centre == centre and self.start < end and start < self.end

    def without_words(self) -> "ClosedHoursPrompt":
        """The same prompt without the reason, for one that is left."""
        return ClosedHoursPrompt(self.centre, self.announced)


@dataclass(frozen=True, slots=True)
class ClosureReasonPrompt(Prompt):
    """Why these hours are closed; minutes as the buttons carry them."""

    centre: str
    start: int
    end: int
    announced: int = 0  # as in ClosedHoursPrompt

    rule: ClassVar[PromptRule] = replace(_RULE, digits=Digits.NONE, danger=OnDanger.HANDED_ON)


STEPS: Mapping[str, type[Prompt]] = {"closed_hours": ClosedHoursPrompt, "closure_reason": ClosureReasonPrompt}
