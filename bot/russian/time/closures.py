"""Hours and days that are to be closed: «завтра», «26 ноября с 14 до 16», «с 28 декабря по 10 января, кроме 4-го».

People are moved for them: what has no end, or is meant of each of several days, is asked about.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.russian.time.calendar import Calendar
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments import said_in
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.said import Said
from bot.russian.time.values import DAY, FAR, Days, Stretch
from bot.russian.time.visits import hours_of, with_numbers

FARTHEST = timedelta(days=730)
LONGEST = timedelta(days=366)
SILENT = frozenset((
    *("закрыть", "закрыто", "закрыта", "закрыт", "закрыты", "закройте", "закрываем", "закрываемся", "закроемся"),
    *("закроется", "неработаем", "библиотека", "библиотеку", "центр", "читателей"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, in the zone of the words; whole days go from midnight to midnight."""

    start: datetime
    end: datetime


def read_closure(text: str, now: datetime) -> tuple[Span, ...] | Unsure:
    """What is to be closed; `now` is in the zone of the words. Several spans only where days between them stay open."""
    return closure_of(words_of(text, SILENT), now)


def closure_of(tokens: list[Token], now: datetime) -> tuple[Span, ...] | Unsure:
    """The same of words already cut."""
    if guessed := [token.text for token in tokens if token.guessed]:
        kept = " ".join(token.text for token in tokens if not token.guessed)
        return Unsure(Doubt.UNREAD, kept, guessed[0])
    return read_by("moments", tokens, lambda phrase: _spans(phrase, now))


def _spans(phrase: Phrase, now: datetime) -> tuple[Span, ...]:
    said = said_in(phrase, Calendar(now.date()), now)
    days = _bounded(with_numbers(said, said.days(), None), said, phrase.words())
    at, since, until = hours_of(said)
    if at:
        raise TimeDoubtError(Doubt.NO_END_TIME)
    if said.is_whole and (since or until):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)
    runs = days.runs()
    if not runs:
        raise TimeDoubtError(Doubt.NOTHING)
    if (since or until) and not said.is_range and days.single is None:
        raise TimeDoubtError(Doubt.EACH_DAY)
    return _within_reach(tuple(_span(run, since, until, now) for run in runs), now)


def _bounded(days: Days | None, said: Said, words: str) -> Days:
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


def _span(days: Stretch, since: time | None, until: time | None, now: datetime) -> Span:
    start = _moment(days.first, since or time(), now)
    return Span(start, _moment(days.last, until, now) if until else _moment(days.last + DAY, time(), now))


def _moment(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, now.tzinfo)


def _within_reach(spans: tuple[Span, ...], now: datetime) -> tuple[Span, ...]:
    if spans[-1].end <= now:
        raise TimeDoubtError(Doubt.PASSED)
    if any(span.start >= span.end for span in spans):
        raise TimeDoubtError(Doubt.ORDER)
    if spans[-1].end - spans[0].start > LONGEST or spans[0].start - now > FARTHEST:
        raise TimeDoubtError(Doubt.TOO_FAR)
    return tuple(span for span in spans if span.end > now)
