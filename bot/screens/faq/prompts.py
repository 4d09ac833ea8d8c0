"""What admins are asked about an answer of the FAQ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from bot.dialog_state import Digits, OnDanger, OnSecret, Prompt, PromptRule

_RULE = PromptRule(
    family="edit",
    danger=OnDanger.PASSED_OVER,
    secrets=OnSecret.ASKED_AGAIN,
    is_public=True,
    digits=Digits.ANY,
)


@dataclass(frozen=True, slots=True)
class ArticlePrompt(Prompt):
    """The words of an article; the unanswered question that it is looked for, where there is one."""

    gap: str = "-"

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class WordingPrompt(Prompt):
    """A further variant of the question."""

    article: str

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class SureWordingPrompt(Prompt):
    """«да» to a variant that takes questions from other articles, or another variant."""

    article: str
    wording: str = ""
    from_gap: bool = False

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "SureWordingPrompt":
        """The same prompt without the typed wording, for one that is left."""
        return SureWordingPrompt(self.article)


@dataclass(frozen=True, slots=True)
class WordingNumberPrompt(Prompt):
    """The number of the variant to delete."""

    article: str

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class ArticleTextPrompt(Prompt):
    """The new text of an article; the one that is previewed, where there is one."""

    article: str
    text: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "ArticleTextPrompt":
        """The same prompt without the typed text, for one that is left."""
        return ArticleTextPrompt(self.article)


@dataclass(frozen=True, slots=True)
class ArticleTitlePrompt(Prompt):
    """Another title of an article; the one that is shown, where there is one."""

    article: str
    title: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "ArticleTitlePrompt":
        """The same prompt without the typed title, for one that is left."""
        return ArticleTitlePrompt(self.article)


@dataclass(frozen=True, slots=True)
class NewArticlePrompt(Prompt):
    """A new answer: what is known of it; the first field that is empty is asked for."""

    asked: str = ""  # the question of a person that it comes from
    title: str = ""
    variants: str = ""  # a line each
    group: str = ""
    body: str = ""

    rule: ClassVar[PromptRule] = _RULE

    @property
    def wordings(self) -> tuple[str, ...]:
        """How people say it otherwise."""
        return tuple(self.variants.split("\n")) if self.variants else ()

    def without_words(self) -> "NewArticlePrompt":
        """The same prompt of a draft that is left: nothing of it is kept."""
        return NewArticlePrompt()


EditPrompt = ArticlePrompt | WordingPrompt | SureWordingPrompt | WordingNumberPrompt | ArticleTextPrompt
STEPS: Mapping[str, type[Prompt]] = {
    "article": ArticlePrompt,
    "wording": WordingPrompt,
    "sure_wording": SureWordingPrompt,
    "wording_number": WordingNumberPrompt,
    "article_text": ArticleTextPrompt,
    "new_article": NewArticlePrompt,
    "article_title": ArticleTitlePrompt,
}
