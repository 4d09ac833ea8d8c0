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
_ITEM = re.compile(r"(?:\d+\.|•) ")


@dataclass(frozen=True, slots=True)
class AnswerStep:
    """One item of a numbered list with what it cannot be understood without: the heading or condition of its list."""

    text: str  # without its number
    heading: str  # «Если код уже назвали:»; empty where the list follows the short answer or another paragraph
    number: int  # in its list, from 1
    count: int  # how many items its list has


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """Pieces of Telegram's HTML; a piece is a paragraph or the lines of a list that stay together."""

    short: str
    head: tuple[str, ...]  # the short answer and what follows it
    rest: tuple[str, ...]  # after the head; where that ends within a list, the heading of the list once more
    after_short: tuple[str, ...]  # all that the short answer leaves out
    steps: tuple[AnswerStep, ...]  # the items of the numbered lists in their order


@lru_cache(maxsize=2048)
def parts_of(article: Article) -> AnswerParts:
    """The article in pieces."""
    first, *others = markup.blocks(article.body)
    short = escape(article.short, quote=False) if article.short else first
    pieces = [short, *others]
    marked = markup.blocks_before_more(article.body)
    head, rest = (pieces[:marked], pieces[marked:]) if marked else _cut(pieces)
    return AnswerParts(short, tuple(head), tuple(rest), tuple(others), tuple(_steps(pieces)))


def _cut(pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """The last place before so many signs where neither a step nor a heading is torn from what belongs to it."""
    lines = [(at, line) for at, piece in enumerate(pieces) for line in piece.split("\n")]
    fitting, signs = 0, 0
    for _, line in lines:
        signs += visible(line) + 1
        if fitting and signs > HEAD:
            break
        fitting += 1
    while 1 < fitting < len(lines) and _is_heading(lines[fitting - 1][1]):
        fitting -= 1
    head, rest = lines[:fitting], lines[fitting:]
    within = rest[0][0] if rest and rest[0][0] == head[-1][0] else 0
    heading = [heading] if within and (heading := _heading_of(pieces, within)) else []
    return _joined(head), [*heading, *_joined(rest)]


def _is_heading(line: str) -> bool:
    """Whether a line only leads to what stands below it: «Войти потом» in bold, «Проверьте:»."""
    in_bold = line.startswith("<b>") and line.endswith("</b>")
    return not _ITEM.match(line) and (in_bold or line.endswith((":", ":</b>")))


def _heading_of(pieces: Sequence[str], at: int) -> str:
    """The heading of the list that stands at this place; the short answer is no heading."""
    above = pieces[at - 1] if at > 1 and _ITEM.match(pieces[at]) else ""
    return above if _is_heading(above) else ""


def visible(html: str) -> int:
    """How many signs of a piece are seen."""
    return len(unescape(_TAG.sub("", html)))


def _joined(lines: Sequence[tuple[int, str]]) -> list[str]:
    """The lines put together again to the pieces they came from."""
    pieces: dict[int, list[str]] = {}
    for at, line in lines:
        pieces.setdefault(at, []).append(line)
    return ["\n".join(piece) for piece in pieces.values()]


def _steps(pieces: Sequence[str]) -> Iterator[AnswerStep]:
    for at, piece in enumerate(pieces):
        items = [line[found.end() :] for line in piece.split("\n") if at and (found := _STEP.match(line))]
        for number, text in enumerate(items, 1):
            yield AnswerStep(text, _heading_of(pieces, at), number, len(items))
