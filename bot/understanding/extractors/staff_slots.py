"""What is said beside the wishes of those who work in a library."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import read_period
from bot.russian.time.values import FAR, TimeWish
from bot.understanding.acts import ActName
from bot.understanding.extractors.said import SaidPiece
from bot.understanding.extractors.said_numbers import heads_in, nth
from bot.understanding.extractors.said_visits import of_visit, where
from bot.understanding.extractors.said_when import when

_MISSED = re.compile(r"\bне (?:приш|яви|было|дожда|прие|дош)|неявк|прогул|\bнет его\b")
_CAME = re.compile(r"\b(?:приш|яви|был\b|была\b|были\b|приех|явк|дош)")
_OFF = re.compile(
    r"\bне |сним|уб(?:ер|рать)|заканч|законч|выключ|отключ|стоп|сдал|сдаю|пауз|обед|передышк|хватит|ухожу|перерыв|отдох"
)
_UNIT = r"(?:квартал|полугоди|год|месяц|недел|дн|день)"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_YEAR = r"(?:\s(?:20[0-9]{2}|этого|прошлого)(?:\s(?:года?|г))?\b)?"
_PERIOD = re.compile(
    rf"(?:первое|второе|третий|первый|второй|четвертый|прошл\w+|эт\w+|текущ\w+|последн\w+|[0-9]+)?\s?-?[йея]{{0,2}}\s?"
    rf"{_UNIT}[а-я]*{_YEAR}|{_MONTH}[а-я]*{_YEAR}|\b20[0-9]{{2}}\b"
)
BY_PHONE = "by_phone"  # wanted of a walk-in: help was given in a talk by phone
_HELPED_BY_PHONE = re.compile(
    r"(?:консультац|помог|объясн|подсказ|проконсультир)[а-я]* (?:[а-я]+ ){0,3}по телефону|по телефону (?:[а-я]+ ){0,2}"
    r"(?:консультац|помог|объясн|подсказ|проконсультир)"
)
_LISTED = 2  # days side by side that may have been named one by one: «5 и 6 декабря»
_WEEK = timedelta(days=7)
_SINCE = re.compile(r"\b(?:с|со|за|от)\s")


def _closed(said: SaidPiece) -> dict[str, Any]:
    times = said.evidence.times
    text = times[0].text if len(times) == 1 else said.evidence.text
    read = read_closure(text, said.now)
    if not isinstance(read, Unsure):
        return _of_spans(read)
    found = when(times)
    return {name: found.get(name) for name in ("day", "dates", "at", "from_", "to")}


def _of_spans(spans: tuple[Span, ...]) -> dict[str, Any]:
    first = spans[0]
    if not first.start.time() == first.end.time() == time():
        return {"day": first.start.date(), "times": f"{first.start:%H:%M}-{first.end:%H:%M}"}
    days = [date.fromordinal(at) for one in spans for at in range(one.start.toordinal(), one.end.toordinal())]
    if len(days) == 1:
        return {"day": days[0]}
    stretch = {"from_": days[0], "to": days[-1]} if len(spans) == 1 else {}
    return stretch | ({"dates": tuple(days)} if len(spans) > 1 or len(days) <= _LISTED else {})


def _away(said: SaidPiece) -> dict[str, Any]:
    days = [one.wish.days for one in said.evidence.times if isinstance(one.wish, TimeWish) and one.wish.days]
    if not days:
        return {}
    last = max(one.last for one in days)
    return {"from_": min(one.first for one in days), "to": None if last == FAR else last}


def _period(said: SaidPiece) -> dict[str, Any]:
    for text in _period_words(said):
        read = read_period(text, said.now.date())
        if not isinstance(read, Unsure):
            return {"from_": read.first, "to": read.last}
    return {}


def _period_words(said: SaidPiece) -> Iterator[str]:
    folded = said.evidence.folded
    yield folded
    yield from (folded[found.start() :] for found in _SINCE.finditer(folded))
    yield from (found[0].strip() for found in _PERIOD.finditer(folded))
    yield from (one.text for one in said.evidence.times)


def _day(said: SaidPiece) -> date | None:
    """A day to come or one that has passed: «вчера»."""
    day: date | None = when(said.evidence.times).get("day")
    return day or next(_past_days(said), None)


def _past_days(said: SaidPiece) -> Iterator[date]:
    passed = (one.text for one in said.evidence.times if _has_passed(one.wish))
    for text in passed:
        read = read_period(text, said.now.date())
        if not isinstance(read, Unsure) and read.first == read.last:
            yield read.first


def _has_passed(wish: object) -> bool:
    return isinstance(wish, Unsure) and wish.doubt is Doubt.PASSED


def _walked_in(said: SaidPiece) -> dict[str, Any]:
    topic = said.evidence.topic
    day = _day(said)
    # Who walked in has been here: «в пятницу» is the last one.
    passed = day - _WEEK if day and said.now.date() < day <= said.now.date() + _WEEK else day
    want = BY_PHONE if _HELPED_BY_PHONE.search(said.evidence.folded) else None
    return {"count": heads_in(said.evidence), "topic": topic[0] if topic else None, "day": passed, "want": want}


def _marked(said: SaidPiece) -> dict[str, Any]:
    folded = said.evidence.folded
    value = "missed" if _MISSED.search(folded) else "arrived" if _CAME.search(folded) else None
    return {"code": said.evidence.code, "name": said.evidence.name, "value": value}


def _answered(said: SaidPiece) -> dict[str, Any]:
    _, colon, words = said.evidence.text.partition(":")
    return {"n": nth(said.evidence, len(said.turns.options)), "text": words.strip() if colon else None}


def _named(said: SaidPiece) -> dict[str, Any]:
    return {"name": said.evidence.name, **where(said)}


def _by_phone(said: SaidPiece) -> dict[str, Any]:
    return {name: value for name, value in of_visit(said).items() if name != "for_whom"}


def _hours(said: SaidPiece) -> dict[str, Any]:
    return {"text": said.evidence.text if "#time" in said.evidence.tags else None}


def _found(said: SaidPiece) -> dict[str, Any]:
    return {"code": said.evidence.code, "name": said.evidence.name}


def _of_day(said: SaidPiece) -> dict[str, Any]:
    return {"day": _day(said)}


def _duty(said: SaidPiece) -> dict[str, Any]:
    return {"value": "off" if _OFF.search(said.evidence.folded) else "on"}


def _each(names: Iterable[ActName], fill: Callable[[SaidPiece], dict[str, Any]]) -> dict[ActName, Any]:
    return dict.fromkeys(names, fill)


STAFF_FILLS: Mapping[ActName, Callable[[SaidPiece], dict[str, Any]]] = {
    **_each((ActName.CLOSE, ActName.REOPEN), _closed),
    **_each((ActName.DAY_LIST, ActName.PRINT_DAY), _of_day),
    **_each((ActName.POSTER, ActName.INVITE, ActName.STAFF), _named),
    ActName.PHONE_BOOKING: _by_phone,
    ActName.ABSENCE: _away,
    ActName.FIGURES: _period,
    ActName.WALK_IN: _walked_in,
    ActName.MARK: _marked,
    ActName.ANSWER_QUESTION: _answered,
    ActName.SET_HOURS: _hours,
    ActName.FIND_VISIT: _found,
    ActName.DUTY: _duty,
}
