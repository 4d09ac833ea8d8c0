"""Hours to be closed as librarians type them: «завтра», «26 ноября с 14 до 16», «с 28 декабря по 10 января»."""

import re
from datetime import UTC, datetime, timedelta

from bot.booking.booking import Interval
from bot.booking.slots import DAY, BookableDays, day_bounds
from bot.centres.centre import Centre
from bot.russian.normalize import fold
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.beside.reasons import tells_reason
from bot.russian.time.closings import closures
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure

_BECAUSE = re.compile(r",|[—–]| - |\b(?:из-за|по причине|так как|потому что|в связи с)\b", re.IGNORECASE)
_ORDER = re.compile(r"(?:(?:надо|нужно|давай(?:те)?|пожалуйста) )?(?:закрыть|закрой(?:те)?|закрываем|закроем)\b")
_RECEIVING = re.compile(r"\b(?:принима(?:ем|ю)|прим(?:ем|у)|работа(?:ем|ю)|прием|обслуживаем|открыты)\b")
_LIMIT = re.compile(r"\b(?:до|с) (?:[0-9]|час|двух|трех|четырех|пяти|шести|полудня|обеда)")
_ONLY = re.compile(r"\b(?:только|лишь|всего)\b")
_ONE_DAY = re.compile(
    r"\b(?:сегодня|завтра|послезавтра|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"
    r"|[0-9]{1,2}(?:-?го)? (?:числ|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"|[0-9]{1,2}-?го|[0-9]{1,2}\.[0-9]{2})"
)
_SHORTEST_REASON = 5  # letters


def orders_closing(text: str) -> bool:
    """Whether the words begin with the order to close: «закрыть 26 ноября», «закроем завтра»."""
    return bool(_ORDER.match(text.strip().lower()))


def limits_day(text: str, now: datetime) -> bool:
    """Whether the words give certain days shorter hours: «27 ноября принимаем только до 13»; no hours of every week."""
    folded = fold(text)
    if "?" in text or not (_RECEIVING.search(folded) and _LIMIT.search(folded) and _ONE_DAY.search(folded)):
        return False
    if len(_LIMIT.findall(folded)) > 1 and not _ONLY.search(folded):  # «в субботу принимаем с 10 до 14» may open a day
        return False
    noticed = closures.notice_closure(text, now)
    return not isinstance(noticed.meaning, Unsure) and not noticed.passed


def read_closure(text: str, centre: Centre, now: datetime) -> tuple[Interval, ...] | Unsure:
    """What is to be closed, UTC; several only where the days between them stay open."""
    return notice_closure(text, centre, now).meaning


def notice_closure(text: str, centre: Centre, now: datetime) -> Noticed[tuple[Interval, ...]]:
    """The same with the words that were passed over: the preview names them."""
    noticed = closures.notice_closure(text, now.astimezone(centre.zone))
    if isinstance(noticed.meaning, Unsure):
        return Noticed(noticed.meaning)
    intervals = [_interval(span, centre) for span in noticed.meaning]
    if any(one is None for one in intervals):
        return Noticed(Unsure(Doubt.NO_END_TIME))
    return Noticed(tuple(one for one in intervals if one), noticed.passed)


def said_reason(text: str, centre: Centre, now: datetime) -> str:
    """Why the hours are closed, where the words behind them tell it: «в пятницу с 10 до 12, отключили свет».

    Nothing where those words may be a part of the hours.
    """
    whole = read_closure(text, centre, now)
    for mark in _BECAUSE.finditer(text):
        before, after = text[: mark.start()], text[mark.start() :].strip(" ,.;—–-!")
        hours, rest = read_closure(before, centre, now), read_closure(after, centre, now)
        is_apart = isinstance(rest, Unsure) and not rest.understood and not any(map(str.isdigit, after))
        is_same = not isinstance(hours, Unsure) and (isinstance(whole, Unsure) or whole == hours)
        if is_apart and is_same and tells_reason(after) and sum(map(str.isalpha, after)) >= _SHORTEST_REASON:
            return after
    return ""


def _interval(span: Span, centre: Centre) -> Interval | None:
    """What is closed, UTC; None where it is told by the usual hours of a day that has none."""
    if not span.edge:
        return Interval(span.start.astimezone(UTC), span.end.astimezone(UTC))
    hours = centre.hours or (centre.consultations.hours if centre.consultations else None)
    open_spans = hours.on(span.start.date()).spans if hours else ()
    if not open_spans:
        return None
    first, last, edge = open_spans[0].start, open_spans[-1].end, timedelta(minutes=abs(span.edge))
    start, end = (last - edge, last) if span.edge > 0 else (first, first + edge)
    return Interval(start.astimezone(UTC), end.astimezone(UTC))


def is_whole_days(centre: Centre, interval: Interval) -> bool:
    """Whether the interval goes from midnight to midnight of the centre."""
    start, end = interval.start.astimezone(centre.zone), interval.end.astimezone(centre.zone)
    days = BookableDays(start.date(), (end - DAY).date())
    return interval == day_bounds(centre, days)
