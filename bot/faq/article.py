"""An answer of the FAQ, as the rest of the program sees it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
GroupId = NewType("GroupId", str)


class Confidence(StrEnum):
    """How sure the sources of an article are."""

    CONFIRMED = "confirmed"
    PARTIAL = "partial"


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
    covers: tuple[str, ...] = ()  # other topic ids that this article answers
    tags: tuple[str, ...] = ()
    related: tuple[ArticleId, ...] = ()
    topic: str | None = None  # of a consultation, an id of data/topics.yaml
    link: str | None = None
    sources: tuple[Source, ...] = ()
    checked: date | None = None  # the day a person read the answer against the portal and opened the link
    review_by: date | None = None
    confidence: Confidence = Confidence.CONFIRMED


@dataclass(frozen=True, slots=True)
class Group:
    """A group of articles in the order a reader meets them."""

    id: GroupId
    title: str
    articles: tuple[Article, ...]
