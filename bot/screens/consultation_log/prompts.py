"""What librarians are asked about people who were helped without a booking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from bot.dialog_state import Digits, OnSecret, Prompt, PromptRule

_RULE = PromptRule(
    family="consultation_log",
    beside_list=True,
    beside_yes_and_no=True,
    secrets=OnSecret.ASKED_AGAIN,
    digits=Digits.ANY,
    only_its_words=True,
)


@dataclass(frozen=True, slots=True)
class HelpedTopicPrompt(Prompt):
    """With what so many people came on that day; `is_shown` where they stand there with their topic."""

    centre: str
    day: date
    by_phone: bool
    people: int
    is_shown: bool = False

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class HelpedDayPrompt(Prompt):
    """The day on which people were helped; `words` tell of the people where they were said before."""

    centre: str
    words: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "HelpedDayPrompt":
        """The same prompt without what was told of the people, for one that is left."""
        return HelpedDayPrompt(self.centre)


@dataclass(frozen=True, slots=True)
class HelpedPeoplePrompt(Prompt):
    """The words about several people as they are shown; other words take their place.

    `counted` says whose number stands where the sums do not add: the total's, or the topics'.
    """

    centre: str  # empty: not said yet
    day: date
    words: str
    is_from_sheet: bool = False
    counted: str = ""
    by_phone: bool = False  # all of them

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "HelpedPeoplePrompt":
        """The same prompt without the words, for one that is left."""
        return replace(self, words="", counted="")


LogPrompt = HelpedTopicPrompt | HelpedDayPrompt | HelpedPeoplePrompt
STEPS: Mapping[str, type[Prompt]] = {
    "helped_topic": HelpedTopicPrompt,
    "helped_day": HelpedDayPrompt,
    "helped_people": HelpedPeoplePrompt,
}
