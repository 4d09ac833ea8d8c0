"""What an admin was shown of an answer, in a mark small enough for a button or a prompt."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.faq.article import Article


class ArticlePart(StrEnum):
    """A part of an answer that is shown before it is changed."""

    TEXT = "text"
    TITLE = "title"
    WORDINGS = "wordings"
    FACTS = "facts"  # what somebody checks against the portal
    TAGS = "tags"
    RELATED = "related"
    SECTION = "section"


_SHOWN: Mapping[ArticlePart, Callable[[Article], object]] = {
    ArticlePart.TEXT: lambda article: article.body,
    ArticlePart.TITLE: lambda article: article.title,
    ArticlePart.WORDINGS: lambda article: article.variants,
    ArticlePart.FACTS: lambda article: (article.title, article.body, article.link, article.sources),
    ArticlePart.TAGS: lambda article: article.tags,
    ArticlePart.RELATED: lambda article: article.related,
    ArticlePart.SECTION: lambda article: article.group,
}


def seen_mark(article: Article, part: ArticlePart) -> str:
    """Eight signs that change when the part does."""
    return mark_of_shown(part.value, _SHOWN[part](article))


def mark_of_shown(*shown: object) -> str:
    """Eight signs that change when anything of what was shown does."""
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class SeenPart:
    """A part of an answer with the mark of what was shown; that of an older version of the bot is empty."""

    part: ArticlePart
    mark: str

    def is_still(self, article: Article) -> bool:
        """Whether the part is as it was shown."""
        return self.mark == seen_mark(article, self.part)
