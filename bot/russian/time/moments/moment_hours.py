"""The hours of a visit or a closure, piece by piece: «в 10», «с 14 до 16», «после обеда», «работаем до 14»."""

from collections.abc import Callable

from bot.russian.time.clocks import bound_of, clock_of, daypart_of, span_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.said import Said

_BARE = frozenset(("N9", "N59", "DASH", "FROM", "THROUGH"))
_LAST_HOUR = 23


def _clock(said: Said, item: Phrase) -> None:
    said.put_at(clock_of(item))


def _span(said: Said, item: Phrase) -> None:
    said.is_bare_span = not item.has("BETWEEN") and all(token.kind in _BARE for token in item.node.leaves())
    numbers = [number for part in item.parts("bound") if (hour := part.part("hour")) for number in hour.numbers()]
    if said.is_bare_span and numbers[-1] == 15:  # «10-15» may be 10:15
        raise TimeDoubtError(Doubt.AMBIGUOUS, item.words())
    if said.is_bare_span and len(numbers) == 2 and item.has("FROM") and item.has("THROUGH"):
        said.day_numbers = numbers[0], numbers[1]
        if numbers[1] > _LAST_HOUR:
            return
    said.put_bounds(*span_of(item))


def _hours_of_work(said: Said, item: Phrase) -> None:
    """«10-15» of a working day is no quarter past ten, and no days of the month."""
    said.put_bounds(*span_of(item))


def _since(said: Said, item: Phrase) -> None:
    item.has("AFTER", "NOT", "BEFORE", "OR")
    if bound := item.part("bound"):
        clock = bound_of(bound)
        if clock is None:
            raise TimeDoubtError(Doubt.UNREAD, item.words())
        said.put_bounds(clock.at(), None)


def _before(said: Said, item: Phrase) -> None:
    item.has("AFTER", "NOT", "BEFORE", "OR")
    if bound := item.part("bound"):
        clock = bound_of(bound, is_end=True)
        if clock is not None:
            said.put_bounds(None, clock.at())


def _daypart(said: Said, item: Phrase) -> None:
    part, bounds = daypart_of(item)
    if said.part not in {"", part}:
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    said.part, said.bounds = part, bounds


def _not_at(said: Said, item: Phrase) -> None:
    item.has("NOT")
    if said.at or said.wrong_time or not (clock := item.part("clock")):
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    said.wrong_time, said.wrong_words = clock_of(clock), item.words()


def _polarity(said: Said, item: Phrase) -> None:
    item.has("OPENS", "CLOSES", "AFTER", "BEFORE")
    if said.polarity not in {"", item.name}:
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    said.polarity, said.polarity_words = item.name, item.words()


def _whole(said: Said, item: Phrase) -> None:
    item.has("ALLDAY")
    said.is_whole = True


def _bare(said: Said, item: Phrase) -> None:
    said.numbers.append((item.numbers()[0], said.groups.takes_hour))
    if said.at or said.since or said.until:  # «в 10 и 12»: after an hour a number is another hour, never a day
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)


HOURS = frozenset(("clock", "span", "spspan", "since", "before", "daypart"))
HOUR_RESOLVERS: dict[str, Callable[[Said, Phrase], None]] = {
    "clock": _clock, "span": _span, "spspan": _hours_of_work, "since": _since, "before": _before,
    "daypart": _daypart, "wholeday": _whole,
    "nottime": _not_at, "opens": _polarity, "closes": _polarity, "bare": _bare,
}  # fmt: skip
