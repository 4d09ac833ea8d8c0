"""Clauses of a timetable that tell of the person and of no time: «ставка сельская», «живу рядом, приду открою»."""

from collections.abc import Sequence
from dataclasses import replace

from bot.russian.time.grammar.around import ASIDE
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.reading import names_time

_PARTING = frozenset(("COMMA", "SEMI"))
_SMALL = frozenset(("V", "NA", "IN", "FROM", "THROUGH", "ZA", "AND", "TOWARD"))


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The other clauses; one goes only if all its words are known to say nothing of hours."""
    kept: list[Token] = []
    clause: list[Token] = []
    for token in tokens:
        if token.kind in _PARTING:
            kept += [] if _is_aside(clause) else clause
            clause = []
        clause.append(token)
    kept += [] if _is_aside(clause) else clause
    return [replace(token, at=at) for at, token in enumerate(kept)]


def _is_aside(clause: Sequence[Token]) -> bool:
    words = [token for token in clause if token.kind not in _PARTING | _SMALL]
    return bool(words) and all(
        token.kind == UNKNOWN and token.text in ASIDE and not names_time(token) for token in words
    )
