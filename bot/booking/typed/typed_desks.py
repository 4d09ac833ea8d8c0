"""Another number of desks for some days as librarians type it: «с 7 по 10 декабря одно место»."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.booking.slots import BookableDays
from bot.russian.normalize import fold
from bot.russian.time.closings.closures import read_closure
from bot.russian.time.doubts import Doubt, Unsure

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

# Beside the number these say how many desks there are not.
_GONE = re.compile(
    r"\b(?:не|нет|без|минус|меньше|кроме|закр\w*|сломал\w*|сломан\w*|занят\w*|ремонт\w*|убер\w*|убрал\w*)\b"
)
_NO_DAYS = frozenset({Doubt.NOTHING, Doubt.UNREAD})


@dataclass(frozen=True, slots=True)
class SaidDesks:
    """So many desks on these days, or on days that are to be asked for."""

    desks: int
    days: BookableDays | Unsure


def read_desks(text: str, now: datetime) -> SaidDesks | None:
    """None where the words tell no number of desks for some days; `now` is in the zone of the words."""
    folded = fold(text).strip(" .!")
    for pattern in _DESKS:
        if (said := pattern.search(folded)) is None:
            continue
        desks = _WORDS.get(said["n"], 0) or int(said["n"] if said["n"].isdigit() else 0)
        rest = f"{folded[: said.start()]} {folded[said.end() :]}".strip(" ,.:—–-")
        if not 1 <= desks <= MOST_DESKS or not rest or _GONE.search(rest):
            return None
        days = read_days(
            re.sub(r"\b(?:принимаем|будет|работает)$|^(?:принимаем|будет|работает)\b", "", rest).strip(), now
        )
        return None if isinstance(days, Unsure) and days.doubt in _NO_DAYS else SaidDesks(desks, days)
    return None


def read_days(text: str, now: datetime) -> BookableDays | Unsure:
    """The days that follow one another; hours of a day and days apart are asked about."""
    read = read_closure(text, now)
    if isinstance(read, Unsure):
        return read
    if len(read) > 1:
        return Unsure(Doubt.SEVERAL_DAYS, days=tuple(span.start.date() for span in read))
    (span,) = read
    if span.start.time() != time() or span.end.time() != time():
        return Unsure(Doubt.EACH_DAY)
    return BookableDays(span.start.date(), (span.end - _DAY).date())
