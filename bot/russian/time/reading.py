"""Reads typed words by the grammar for one use: one meaning, or what is to be asked about them."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import Around
from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.phrases import shown
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token, tokens_of
from bot.russian.time.grammar.tree import Node, Phrase

LONGEST = 200  # characters; what is longer is a letter and no time
_MOST_TOKENS = 48
_REMEMBERED = 8  # rows of words
_MOST_UNKNOWN = 2  # more words than these not understood, and it is about something else
# Kinds that name a time by themselves; words around them alone are about something else.
_NAMES = frozenset((
    *("N0", "N9", "N59", "NX", "ORD", "ORDW", "CLOCK", "DOT", "DOTD", "DATE", "YEAR", "WD", "WDS", "REL", "MONTH"),
    *("MONTHG", "MONTHA", "SEASON", "WEEK", "WEEKA", "MONTHW", "QUARTER", "HALFYEAR", "MORNING"),
    *("QUARTERG", "HALFYEARG", "AFTERNOON", "EVENING", "OBED", "NOON", "WORKDAYS", "OFFS", "DAILY"),
))  # fmt: skip
_LEADING = frozenset(("V", "NA", "TOWARD", "FROM", "TO", "THROUGH", "WITHOUT", "AFTER", "ZA", "EXCEPT", "NOT"))

Meaning = TypeVar("Meaning")


def read_by(
    rule: str, tokens: Sequence[Token], resolve: Callable[[Phrase], Meaning], most_tokens: int = _MOST_TOKENS
) -> Meaning | Unsure:
    """The meaning by which every word is accounted for; two meanings are a question."""
    if not tokens or len(tokens) > most_tokens:
        return Unsure(Doubt.NOTHING)
    if unknown := [token for token in tokens if token.kind == UNKNOWN]:
        return _not_known(tokens, unknown)
    trees, farthest = _parsed(rule, tuple(tokens))
    found = [_resolved(Phrase(tree, set()), tokens, resolve) for tree in trees]
    if not found:
        return _stopped(tokens, farthest)
    meanings = [one for at, one in enumerate(found) if not isinstance(one, Unsure) and one not in found[:at]]
    if len(meanings) > 1:
        return Unsure(Doubt.AMBIGUOUS, _words(tokens))
    if meanings:
        return meanings[0]
    return next((one for one in found if isinstance(one, Unsure) and one.doubt is Doubt.RULE), found[0])


@lru_cache(_REMEMBERED)
def _parsed(rule: str, tokens: tuple[Token, ...]) -> tuple[list[Node], int]:
    """The trees of a row, and the farthest word that was reached; one message is read for several uses."""
    chart = Chart(tokens)
    return chart.whole(rule), chart.farthest


def _stopped(tokens: Sequence[Token], farthest: int) -> Unsure:
    """The word at which no rule went on, with what leads to it: «кроме обеда», not «обеда»."""
    if not any(map(names_time, tokens)):
        return Unsure(Doubt.NOTHING)
    last = first = min(farthest, len(tokens) - 1)
    while first and tokens[first - 1].kind in _LEADING:
        first -= 1
    return unread(tokens, set(range(first, last + 1)))


def words_of(text: str, around: Around, longest: int = LONGEST) -> list[Token]:
    """The tokens of the text; none where it is too long for a time."""
    return tokens_of(text, around) if len(text) <= longest else []


def unread(tokens: Sequence[Token], places: set[int]) -> Unsure:
    """The question about words that were not understood, and what was."""
    left = _words([token for token in tokens if token.at in places])
    others = [token for token in tokens if token.at not in places and _is_word(token)]
    kept = _words(others) if any(map(names_time, others)) else ""  # «с» alone says nothing
    return Unsure(Doubt.UNREAD, kept, left)


def _resolved(phrase: Phrase, tokens: Sequence[Token], resolve: Callable[[Phrase], Meaning]) -> Meaning | Unsure:
    try:
        found = resolve(phrase)
    except TimeDoubtError as error:
        if error.doubt is Doubt.UNREAD:
            near = set(error.near.split()) or {word for token in tokens for word in token.text.split()}
            return unread(tokens, {token.at for token in tokens if set(token.text.split()) <= near})
        return Unsure(error.doubt, shown(error.near), days=error.days)
    if left := phrase.unused():
        return unread(tokens, {token.at for token in left})
    return found


def _not_known(tokens: Sequence[Token], unknown: Sequence[Token]) -> Unsure:
    before = [token for token in tokens if token.kind in _LEADING and _next_is_unknown(tokens, token)]
    counted = len(unknown) + sum(token.kind == "WITHOUT" for token in before)
    if counted > _MOST_UNKNOWN or not any(map(names_time, tokens)):
        return Unsure(Doubt.NOTHING)
    return unread(tokens, {token.at for token in (*unknown, *before)})


def _next_is_unknown(tokens: Sequence[Token], token: Token) -> bool:
    return token.at + 1 < len(tokens) and tokens[token.at + 1].kind == UNKNOWN


def names_a_time(text: str, around: Around) -> bool:
    """Whether a word of the text does."""
    return any(map(names_time, tokens_of(text, around)))


def names_time(token: Token) -> bool:
    """Whether the word names a time by itself."""
    return token.kind in _NAMES


def _words(tokens: Sequence[Token]) -> str:
    return shown(" ".join(token.text for token in tokens))


def _is_word(token: Token) -> bool:
    return any(sign.isalnum() for sign in token.text)
