"""Who wants the figures of a period, and what for: «начальство просит», «для отчёта в управление культуры»."""

from collections.abc import Sequence
from dataclasses import replace

from bot.russian.time.grammar.around import REQUEST
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token

_LEADING = frozenset(("V", "NA"))  # «по району» names whose figures they are


def without_requests(tokens: Sequence[Token]) -> list[Token]:
    """The other words; one led by «по» stays, and is asked about."""
    out: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind != UNKNOWN or token.text not in REQUEST:
            continue
        before = tokens[at - 1] if at else None
        if before is not None and before.kind == "THROUGH":
            continue
        out.add(at)
        if before is not None and before.kind in _LEADING:
            out.add(at - 1)
    return [replace(token, at=at) for at, token in enumerate(one for n, one in enumerate(tokens) if n not in out)]
