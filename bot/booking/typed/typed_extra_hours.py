"""Hours on one day more as librarians type them: «ещё открыть субботу 5 декабря 10–14»."""

import re
from datetime import UTC, datetime, time, timedelta

from bot.booking.booking import Interval
from bot.booking.typed.told_beside import is_unread, notice_told
from bot.russian.normalize import fold
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Doubt, Unsure

_BESIDES = re.compile(r"\b(?:еще|дополнительн\w+|внеплано\w+|сверх (?:обычного|расписания|графика))\b")
_DEED = re.compile(
    r"\b(?:откр(?:ыть|ой|ойте|оем|ываем|ываю|ою)|поработа(?:ем|ю|ть)|(?:при(?:мем|мать|нимаем|нять|му))|добав(?:ь|ить|ьте|им)"
    r"|прием\w*|консультаци\w*|часы(?: записи| приема)?|день)\b"
)
_BESIDE = re.compile(
    r"\b(?:мы|я|людей|один|одну|на|для записи|записи|нужно|надо|хочу|хотим|можно|давай(?:те)?|будет)\b"
)
_NOT_OPENED = r"не (?:надо |нужно )?(?:открывать|откроем|открывай|открываем)(?: еще)?"
_TAKEN_AWAY = r"(?:отмени\w*|убери\w*|убрать|снять|сними\w*)"
_EXTRA = r"(?:дополнительн\w+(?: (?:прием\w*|день|часы|консультаци\w*))?|открытие)"
_UNDO = re.compile(rf"(?:{_NOT_OPENED}|{_TAKEN_AWAY} {_EXTRA})\b(?P<when>.*)")


def read_extra(text: str, now: datetime) -> Noticed[Interval] | None:
    """The hours, UTC; None where the words ask for no hours besides; `now` is in the zone of the words."""
    folded = fold(text).strip(" .!")
    if not (_BESIDES.search(folded) and _DEED.search(folded)):
        return None
    rest = _BESIDE.sub(" ", _DEED.sub(" ", _BESIDES.sub(" ", folded)))
    noticed = notice_hours(" ".join(rest.split()), now)
    return None if is_unread(noticed) else noticed


def notice_hours(text: str, now: datetime) -> Noticed[Interval]:
    """One day with its hours, UTC; a day without hours, or several, are asked about."""
    noticed = notice_told("", text, now)
    read = noticed.meaning
    if isinstance(read, Unsure):
        return Noticed(read)
    if len(read) > 1:
        return Noticed(Unsure(Doubt.SEVERAL_DAYS, days=tuple(span.start.date() for span in read)))
    (span,) = read
    if (
        span.edge
        or span.end.time() == time()
        or span.start.time() == time()
        or span.end - span.start > timedelta(days=1)
    ):
        return Noticed(Unsure(Doubt.NO_END_TIME))
    return Noticed(Interval(span.start.astimezone(UTC), span.end.astimezone(UTC)), noticed.passed)


def undone_when(text: str) -> str | None:
    """What is said of the time of hours that are not to be opened after all; None where nothing such is said."""
    said = _UNDO.fullmatch(fold(text).strip(" .!"))
    return said["when"].strip(" ,") if said else None
