"""Several questions of one message: where one ends and the next begins."""

import re
from dataclasses import dataclass

from bot.faq.search.text_cleaner import LONGEST

_LONGEST_GIST = 4_096  # signs of a message at most
MOST = 20  # questions of one message that are looked up
_WORDS = (
    "как|где|куда|откуда|когда|сколько|почему|зачем|что|чем|какие|какой|какая|какое|кто|можно|нужно ли|надо ли|есть ли"
)
_ENDS = re.compile(
    rf"""
      [?!;\n]+ | \.(?=\s|$)
    | (?:^|\s)[1-9][).](?=\s)
    | ,?\s(?:и|а)\s(?:ещ[её]|также|заодно)\b | ,?\sещ[её]\s(?=вопрос\b|{_WORDS})
    | (?:,\s(?:и\s|а\s)?|\s(?:и|а)\s)(?=(?:{_WORDS})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ASKS = re.compile(rf"\b(?:{_WORDS}|ли)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuestionPiece:
    """A piece of a message; one that only tells something asks less surely."""

    text: str
    asks: bool


def questions_of(text: str) -> list[QuestionPiece]:
    """The pieces in their order."""
    return _pieces(text[:LONGEST])[:MOST]


def _pieces(text: str) -> list[QuestionPiece]:
    pieces: list[QuestionPiece] = []
    at = 0
    for end in _ENDS.finditer(text):
        _put(pieces, text[at : end.start()], marked="?" in end[0])
        at = end.end()
    _put(pieces, text[at:], marked=False)
    return pieces


def gist_of(text: str) -> str:
    """A message as far as it can be read; of a very long one the questions in it, wherever they stand."""
    if len(text) <= LONGEST:
        return text
    asking = [piece.text for piece in _pieces(text[:_LONGEST_GIST]) if piece.asks]
    return ". ".join(asking)[:LONGEST] or text[:LONGEST]


def _put(pieces: list[QuestionPiece], text: str, *, marked: bool) -> None:
    piece = text.strip(" ,.")
    if len(piece.split()) > 1:
        pieces.append(QuestionPiece(piece, marked or _ASKS.search(piece) is not None))
