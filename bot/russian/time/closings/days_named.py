"""Days that are named, whatever happens on them: «с 1 по 3 декабря», «вчера»."""

from datetime import date, datetime

from bot.russian.time.closings.told_otherwise import told_otherwise
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import CLOSURE
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.moments import said_in
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.values import Days


def read_whole_day(text: str, now: datetime) -> date | None:
    """The one day that is named, also a day gone by; None where there are hours, several days or other words."""
    if told_otherwise(text):
        return None
    days = open_days(words_of(text, CLOSURE), now)
    return days.single if days else None


def days_of(tokens: list[Token], now: datetime) -> Days | None:
    """The days that are named, whatever happens on them; None where they are not sure."""
    return _days_of(tokens, now, whole=False)


def open_days(tokens: list[Token], now: datetime) -> Days | None:
    """The same where no hours are named."""
    return _days_of(tokens, now, whole=True)


def _days_of(tokens: list[Token], now: datetime, *, whole: bool) -> Days | None:
    def resolve(phrase: Phrase) -> Days:
        said = said_in(phrase, Calendar(now.date()), now)
        days = said.days()
        if days is None or (whole and said.has_hours):
            raise TimeDoubtError(Doubt.NOTHING)
        return days

    read = read_by("moments", tokens, resolve)
    return None if isinstance(read, Unsure) else read
