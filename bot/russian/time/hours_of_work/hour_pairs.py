"""Hours that are told without a dash: «10 18», «восемь тридцать семнадцать тридцать», «9:00 17:12»."""

from collections.abc import Iterator, Sequence

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import Span

_HOUR = 60
_OPENS, _CLOSES = range(6, 19), range(7, 25)  # hours
_MAY_BE_HOUR = 15  # «10 14 15»
_MINUTES = frozenset((0, 15, 30, 45))
_EXACT = 10_000
_HOUR_AND_MINUTE = 2


def pair_of(said: Phrase) -> Span:
    """When it opens and closes; raises TimeDoubtError where the figures may be parted in several ways."""
    clocks = [divmod(token.value % _EXACT, 100) for token in said.tokens("CLOCK")]
    ways = [(clocks[0], clocks[1])] if clocks else list(_parted(said.numbers()))
    spans = {(one[0] * _HOUR + one[1], two[0] * _HOUR + two[1]) for one, two in ways}
    spans = {span for span in spans if span[0] < span[1] <= 24 * _HOUR}
    if len(spans) != 1:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return spans.pop()


def _parted(numbers: Sequence[int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for cut in range(1, len(numbers)):
        opens, closes = numbers[:cut], numbers[cut:]
        is_lone = len(numbers) == _HOUR_AND_MINUTE + 1 and _MAY_BE_HOUR in numbers[1:]
        if not is_lone and _is_clock(opens) and _is_clock(closes) and opens[0] in _OPENS and closes[0] in _CLOSES:
            yield _clock(opens), _clock(closes)


def _clock(numbers: Sequence[int]) -> tuple[int, int]:
    return numbers[0], numbers[1] if numbers[1:] else 0


def _is_clock(numbers: Sequence[int]) -> bool:
    return len(numbers) == 1 or (len(numbers) == _HOUR_AND_MINUTE and numbers[1] in _MINUTES)
