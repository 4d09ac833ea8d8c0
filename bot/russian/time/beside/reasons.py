"""Why something is closed, told beside the days: «на ремонт», «по техническим причинам», «прорвало трубу»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.russian.normalize import bare_words
from bot.russian.time.grammar.around import DOUBTFUL, REASONS
from bot.russian.time.grammar.token_readers import UNKNOWN
from bot.russian.time.grammar.tokens import Token

_BECAUSE = re.compile(r"(?:у нас|из-за|по причине|так как|потому что|в связи с|поскольку)\b", re.IGNORECASE)
_BEFORE = frozenset(("V", "NA", "FROM", "THROUGH", "TOWARD", "ZA", "AND", "WHOLE"))
_BETWEEN = _BEFORE | {"DASH", "NOT"}


def without_reasons(tokens: Sequence[Token]) -> list[Token]:
    """The other words; a reason is a row of words that name no time, one of them a known one of why."""
    left_out = {at for run in _runs(tokens) if _is_reason(tokens, run) for at in run}
    kept = [token for at, token in enumerate(tokens) if at not in left_out]
    return [replace(token, at=at) for at, token in enumerate(kept)]


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Rows of unknown words with the small words between and before them."""
    at = 0
    while at < len(tokens):
        if tokens[at].kind != UNKNOWN:
            at += 1
            continue
        first, end = at, at + 1
        for after in range(at + 1, len(tokens)):
            if tokens[after].kind == UNKNOWN:
                end = after + 1
            elif tokens[after].kind not in _BETWEEN:
                break
        while first and tokens[first - 1].kind in _BEFORE:
            first -= 1
        yield list(range(first, end))
        at = end


def _is_reason(tokens: Sequence[Token], run: Sequence[int]) -> bool:
    words = [tokens[at].text for at in run if tokens[at].kind == UNKNOWN]
    return any(word in REASONS for word in words) and not any(word in DOUBTFUL for word in words)


def tells_reason(text: str) -> bool:
    """Whether words say why: «отключили свет», «из-за ремонта»; thanks and remarks of one's own say nothing such."""
    return bool(_BECAUSE.match(text.strip())) or any(word in REASONS for word in bare_words(text).split())
