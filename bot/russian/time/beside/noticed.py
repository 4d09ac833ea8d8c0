"""What was understood beside words that were passed over: a preview names them (docs/decisions/0039)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.phrases import shown
from bot.russian.time.grammar.tokens import Token

UNREAD_OR_NOTHING = frozenset((Doubt.UNREAD, Doubt.NOTHING))  # doubts that words beside a time may be the cause of
GAP = " "  # the text of a sign put where something was passed over between two numbers
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Noticed(Generic[Meaning]):
    """What was understood, or is to be asked, and the words passed over: a preview names them."""

    meaning: Meaning | Unsure
    passed: tuple[str, ...] = ()

    def or_else(self, unsure: Unsure) -> "Noticed[Meaning]":
        """Itself, unless words stayed unread in it: then what was asked about before anything was passed over."""
        is_unread = isinstance(self.meaning, Unsure) and self.meaning.doubt in UNREAD_OR_NOTHING
        return Noticed(unsure) if is_unread else self


def passed_words(tokens: Sequence[Token], kept: Sequence[Token], text: str) -> tuple[str, ...]:
    """The words that are not among those kept, row by row, as they were typed."""
    rows: list[list[str]] = [[]]
    left = [(token.kind, token.text) for token in kept if token.text != GAP]
    for token in tokens:
        is_kept = left[:1] == [(token.kind, token.text)]
        if is_kept:
            left.pop(0)
        if is_kept or token.kind == "CLOSED" or token.kind in PARTING:
            rows.append([])
        else:
            rows[-1].append(token.text)
    return tuple(_as_typed(row, text) for row in rows if any(word.isalnum() for word in row))


def _as_typed(words: Sequence[str], text: str) -> str:
    pattern = r"[^\w,;]+".join(re.escape(word).replace("е", "[её]") for word in words if word.isalnum())
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return found[0] if found else shown(" ".join(words))
