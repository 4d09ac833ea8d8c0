"""Another number of desks for some days as librarians type it: «с 7 по 10 декабря одно место»."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.booking.slots import BookableDays
from bot.booking.typed.told_beside import is_of_whole_days, is_unread, notice_told
from bot.russian.normalize import fold
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSURE
from bot.russian.time.reading import names_a_time

MOST_DESKS = 50
_DAY = timedelta(days=1)
_WORDS = {
    "одно": 1, "один": 1, "одного": 1, "одному": 1, "два": 2, "две": 2, "двоих": 2, "двое": 2, "три": 3, "троих": 3,
    "трое": 3, "четыре": 4, "четверо": 4, "пять": 5, "шесть": 6,
}  # fmt: skip
_N = rf"(?P<n>[0-9]{{1,2}}|{'|'.join(_WORDS)})"
_BESIDE = r"(?:только |всего |лишь |теперь |будет |у нас |сразу |одновременно |принимаем |работает |оставь |поставь )*"
_DESKS = (
    re.compile(
        rf"{_BESIDE}\b{_N} (?:рабоч\w+ )?(?:мест[оа]?|окн[оа]|окошк[оа]|стол\w*)\b(?: (?:сразу|одновременно|всего))?"
    ),
    re.compile(rf"{_BESIDE}\bпо (?P<n>{'|'.join(_WORDS)})\b(?: (?:человек\w*|посетител\w*))?(?! ?(?:мин|час))"),
)

# Right beside the number these say how many desks there are not; elsewhere they make the number doubtful.
_GONE = (
    r"(?:не (?:работа\w+|будет|действу\w+)|нет|нету|без|минус|(?:на )?меньше|сломал\w*|сломан\w*"
    r"|(?:будет )?(?:закрыт\w*|закрыл\w*|закро\w+|занят\w*)|убер\w*|убрал\w*|отключ\w*|выключ\w*|теря\w+|не)"
)
_GONE_BEFORE = re.compile(rf"\b{_GONE}(?: на)? *$")
_GONE_AFTER = re.compile(rf"^ *(?:у нас )?(?:{_GONE}\b(?: (?:на|в) ремонт\w*)?|(?:на|в) ремонт\w*)")
_MORE = re.compile(r"\b(?:еще|прибав\w*|добав\w*|появ\w*|освобод\w*|больше)\b")  # so many more, or as many?
_REPAIR = re.compile(r"\bремонт\w*")  # is it gone, or back from there?
_GONE_ANYWHERE = re.compile(rf"\b{_GONE}\b")
_VERB = re.compile(r"\b(?:принимаем|будет|работает)$|^(?:принимаем|будет|работает)\b")


@dataclass(frozen=True, slots=True)
class SaidDesks:
    """So many desks on these days, or on days that are to be asked for; `are_gone`: so many fewer than usual."""

    desks: int
    days: BookableDays | Unsure
    are_gone: bool = False
    passed: tuple[str, ...] = ()  # typed words that were not made use of


def read_desks(text: str, now: datetime) -> SaidDesks | None:
    """None where the words tell no number of desks for some days; `now` is in the zone of the words."""
    folded = fold(text).strip(" .!")
    for pattern in _DESKS:
        if (said := pattern.search(folded)) is None:
            continue
        desks = _WORDS.get(said["n"], 0) or int(said["n"] if said["n"].isdigit() else 0)
        before, after = folded[: said.start()], folded[said.end() :]
        if not 1 <= desks <= MOST_DESKS or not f"{before}{after}".strip(" ,.:—–-"):
            return None
        return _with_days(desks, before, after, now)
    return None


def _with_days(desks: int, before: str, after: str, now: datetime) -> SaidDesks | None:
    kept = _GONE_BEFORE.sub("", before), _GONE_AFTER.sub("", after)
    are_gone = kept != (before, after)
    doubts = (_GONE_ANYWHERE, _MORE) if are_gone else (_GONE_ANYWHERE, _MORE, _REPAIR)
    if doubtful := next((found for words in kept for doubt in doubts if (found := doubt.search(words))), None):
        is_timed = names_a_time(" ".join(kept), CLOSURE)
        return SaidDesks(desks, Unsure(Doubt.UNREAD, unread=doubtful[0]), are_gone) if is_timed else None
    kept = _VERB.sub("", re.sub(r" на *$", "", kept[0]) if are_gone else kept[0]), _VERB.sub("", kept[1])
    noticed = _days_of(notice_told(*kept, now))
    return None if is_unread(noticed) else SaidDesks(desks, noticed.meaning, are_gone, noticed.passed)


def notice_days(text: str, now: datetime) -> Noticed[BookableDays]:
    """The days that follow one another; hours of a day and days apart are asked about."""
    return _days_of(notice_told(text, "", now))


def _days_of(noticed: Noticed[tuple[Span, ...]]) -> Noticed[BookableDays]:
    read = noticed.meaning
    if isinstance(read, Unsure):
        return Noticed(read)
    if len(read) > 1:
        return Noticed(Unsure(Doubt.SEVERAL_DAYS, days=tuple(span.start.date() for span in read)))
    (span,) = read
    if not is_of_whole_days(span):
        return Noticed(Unsure(Doubt.EACH_DAY))
    return Noticed(BookableDays(span.start.date(), (span.end - _DAY).date()), noticed.passed)
