"""What is asked of whoever corrects a card."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.centres.card_edits import CardPart
from bot.dialog_state import Digits, OnDanger, OnSecret, Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class CardPartPrompt(Prompt):
    """The right value of one part of a centre's card; `question` is its number where a librarian is asked them all."""

    part: CardPart
    centre: str
    question: int = 0

    rule: ClassVar[PromptRule] = PromptRule(
        danger=OnDanger.PASSED_OVER,  # the site on a card may be known to nobody else
        secrets=OnSecret.ASKED_AGAIN,
        is_public=True,
        beside_list=True,
        beside_yes_and_no=True,  # «да» to what was shown; other words correct it
        digits=Digits.ANY,
    )


class NewCentreStep(StrEnum):
    """What is asked of a new centre."""

    NAME = "name"
    PLACE = "place"
    ADDRESS = "address"
    CHECK = "check"  # all was said and is shown


@dataclass(frozen=True, slots=True)
class NewCentrePrompt(Prompt):
    """A new centre, as far as it was told."""

    step: NewCentreStep
    name: str = ""
    settlement: int = 0
    address: str = ""

    rule: ClassVar[PromptRule] = PromptRule(
        danger=OnDanger.PASSED_OVER, is_public=True, beside_list=True, beside_yes_and_no=True, digits=Digits.ANY
    )

    def without_words(self) -> "NewCentrePrompt":
        """Only that a new centre was begun."""
        return NewCentrePrompt(NewCentreStep.NAME)


STEPS: Mapping[str, type[Prompt]] = {"card_part": CardPartPrompt, "new_centre": NewCentrePrompt}
