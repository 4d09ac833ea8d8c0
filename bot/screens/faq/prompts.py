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
    """The number of the variant to delete; `seen` marks the list that was shown."""

    article: str
    seen: str = ""

    rule: ClassVar[PromptRule] = _RULE


@dataclass(frozen=True, slots=True)
class ArticleTextPrompt(Prompt):
    """The new text of an article; the one that is previewed, where there is one. `seen` marks the one before it."""

    article: str
    text: str = ""
    seen: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "ArticleTextPrompt":
        """The same prompt without the typed text, for one that is left."""
        return ArticleTextPrompt(self.article, seen=self.seen)


@dataclass(frozen=True, slots=True)
class ArticleTitlePrompt(Prompt):
    """Another title of an article; the one that is shown, where there is one. `seen` marks the one before it."""

    article: str
    title: str = ""
    seen: str = ""

    rule: ClassVar[PromptRule] = _RULE

    def without_words(self) -> "ArticleTitlePrompt":
        """The same prompt without the typed title, for one that is left."""
        return ArticleTitlePrompt(self.article)


@dataclass(frozen=True, slots=True)
class ArticlePlacePrompt(Prompt):
    """Other tags, links or another section of an article: a line for each; `seen` marks what stands there now."""

    article: str
    part: str  # of ArticlePart
    lines: str = ""  # what was shown, nothing before that
    is_ready: bool = False  # shown and to be written; «ни одной» too has no lines
    seen: str = ""

    rule: ClassVar[PromptRule] = _RULE

    @property
    def values(self) -> tuple[str, ...]:
        """The tags, the ids of answers, or the id of one section."""
        return tuple(self.lines.split("\n")) if self.lines else ()

    def without_words(self) -> "ArticlePlacePrompt":
        """The same prompt without what was typed, for one that is left."""
        return ArticlePlacePrompt(self.article, self.part)


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
    "article_place": ArticlePlacePrompt,
}
