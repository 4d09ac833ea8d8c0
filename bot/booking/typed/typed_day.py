"""A day or a week typed by itself, as librarians leaf through their lists: «8 декабря», «в четверг», «вчера»."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import read_period
from bot.russian.time.values import Stretch
from bot.russian.time.visits import read_when

_LONGEST = timedelta(days=6)  # after the first day: a list of the week shows so many
_ONLY_NUMBER = re.compile(r"[\d\s]+[-–]?[\d\s]*")  # of a list, of people; nobody's day
_UPON_LAST = re.compile(r"\s*(?:а|и|ну а)\s|.*\?", re.IGNORECASE | re.DOTALL)  # asks on: perhaps of an answer
_OF_VISIT = re.compile(r"\b(?:перенес|перенос|передвин|сдвин|отмен)", re.IGNORECASE)  # no day by itself


def read_bare_days(text: str, now: datetime) -> Stretch | None:
    """The day or the days of a week, where the words name nothing else, no hour too; `now` is in their zone."""
    if _ONLY_NUMBER.fullmatch(text.strip()) or _OF_VISIT.search(text):
        return None
    read = read_when(text, now)
    if isinstance(read, Unsure):
        past = read_period(text, now.date()) if read.doubt is Doubt.PASSED else None
        return past if isinstance(past, Stretch) and past.last - past.first <= _LONGEST else None
    if read.days is None or read.at or read.since or read.until or read.has_more or not read.sure:
        return None
    return Stretch(read.days.first, read.days.last) if read.days.last - read.days.first <= _LONGEST else None


def list_wanted_at(clock: Clock, zone: ZoneInfo) -> Callable[[str], bool]:
    """Tells whether somebody who works here types a day by itself, and asks on from no answer: «а в субботу?»."""

    def is_wanted(text: str) -> bool:
        return not _UPON_LAST.match(text) and read_bare_days(text, clock.now().astimezone(zone)) is not None

    return is_wanted
