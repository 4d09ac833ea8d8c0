"""Numbers that count or label a word beside them, and are no time then: «3 мастера», «кабинет 5»."""

from collections.abc import Sequence

from bot.russian.morphology import russian
from bot.russian.time.beside.plain_words import is_counted
from bot.russian.time.grammar.around import Around
from bot.russian.time.grammar.tokens import Token

_NUMBERS = frozenset(("N0", "N9", "N59", "NX"))
_ORDINALS = frozenset(("ORD", "ORDW"))
_BEFORE_HOUR = frozenset(("V", "TOWARD", "TO", "AFTER", "BEFORE", "FROM", "NA", "DASH", "THROUGH"))
_AFTER_DAY = frozenset(("MONTHG", "MONTHA", "CHISLO", "DASH", "THROUGH", "TO", "AND", "COMMA"))


def is_bound_to_number(tokens: Sequence[Token], at: int, labels: Around) -> bool:
    """Whether the word may be what the number before or after it speaks of."""
    before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.kind in _NUMBERS | _ORDINALS and not _is_not_counted(tokens, at):
        return True
    if after is None or after.kind not in _NUMBERS:
        return False
    following = tokens[at + 2].kind if at + 2 < len(tokens) else ""
    return tokens[at].text in labels or following not in _AFTER_DAY | {"HOUR"}


def _is_not_counted(tokens: Sequence[Token], at: int) -> bool:
    """«в 10 бабушку привезут», «четвёртого сын привезёт»: the number before the word is an hour or a day."""
    number, said = tokens[at - 1], russian().readings(tokens[at].text)[0]
    if number.kind in _ORDINALS:
        return number.text.endswith("го") and "ADJF" not in said
    is_hour = at > 1 and tokens[at - 2].kind in _BEFORE_HOUR
    return is_hour and not is_counted(tokens[at].text) and "gent" not in said
