"""What is asked at the steps of booking; each carries the draft: as a button, and the visitor where one was named."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from bot.dialog_state import Digits, OnSecret, Prompt, PromptRule
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    ContinueBooking,
    FullDays,
    TurnTimes,
    WaitForDay,
    WaitForOther,
)

WhereStep = ContinueBooking | BookVisit | BookAt | BookNear
WhenStep = ContinueBooking | BookDays | FullDays | BookTimes | TurnTimes
WhoStep = (
    ContinueBooking
    | (BookTime | BookForOther | BookAsMe | BookAsCalled | ConfirmAsMe | ConfirmCalled)
    | (WaitForDay | WaitForOther)
)
_RULE = PromptRule(
    lifetime=timedelta(days=2),
    family="booking",
    is_own=True,
    beside_list=True,
    secrets=OnSecret.ASKED_AGAIN,  # words half understood book nothing
    again_by_handler=True,
)


@dataclass(frozen=True, slots=True)
class WherePrompt(Prompt):
    """A topic or a place."""

    step: WhereStep
    called: str = ""
    for_other: bool = False

    rule: ClassVar[PromptRule] = replace(_RULE, takes_postcodes=True)

    def without_words(self) -> "WherePrompt":
        """The same prompt without the visitor's name, for one that is left."""
        return WherePrompt(self.step)


@dataclass(frozen=True, slots=True)
class WhenPrompt(Prompt):
    """A day or a time."""

    step: WhenStep
    called: str = ""
    for_other: bool = False

    rule: ClassVar[PromptRule] = replace(_RULE, digits=Digits.ANY)

    def without_words(self) -> "WhenPrompt":
        """The same prompt without the visitor's name, for one that is left."""
        return WhenPrompt(self.step)


@dataclass(frozen=True, slots=True)
class VisitorPrompt(Prompt):
    """How the visitor is to be called, or a last «да»."""

    step: WhoStep
    called: str = ""
    for_other: bool = False

    rule: ClassVar[PromptRule] = replace(_RULE, digits=Digits.TIMES)

    def without_words(self) -> "VisitorPrompt":
        """The same prompt without the visitor's name, for one that is left."""
        return VisitorPrompt(self.step)


BookingPrompt = WherePrompt | WhenPrompt | VisitorPrompt
STEPS: Mapping[str, type[Prompt]] = {"where": WherePrompt, "when": WhenPrompt, "visitor": VisitorPrompt}
