"""What is asked of whoever writes to another person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.dialog_state import OnDanger, OnSecret, Prompt, PromptRule


@dataclass(frozen=True, slots=True)
class QuestionPrompt(Prompt):
    """A citizen's words for a librarian; an article and a draft that is shown, where there are."""

    article: str = ""
    draft: int = 0

    rule: ClassVar[PromptRule] = PromptRule(
        to_others=True, beside_list=True, beside_yes_and_no=True, danger=OnDanger.HANDED_ON
    )

    @property
    def is_shown(self) -> bool:
        """Whether the draft is shown with «Отправить»."""
        return bool(self.draft)

    def without_words(self) -> "QuestionPrompt":
        """The same prompt without the draft, for one that is left."""
        return replace(self, draft=0)


@dataclass(frozen=True, slots=True)
class AnswerPrompt(Prompt):
    """A librarian's words for the citizen who asked; the draft that is shown, where there is one."""

    question: int
    draft: int = 0

    rule: ClassVar[PromptRule] = PromptRule(
        to_others=True,
        beside_list=True,
        beside_yes_and_no=True,
        danger=OnDanger.PASSED_OVER,
        secrets=OnSecret.SHOWN_FIRST,
    )

    def without_words(self) -> "AnswerPrompt":
        """The same prompt without the draft, for one that is left."""
        return replace(self, draft=0)


STEPS: Mapping[str, type[Prompt]] = {"question": QuestionPrompt, "answer": AnswerPrompt}
