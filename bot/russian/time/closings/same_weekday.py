"""«в четверг нас не будет», typed on a Thursday: of today, or of a week later? Nobody can be sure, so it is asked."""

from collections.abc import Sequence
from datetime import datetime

from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.values import DAY

_WEEK = 7 * DAY
_DATED = frozenset((
    *("MONTHG", "MONTHA", "MONTH", "DATE", "DOT", "DOTD", "ORD", "ORDW", "CHISLO", "REL", "WEEK", "WEEKA", "IN"),
    *("WDS", "MONTHW"),
))  # fmt: skip
_TOLD_WHICH = frozenset(("NEXT", "THAT", "EACH", "LAST", "PENULT"))
_EVENING = 18  # the hour from which «в четверг» is no longer said of today


def today_or_later(tokens: Sequence[Token], spans: Sequence[Span], now: datetime) -> Unsure | None:
    """The question which of the two days is meant; None where a date, a week or another day tells it.

    «вт, ср», «с понедельника по среду» are of the days to come: nobody closes a stretch that has begun so.
    """
    later, first = now.date() + _WEEK, spans[0]
    is_one_day = len(spans) == 1 and first.start.date() == later and first.end - first.start <= DAY
    if not is_one_day or now.hour >= _EVENING or first.end - _WEEK <= now:
        return None
    at = next((at for at, token in enumerate(tokens) if token.kind == "WD"), None)
    if at is None or tokens[at].value != now.weekday() or any(token.kind in _DATED for token in tokens):
        return None
    is_told = at > 0 and tokens[at - 1].kind in _TOLD_WHICH
    return None if is_told else Unsure(Doubt.TODAY_OR_LATER, tokens[at].text, days=(now.date(), later))
