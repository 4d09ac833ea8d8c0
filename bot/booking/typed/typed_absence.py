"""Days of an absence as librarians type them: «я в отпуске с 7 по 20 декабря», «болею сегодня», «выйду 21-го»."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.booking.slots import BookableDays
from bot.booking.typed.told_beside import is_of_whole_days, is_unread, notice_told
from bot.russian.normalize import fold
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.closings.closures import notice_closure
from bot.russian.time.closings.days_named import read_whole_day
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSURE
from bot.russian.time.reading import names_a_time

_DAY = timedelta(days=1)
_BACK = re.compile(
    r"(?:(?:ну|все|я|а|уже|завтра уже) )*"
    r"(?:выйду|выхожу|вышла|вышел|вернусь|вернулась|вернулся|выздоровела|выздоровел"
    r"|(?:я )?(?:уже |снова |опять )*на (?:работе|месте))"
    r"(?: (?:на работу|на дежурство|с больничного|из отпуска|с отпуска|на смену|уже|снова|раньше))*[ ,]*(?P<when>.*)"
)
_CAME = re.compile(r"\b(?:вышла|вышел|вернулась|вернулся)\b")
_NO_RETURN = re.compile(r"\b(?:не|нет|ни|никак|вряд|отпуск|больнич|болею|декрет|отгул|командировк|учеб|отсутств|отмен)")
_PLAIN_DAY = re.compile(
    r"(?:(?:уже|с|со|в|во) )*(?:[0-9]{1,2}(?:-?(?:го|е))?(?: (?:числа|\w+[ая]))?"
    r"|[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{2,4})?|сегодня|(?:после)?завтра|понедельник\w?|вторник\w?|сред[уы]|четверг\w?|пятниц[уы]|суббот[уы]|воскресень[ея])?"
)
_OF_ONESELF = r"\w+[ую]\b|(?:Сегодня|Завтра|Вчера|Снова|Опять|Сильно|Уже|Вот|Все|Мы|Сама?)\b"
_OTHERS = re.compile(
    rf"^(?!{_OF_ONESELF})[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)? "
    r"(?:в отпуск|на больнич|боле|забол|приболе|в больниц|уш[её]?л|в декрет)"
    r"|(?:отпуск|больничный) (?:у )?[А-ЯЁ][а-яё]+|\bболе[ею]т\b"
)
_RETURNING = re.compile(
    r"(?<!не )\b(?:выйд\w+|выхожу|приду|вернусь|буду)\b|\bна работе\b(?! не)|\b(?:из|с) (?:отпуска|больничного)\b"
    r"|\b(?:отпуск|больничный) (?:за|о)?(?:канчива\w+|кончи\w+|конча\w+|кры\w+|ткры\w+)"
)
_SICK = re.compile(r"\b(?:я )?(?:приболел[аи]?|болею|заболел[аи]?)\b[ ,]*")
# What says that somebody is not there; these words are understood, whatever stands beside them.
_ABSENT = re.compile(
    r"\b(?:(?:я|у меня|меня|ухожу|уезжаю|еду|беру|взяла?) )*"
    r"(?:(?:в |на )?(?:отпуск\w*|больничн\w+|командировк\w+|отгул\w*)|не будет"
    r"|приболел[аи]?|болею|заболел[аи]?)\b[ ,]*",
    re.IGNORECASE,
)
_NOTED = r"(?:мой |моего |мо[её] |(?:отметку )?о[б]? )*(?:отпуск\w*|больничн\w+|отсутстви\w+|командировк\w+|отгул\w*)"
_CALL_OFF = r"(?:отмен\w+|сними\w*|снять|убери\w*|убрать|не состоится|перенес\w+|не будет)"
_CALLED_OFF = re.compile(
    rf"(?:(?:у меня|а|но|все|ну) )*(?:{_NOTED},? (?:уже |пока )?{_CALL_OFF}|{_CALL_OFF} (?:у меня )?{_NOTED})"
)


@dataclass(frozen=True, slots=True)
class HoursOnly:
    """A part of a day was named; absences are kept by whole days."""


def read_absence(text: str, now: datetime) -> tuple[BookableDays, ...] | HoursOnly | Unsure:
    """The days, several runs only where days between them are none; `now` is in the zone of the words."""
    return notice_absence(text, now).meaning


def notice_absence(text: str, now: datetime) -> Noticed[tuple[BookableDays, ...] | HoursOnly]:
    """The same, with the words that were passed over: the preview names them."""
    if back := _only_return(text):
        return Noticed(Unsure(Doubt.UNREAD, unread=back))
    noticed = notice_closure(_SICK.sub("", text), now)
    if (said := _ABSENT.search(text)) and is_unread(noticed):
        noticed = notice_told(text[: said.start()], text[said.end() :], now)
    read = noticed.meaning
    if isinstance(read, Unsure):
        return Noticed(read)
    if not all(map(is_of_whole_days, read)):
        return Noticed(HoursOnly())
    passed = tuple(words for words in noticed.passed if not _ABSENT.fullmatch(words))
    return Noticed(tuple(BookableDays(span.start.date(), (span.end - _DAY).date()) for span in read), passed)


def _only_return(text: str) -> str:
    """The words of coming back, where no other day is named: «болею, завтра выйду», «завтра из отпуска»."""
    parts = fold(text).split(",")
    back = next(filter(None, map(_RETURNING.search, parts)), None)
    rest = ", ".join(part for part in parts if not _RETURNING.search(part))
    return back[0] if back and not names_a_time(rest, CLOSURE) else ""


def read_return(text: str, now: datetime) -> date | None:
    """The day from which somebody is there again: today where none is said; None where the words mean nothing such."""
    said = _BACK.fullmatch(fold(text).strip(" .!"))
    if said is None:
        return None
    if _NO_RETURN.search(said["when"]):
        return None
    if not said["when"].strip():
        return now.date()
    day = read_whole_day(said["when"], now)
    is_of_past = day is not None and day > now.date() and _CAME.search(said.group())  # «вышла 23-го»
    return None if is_of_past else day


def is_plain_return(text: str) -> bool:
    """Whether a return is told with nothing but its day: «вышла», «я вышла 15-го»; more may mean another thing."""
    said = _BACK.fullmatch(fold(text).strip(" .!"))
    return said is not None and _PLAIN_DAY.fullmatch(said["when"].strip()) is not None


def is_sick_note(text: str, now: datetime) -> bool:
    """Whether somebody says that they are ill, with days or nothing after it: «болею сегодня», «приболела»."""
    said = _SICK.match(fold(text).strip(" .!"))
    rest = fold(text).strip(" .!")[said.end() :] if said else ""
    return said is not None and (not rest or not isinstance(read_absence(text, now), Unsure))


def tells_absence(text: str) -> bool:
    """Whether the words are of somebody who is not there, with days or without: «я в отпуске с 7 по 20 декабря»."""
    return bool(_ABSENT.search(text))


def takes_absence_back(text: str) -> bool:
    """Whether a whole absence is called off, no days of it told: «отпуск отменяется», «сними отсутствие»."""
    return bool(_CALLED_OFF.fullmatch(fold(text).strip(" .!")))


def is_of_another(text: str) -> bool:
    """Whether the words tell of somebody else: «Лена в отпуске», «отпуск Смирновой», «болеет»."""
    return bool(_OTHERS.search(text))
