"""A message as the engine has read it, and what it has found for it."""

from dataclasses import dataclass

from bot.faq.article import ArticleId
from bot.faq.search.decision import Decision, decide
from bot.faq.search.features import Features
from bot.faq.search.text_cleaner import Cleaned


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article and how near it is to the message, 0 to 1."""

    article: ArticleId
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """The articles found for a message, best first."""

    decision: Decision
    hits: tuple[ArticleHit, ...]
    parts: tuple[ArticleId, ...] = ()  # the answers in their order, where a message asks several questions


@dataclass(frozen=True, slots=True)
class SearchReading:
    """A message as the search index reads it."""

    cleaned: Cleaned
    features: Features
    hits: tuple[ArticleHit, ...]
    confidence: float
    lead: float
    words: tuple[str, ...] = ()  # those that were looked for
    doubt: str = ""  # why the first article is not to be answered with at once; empty where it may be

    @property
    def decision(self) -> Decision:
        """What is to be shown."""
        if not self.hits:
            return Decision.NONE
        decision = decide(self.confidence, self.lead, self.hits[0].score)
        return Decision.SUGGEST if self.doubt and decision is not Decision.NONE else decision


NOTHING_FOUND = Finding(Decision.NONE, ())


@dataclass(frozen=True, slots=True)
class Before:
    """What a follow-up leans on: the question before it, its answer, and the articles that go on from that."""

    question: str
    article: ArticleId | None = None
    related: tuple[ArticleId, ...] = ()


NOTHING_BEFORE = Before("")
