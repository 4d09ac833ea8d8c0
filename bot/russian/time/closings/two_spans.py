"""Two stretches of one day, closed or open: «закрыто с 10 до 12 и с 14 до 16»."""

from collections.abc import Sequence
from datetime import time

from bot.russian.time.clocks import span_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.kinds import SHUT
from bot.russian.time.grammar.tree import Phrase

Bounds = tuple[time | None, time | None]
_TWO = 2


def two_spans(hours: Phrase) -> list[Bounds]:
    """Both of them in their order; none where they are not two. Raises TimeDoubtError."""
    spans = [span for part in hours.parts("sphour") if (span := part.part("spspan"))]
    if len(spans) < _TWO:
        return []
    found = [span_of(span) for span in spans]
    bounds = [one for pair in found for one in pair if one]
    if len(bounds) < 2 * _TWO or bounds != sorted(bounds):
        raise TimeDoubtError(Doubt.ORDER, hours.words())
    return found


def closed_by_two(
    spans: Sequence[Bounds], hours: Phrase, state: Phrase | None, words: str
) -> tuple[bool, list[Bounds | int]]:
    """Whether it is said to be closed then, and what is closed of the day. Raises TimeDoubtError."""
    is_shut = state is not None and state.has(*SHUT)
    opens = hours.has("ONLY") or (state is not None and state.has("OPENS"))
    if is_shut == opens or (state is not None and (state.part("wholeday") or state.has("CLOSES"))):
        raise TimeDoubtError(Doubt.AMBIGUOUS, words)
    (first, end), (start, last) = spans
    return is_shut, list(spans) if is_shut else [(None, first), (end, start), (last, None)]
