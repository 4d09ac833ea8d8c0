"""The moment at which something ends: «до 18:00», «завтра до обеда», «на три дня», «через два часа»."""

import re
from datetime import datetime, time

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_when

_DAY = (
    r"(?:(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\w*|(?:после)?завтра\w*|сегодня\w*"
    r"|\d{1,2}(?:\s+[а-я]+|\.\d{1,2}(?:\.\d{2,4})?))"
)
_PART_BEGINS = {"утра": "9:00", "обеда": "13:00", "вечера": "17:00"}  # «до утра» is until it has come
_PART_OF_DAY = re.compile(
    rf"^\s*(?:до|по)\s+(?:(?P<before>утра|обеда|вечера)\s+(?P<day>{_DAY})"
    rf"|(?P<day_first>{_DAY})\s+(?:до\s+)?(?P<after>утра|обеда|вечера))\s*[.!]?\s*$",
    re.IGNORECASE,
)
_TILL_MORNING = re.compile(r"^\s*(?:до|по)\s+утра\s*[.!]?\s*$", re.IGNORECASE)
_MIDNIGHT = re.compile(r"^\s*(?:до|к)\s+(?:полун\w+|(?:12|двенадцати)(?:\s+час\w+)?\s+ночи|24[:.]00)\s*", re.IGNORECASE)
_NIGHT_ENDS = 5  # o'clock: «до утра» said earlier means this very morning
_COUNTED = r"(?:\d{1,2}|пол\w*|пару?|один|одну|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|сорок)"
_SPANS = r"(?:(?:пол)?час\w*|минут\w*|дн\w+|день|сут\w+|недел\w+)"
_APPROXIMATE = re.compile(rf"^\s*(?:на\s+)?(?P<unit>{_SPANS})\s+(?P<count>{_COUNTED})\s*$", re.IGNORECASE)  # «часа два»
_BARE_SPAN = re.compile(rf"^\s*(?={_COUNTED}\s+{_SPANS}\s*$|{_SPANS}\s*$)", re.IGNORECASE)
_RANGE = re.compile(rf"\b{_COUNTED}\s*[-–—]\s*{_COUNTED}\s+{_SPANS}", re.IGNORECASE)  # «два-три дня»
_OPEN_ENDED = re.compile(
    r"\bпока\s+(?:всё\s+|все\s+|его\s+|её\s+)?не\s+\w+|\bкак\s+(?:только\s+)?\w*(?:чин|работа|конч)\w*|\bбессрочно|\bвсегда\b|\bнавсегда"
    r"|\bбез\s+(?:конца|срока)|\bдо\s+особого|\bне\s*знаю|\bнеизвестно|\bдо\s+упора|\bпостоянно",
    re.IGNORECASE,
)
_SAID_OTHERWISE = (
    (re.compile(r"\bзавтрашн\w+", re.IGNORECASE), "завтра"),
    (re.compile(r"\bсегодняшн\w+\b(?!\s+дн)", re.IGNORECASE), "сегодня"),
    (re.compile(r"\bпар[уы]\s+(?=дн)", re.IGNORECASE), "два "),
    (re.compile(r"\bсуток\b", re.IGNORECASE), "дней"),
    (re.compile(r"\bна\s+сутки\b", re.IGNORECASE), "через 24 часа"),
    (re.compile(r"^\s*на\s+(?=(?:\S+\s+)?(?:пол)?(?:час|минут))", re.IGNORECASE), "через "),  # not at that hour
    (re.compile(r"\bдо\s+конца\s+(?:сегодняшнего\s+)?дня\b", re.IGNORECASE), "сегодня"),
)
_TO = re.compile(r"^\s*(?:до|по)\s+", re.IGNORECASE)
_OF_CLOCK = re.compile(r"\d[:.]\d\d|\b[вк]\s+\d|\bчерез\b|\b(?:до|по)\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_FROM = re.compile(r"^\s*(?P<since>со?\s.+?)\s+(?P<rest>(?:до|по)\s.+)$", re.IGNORECASE)


def read_end(text: str, now: datetime) -> datetime | Unsure:
    """The end that is meant, after `now` and in its zone; a day lasts until its midnight, also after «до»."""
    if _RANGE.search(text):
        return Unsure(Doubt.AMBIGUOUS, text.strip())
    text = _plainly(text, now)
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


def is_open_ended(text: str) -> bool:
    """Whether no end is told at all: «пока не починят», «бессрочно»."""
    return bool(_OPEN_ENDED.search(text))


def _plainly(text: str, now: datetime) -> str:
    """The same end in words of which one meaning is left: «до пятницы вечера» is «до пятницы 17:00»."""
    if midnight := _MIDNIGHT.match(text):
        text = text[midnight.end() :] or "сегодня"
    if _TILL_MORNING.match(text):
        text = "до сегодня 9:00" if now.hour < _NIGHT_ENDS else "до завтра 9:00"
    if about := _APPROXIMATE.match(text):
        text = f"{about['count']} {about['unit']}"
    text = _BARE_SPAN.sub("на ", text)
    for pattern, words in _SAID_OTHERWISE:
        text = pattern.sub(words, text)
    if said := _PART_OF_DAY.match(text):
        text = f"до {said['day'] or said['day_first']} {_PART_BEGINS[(said['before'] or said['after']).lower()]}"
    return text


def _moment(wish: TimeWish, at: time, now: datetime) -> datetime | Unsure:
    if wish.days is not None and wish.day is None:
        return Unsure(Doubt.SEVERAL_DAYS)
    end = datetime.combine(wish.day or now.date(), at, now.tzinfo)
    return end if end > now else Unsure(Doubt.PASSED)
