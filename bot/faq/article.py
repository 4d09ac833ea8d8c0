"""An answer of the FAQ, as the rest of the program sees it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
GroupId = NewType("GroupId", str)


class Confidence(StrEnum):
    """How sure the sources of an article are; an advice of the library's own needs none."""

    CONFIRMED = "confirmed"
    PARTIAL = "partial"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and the date that page bears, in the words of the page."""

    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Article:
    """One meaning: how people ask for it and what the library answers."""

    id: ArticleId
    group: GroupId
    title: str
    variants: tuple[str, ...]
    body: str  # Markdown: the first paragraph is the short answer, then steps
    short: str | None = None  # in place of the first paragraph, where that cannot stand without the title
    covers: tuple[str, ...] = ()  # other topic ids that this article answers
    tags: tuple[str, ...] = ()
    related: tuple[ArticleId, ...] = ()
    topic: str | None = None  # of a consultation, an id of data/topics.yaml
    link: str | None = None
    is_link_named_twice: bool = False  # by two sources: told by the whole book, not by the file
    sources: tuple[Source, ...] = ()
    checked: date | None = None  # the day a person read the answer against the portal and opened the link
    review_by: date | None = None  # the last day before the fact that will change
    may_change: str | None = None  # that fact and where to ask, told to people where it is doubtful
    confidence: Confidence = Confidence.CONFIRMED

    def is_overdue(self, today: date) -> bool:
        """Whether the answer should have been read again by now."""
        return self.review_by is not None and self.review_by < today

    def awaits_check(self, today: date) -> bool:
        """Whether somebody should read it against the portal: nobody has, or not since its day came."""
        if self.checked is None:
            return True
        return self.is_overdue(today) and self.review_by is not None and self.checked <= self.review_by

    @property
    def needs_source(self) -> bool:
        """Whether facts are told and nobody can see where they were read."""
        return not self.sources and self.confidence is not Confidence.ADVICE


@dataclass(frozen=True, slots=True)
class Group:
    """A group of articles in the order a reader meets them."""

    id: GroupId
    title: str
    articles: tuple[Article, ...]
