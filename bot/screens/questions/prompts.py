"""What is asked of whoever writes to another person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.dialog_state import OnDanger, OnSecret, Prompt, PromptRule
from bot.questions.answer_draft import AnswerAim
from bot.questions.question import EntryId, EntryKind, QuestionId


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
        """The same prompt without the draft, for one whose time is over."""
        return replace(self, draft=0)

    def suspended(self) -> "QuestionPrompt":
        """The same prompt: the letter can still be sent as it was shown."""
        return self


@dataclass(frozen=True, slots=True)
class AnswerPrompt(Prompt):
    """A librarian's words for the citizen who asked; the draft that is shown, where there is one."""

    question: int
    draft: int = 0
    kind: EntryKind = EntryKind.ANSWER
    seen: int = 0  # so many of librarians' answers there were when it was begun
    corrects: int = 0  # the number of the answer that these words change

    rule: ClassVar[PromptRule] = PromptRule(
        to_others=True,
        beside_list=True,
        beside_yes_and_no=True,
        danger=OnDanger.PASSED_OVER,
        secrets=OnSecret.SHOWN_FIRST,
    )

    @property
    def aim(self) -> AnswerAim:
        """Where the words go."""
        corrects = EntryId(self.corrects) if self.corrects else None
        return AnswerAim(QuestionId(self.question), self.kind, self.seen, corrects)

    def without_words(self) -> "AnswerPrompt":
        """The same prompt without the draft, for one that is left."""
        return replace(self, draft=0)


@dataclass(frozen=True, slots=True)
class AdditionPrompt(Prompt):
    """A citizen's further words about a question of his own; the draft that is shown, where there is one."""

    question: int
    draft: int = 0

    rule: ClassVar[PromptRule] = PromptRule(
        to_others=True, beside_list=True, beside_yes_and_no=True, danger=OnDanger.HANDED_ON
    )

    @property
    def is_shown(self) -> bool:
        """Whether the draft is shown with «Отправить»."""
        return bool(self.draft)

    def without_words(self) -> "AdditionPrompt":
        """The same prompt without the draft, for one that is left."""
        return replace(self, draft=0)


@dataclass(frozen=True, slots=True)
class ArticleToSendPrompt(Prompt):
    """Words by which an article of the FAQ is found, to be sent as the answer."""

    question: int

    rule: ClassVar[PromptRule] = PromptRule(beside_list=True, danger=OnDanger.PASSED_OVER)


STEPS: Mapping[str, type[Prompt]] = {
    "question": QuestionPrompt,
    "answer": AnswerPrompt,
    "addition": AdditionPrompt,
    "article_to_send": ArticleToSendPrompt,
}
