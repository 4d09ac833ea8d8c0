"""Clauses of a typed text: the words between two signs, and what they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.reading import names_time

PARTING = frozenset(("COMMA", "SEMI", "BUT"))
CLOSING = frozenset(("CLOSED", "SANITARY", "OFF", "OFFD", "OFFS", "CLOSES", "OPENS"))


@dataclass(frozen=True, slots=True)
class ToldWords:
    """The words up to a sign, the sign before them included."""

    tokens: tuple[Token, ...]

    @property
    def has_time(self) -> bool:
        """Whether a time is named in it."""
        return any(map(names_time, self.tokens))

    @property
    def closes(self) -> bool:
        """Whether it says that something is closed, or open."""
        return any(token.kind in CLOSING for token in self.tokens)

    @property
    def shuts(self) -> bool:
        """Whether it says that something is closed."""
        return any(token.kind in CLOSING - {"OPENS"} for token in self.tokens)

    @property
    def unknown(self) -> list[Token]:
        """Its words of which nothing is known."""
        return [token for token in self.tokens if token.kind == UNKNOWN]


def told_clauses(tokens: Sequence[Token]) -> Iterator[ToldWords]:
    """The clauses in their order, each with the sign before it."""
    clause: list[Token] = []
    for token in tokens:
        if token.kind in PARTING and clause:
            yield ToldWords(tuple(clause))
            clause = []
        clause.append(token)
    yield ToldWords(tuple(clause))
