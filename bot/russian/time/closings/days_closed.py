"""Days of a closing that are not named outright: after a last working day, bare numbers, each with hours of its own."""

from itertools import pairwise

from bot.russian.time.closings.span import FARTHEST, LONGEST
from bot.russian.time.days.calendar import possible
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.said import Said
from bot.russian.time.values import DAY, FAR, Days, Stretch

_PHASES = frozenset(("BEGIN", "MID"))
_MOST_DAYS = 5  # with hours of their own


def refuse_choice(phrase: Phrase, said: Said) -> None:
    """«5 или 6 декабря», «в начале декабря», «в обед»: which days and hours those are is not said.

    Raises TimeDoubtError.
    """
    leaves = list(phrase.node.leaves())
    words = [token.kind for token in leaves]
    if any(before.kind == "NA" and after.text == "неделе" for before, after in pairwise(leaves)):  # some day of it
        raise TimeDoubtError(Doubt.AMBIGUOUS, phrase.words())
    if said.numbers and said.polarity == "opens":  # «20-го выходной 21 как обычно»
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    if "OR" in words and "EXCEPT" not in words:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    if said.part == "OBED" or (_PHASES.intersection(words) and "TO" not in words and "THROUGH" not in words):
        raise TimeDoubtError(Doubt.AMBIGUOUS, phrase.words())


def each_day(runs: tuple[Stretch, ...], said: Said) -> tuple[Stretch, ...]:
    """«30 и 31 декабря работаем до 15»: on each of the days; of others it is a question. Raises TimeDoubtError."""
    days = tuple(Stretch.of(day) for run in runs for day in run.each())
    if not said.polarity or len(days) > _MOST_DAYS or len(said.groups.groups) > 1:  # «31-го до 15, 1-го закрыто»
        raise TimeDoubtError(Doubt.EACH_DAY)
    return days


def after_last_day(days: Days | None, said: Said) -> Days | None:
    """«последний рабочий день 30 декабря» closes from the day after."""
    if not (days and said.last_day):
        return days
    if days.single is None:
        raise TimeDoubtError(Doubt.UNREAD, said.last_day)
    return Days((Stretch(days.single + DAY, FAR),))


def numbered_days(said: Said) -> Days | None:
    """«в отпуске с 7 по 20», «8 и 9»: without any other word of time these are days of the month, and no hours."""
    numbers = [number for number, _ in said.numbers]
    if len(numbers) > 1 and numbers == sorted(numbers) and not (said.days() or said.has_hours):
        return Days(tuple(Stretch.of(said.calendar.day_of_month(number)) for number in numbers))
    if said.day_numbers is None or said.days() or said.numbers or said.polarity:
        return None
    first, last = said.day_numbers
    begins = said.calendar.day_of_month(first)
    ends = possible(begins.year, begins.month, last)
    if ends is None or ends < begins:
        raise TimeDoubtError(Doubt.NOTHING)
    said.since = said.until = None
    return Days((Stretch(begins, ends),))


def bounded(days: Days | None, said: Said, words: str) -> Days:
    """The days, with an end and not too far. Raises TimeDoubtError."""
    today = said.calendar.today
    stretches, weekdays = said.groups.settled()
    if days is None and (said.has_hours) and not said.is_bare_span:
        return Days((Stretch.of(today),))
    if days is None or said.is_any or said.moment or (said.excluded and not stretches):
        raise TimeDoubtError(Doubt.NOTHING)
    if weekdays and not stretches:
        raise TimeDoubtError(Doubt.RULE)
    if any(group.is_open and group.weekday for group in said.groups.groups):  # «до пятницы, в среду»
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    if days.last == FAR:
        raise TimeDoubtError(Doubt.NO_END, words)
    if days.last - today > FARTHEST + LONGEST or today - days.first > LONGEST:
        raise TimeDoubtError(Doubt.TOO_FAR)
    return days
