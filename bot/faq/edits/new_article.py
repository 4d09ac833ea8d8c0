"""A new article: what an admin has said of it, its id, and the file that it becomes."""

import re
from dataclasses import dataclass
from io import StringIO

from bot.datafiles.round_trip_yaml import round_trip_yaml
from bot.faq.article import Article, ArticleId, Confidence, GroupId
from bot.faq.article_file import MIN_VARIANTS
from bot.faq.library import Library
from bot.russian.transliteration import to_latin

_LONGEST_ID = 39
_BY_LINES = re.compile(r"[\n;]+")
_NUMBERED = re.compile(r"^\s*(?:\d+[.)]|[-–—•*])\s*")


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article before it is written: an advice of the library's own until somebody adds its sources."""

    title: str
    variants: tuple[str, ...]
    group: GroupId
    body: str

    def as_article(self, id_: ArticleId) -> Article:
        """The article as the search would know it."""
        body = self.body.strip()
        return Article(id_, self.group, self.title, self.variants, body, confidence=Confidence.ADVICE)

    def as_file(self) -> str:
        """The text of its file."""
        head = {
            "title": self.title,
            "variants": list(self.variants),
            "sources": [],
            "checked": None,
            "confidence": str(Confidence.ADVICE),
        }
        written = StringIO()
        round_trip_yaml(list_indent=2).dump(head, written)
        return f"---\n{written.getvalue()}---\n{self.body.strip()}\n"


def free_id(title: str, library: Library) -> ArticleId:
    """An id made of the title's words that no article has and none covers."""
    base = re.sub(r"[^a-z0-9]+", "-", to_latin(title)).strip("-")[: _LONGEST_ID - 4].strip("-") or "otvet"
    base = base if len(base) > 1 else f"otvet-{base}"
    numbered = (base, *(f"{base}-{number}" for number in range(2, 1000)))
    return next(ArticleId(one) for one in numbered if not library.knows(one))


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a message: one on each line, numbers and bullets taken off, each once."""
    lines = (" ".join(_NUMBERED.sub("", line).split()) for line in _BY_LINES.split(text))
    return tuple(dict.fromkeys(line for line in lines if line))


def missing(variants: tuple[str, ...]) -> int:
    """How many more wordings an article needs."""
    return max(MIN_VARIANTS - len(variants), 0)
