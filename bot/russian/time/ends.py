"""The moment at which something ends: «до 18:00», «завтра до обеда», «на три дня», «через два часа»."""

import re
from datetime import datetime, time

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_when

_SAID_OTHERWISE = (
    (re.compile(r"\bна\s+сутки\b", re.IGNORECASE), "через 24 часа"),
    (re.compile(r"^\s*на\s+(?=(?:\S+\s+)?(?:пол)?час)", re.IGNORECASE), "через "),  # so long, not at that hour
    (re.compile(r"\bдо\s+конца\s+(?:сегодняшнего\s+)?дня\b", re.IGNORECASE), "сегодня"),
)
_TO = re.compile(r"^\s*(?:до|по)\s+", re.IGNORECASE)
_OF_CLOCK = re.compile(r"\d[:.]\d\d|\b[вк]\s+\d|\bчерез\b|\b(?:до|по)\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_FROM = re.compile(r"^\s*(?P<since>со?\s.+?)\s+(?P<rest>(?:до|по)\s.+)$", re.IGNORECASE)


def read_end(text: str, now: datetime) -> datetime | Unsure:
    """The end that is meant, after `now` and in its zone; a day lasts until its midnight, also after «до»."""
    for pattern, words in _SAID_OTHERWISE:
        text = pattern.sub(words, text)
    if _BARE_NUMBER.fullmatch(text):  # an hour or a day of the month
        return Unsure(Doubt.AMBIGUOUS, text.strip())
    if begins := _FROM.match(text):  # it would begin at once all the same
        return Unsure(Doubt.UNREAD, begins["rest"], begins["since"])
    spans = read_closure(text, now)
    if not isinstance(spans, Unsure):
        return spans[-1].end if len(spans) == 1 else Unsure(Doubt.SEVERAL_DAYS)
    wish = read_when(text, now)
    if isinstance(wish, Unsure) and _TO.match(text):  # «до 27 ноября 18:00»
        wish = read_when(_TO.sub("", text), now)
    if isinstance(wish, Unsure):
        return wish if wish.doubt is Doubt.PASSED else spans
    at = wish.at if _OF_CLOCK.search(text) else None  # «три дня» is no hour of the afternoon
    return _moment(wish, at, now) if at else spans


def _moment(wish: TimeWish, at: time, now: datetime) -> datetime | Unsure:
    if wish.days is not None and wish.day is None:
        return Unsure(Doubt.SEVERAL_DAYS)
    end = datetime.combine(wish.day or now.date(), at, now.tzinfo)
    return end if end > now else Unsure(Doubt.PASSED)
