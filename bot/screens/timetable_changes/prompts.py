"""What is asked of whoever changes the timetable for some days."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.dialog_state import Digits, Prompt, PromptRule

_RULE = PromptRule(family="timetable_change", beside_list=True, beside_yes_and_no=True, digits=Digits.ANY)


@dataclass(frozen=True, slots=True)
class DesksDaysPrompt(Prompt):
    """On which days there are so many desks; `are_gone`: so many fewer than usual."""

    desks: int
    are_gone: bool = False

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class ExtraHoursPrompt(Prompt):
    """On which day and from which hour to which the centre is open besides."""

    rule: ClassVar[PromptRule] = _RULE


STEPS: Mapping[str, type[Prompt]] = {"desks_days": DesksDaysPrompt, "extra_hours": ExtraHoursPrompt}
