"""An article as it is told in pieces: the short answer, what fits above «Подробнее», the rest, and single steps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

from bot.faq import markup
from bot.faq.article import Article

HEAD = 600  # visible signs that a phone shows together with the buttons
_TAG = re.compile(r"<[^>]*>")
_STEP = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """Pieces of Telegram's HTML; a piece is a paragraph or the lines of a list that stay together."""

    short: str
    head: tuple[str, ...]  # the short answer and what follows it
    rest: tuple[str, ...]  # after the head
    steps: tuple[str, ...]  # the items of the numbered lists, without their numbers

    @property
    def after_short(self) -> tuple[str, ...]:
        """All that the short answer leaves out."""
        return (*self.head[1:], *self.rest)


@lru_cache(maxsize=2048)
def parts_of(article: Article) -> AnswerParts:
    """The article in pieces."""
    first, *others = markup.blocks(article.body)
    short = escape(article.short, quote=False) if article.short else first
    pieces = [short, *others]
    marked = markup.blocks_before_more(article.body)
    head, rest = (pieces[:marked], pieces[marked:]) if marked else _cut(pieces)
    return AnswerParts(short, tuple(head), tuple(rest), tuple(_steps(others)))


def _cut(pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """The last place before so many signs where neither a step nor a heading is torn from what belongs to it."""
    lines = [(at, line) for at, piece in enumerate(pieces) for line in piece.split("\n")]
    fitting, signs = 0, 0
    for _, line in lines:
        signs += visible(line) + 1
        if fitting and signs > HEAD:
            break
        fitting += 1
    while 1 < fitting < len(lines) and lines[fitting - 1][1].endswith((":", ":</b>")):
        fitting -= 1
    return _joined(lines[:fitting]), _joined(lines[fitting:])


def visible(html: str) -> int:
    """How many signs of a piece are seen."""
    return len(unescape(_TAG.sub("", html)))


def _joined(lines: Sequence[tuple[int, str]]) -> list[str]:
    """The lines put together again to the pieces they came from."""
    pieces: dict[int, list[str]] = {}
    for at, line in lines:
        pieces.setdefault(at, []).append(line)
    return ["\n".join(piece) for piece in pieces.values()]


def _steps(pieces: Sequence[str]) -> Iterator[str]:
    for piece in pieces:
        for line in piece.split("\n"):
            if number := _STEP.match(line):
                yield line[number.end() :]
