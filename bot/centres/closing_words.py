"""Whether an announcement speaks of being closed, and whether it can only mean «from now on».

A day in it may lie ahead, so an announcement with one never closes a centre by itself: that takes the grammar of dates.
"""

import re
from datetime import date

from rapidfuzz.distance import OSA

from bot.centres.hours.typed_dates import without_last_day
from bot.russian.calendar_words import MONTH_STEMS, SHORT_WEEKDAYS, WEEKDAY_STEMS
from bot.russian.spelling import evened
from bot.russian.time.closings.announcements import announced_days
from bot.russian.time.values import Stretch

_SPEAKS = re.compile(
    r"\bзакры|\bзакро|\bне (?:работа|принима|обслужива|откро)|\bнерабоч|санитарн|выходн|\bclos(?:ed|ing|es?)\b"
)
_CLOSING = ("закрыто", "закрыта", "закрыт", "закрыты", "закроется", "закроемся", "закрываемся", "закрыть", "санитарный")
_NOW = re.compile(
    r"(?:(?:мы|библиотека|центр|временно|сегодня) )*(?:закрыт[аоы]?|не работае[тм])"
    r"(?: (?:сегодня|временно))?(?: (?:на|по|из-за|в связи|для)\b.*)?[.!]*"
)
# Any of these may name a day or an hour to come; «сегодня» is now.
_NAMES_A_DAY = re.compile(
    rf"[0-9]|завтра|вчера|\b(?:{'|'.join(WEEKDAY_STEMS)}|(?:{'|'.join(SHORT_WEEKDAYS)})\b|{'|'.join(MONTH_STEMS)})"
    r"|недел|месяц|числ|будн"
    r"|выходн|праздн|каникул|летн|\bлет[оа]|зим|осен|весн|утр|вечер|обед|полдень|ноч|\bчас|\bдн[яей]|\bдень"
    r"|\b(?:с|до|после|через) \w|\b(?:from|until|till|on|to|next|tomorrow)\b"
)
# «закрыт гардероб», «не работает абонемент»: the centre itself is open.
_PART_OF_CENTRE = re.compile(
    r"\b(?:зал|отдел|абонемент|гардероб|вход|туалет|сайт|филиал|компьютер|телефон|касс|лифт|этаж|детск"
    r"|запис[ьи]\b|набор|регистрац|при[её]м (?:заявок|работ)|голосован|выставк|каталог)"
)
# Why a centre may be closed, or may work all the same: «ремонт до 20 декабря».
_REASON = re.compile(
    r"\b(?:кап)?ремонт|\bпереезд|\bпереезжа|\bинвентаризац|\bкарантин|\bотпуск|\bбольничн|\bболе(?:ем|ет|ю)\b|\bавари"
    r"|\bотключ|\bзатоп|\bучет фонд|\b(?:нет|без) (?:света|тепла|воды|отоплени|электр|газа)"
)
_WORKS = re.compile(r"\bработа(?:ем|ет|ют|ю)\b|\bоткры|\bприним|\bждем\b|\bобслужива")
_SLIPS = 1  # letters


def speaks_of_closing(text: str) -> bool:
    """Whether people would read it as «closed», a slip of the pen in it or not."""
    folded = evened(text)
    words = re.findall(r"[а-я]{5,}", folded)
    near = (OSA.distance(word, closing, score_cutoff=_SLIPS) <= _SLIPS for word in words for closing in _CLOSING)
    return bool(_SPEAKS.search(folded)) or any(near)


def may_mean_closing(text: str) -> bool:
    """Whether a reason to be closed is named, and neither that the centre is closed nor that it works."""
    folded = evened(text)
    is_told = speaks_of_closing(text) or _WORKS.search(folded) or _PART_OF_CENTRE.search(folded)
    return bool(_REASON.search(folded)) and not is_told


def is_doubtful_closing(text: str) -> bool:
    """Whether people would take it for «closed», or might, though the words close nothing for sure."""
    return may_mean_closing(text) or (speaks_of_closing(text) and not _PART_OF_CENTRE.search(evened(text)))


def names_a_day(text: str) -> bool:
    """Whether a day or an hour other than now may be meant."""
    return bool(_NAMES_A_DAY.search(" ".join(evened(text).split())))


def is_closed_now(text: str) -> bool:
    """«Закрыто на ремонт», «Библиотека временно не работает»: nothing but being closed, and no day to come."""
    line = " ".join(evened(text).split())
    return bool(_NOW.fullmatch(line)) and not names_a_day(line)


def may_be_now(text: str) -> bool:
    """Whether it speaks of closing and names no day but its last one: «до 10 января закрыто»."""
    speaks = speaks_of_closing(text) or may_mean_closing(text)
    return speaks and not names_a_day(without_last_day(text))


def days_to_close(text: str, today: date) -> tuple[Stretch, ...]:
    """The days ahead on which the words close the whole centre, run by run; none where they do not surely say so."""
    if not speaks_of_closing(text) or _PART_OF_CENTRE.search(evened(text)):
        return ()
    return _ahead(text, today)


def days_in_doubt(text: str, today: date) -> tuple[Stretch, ...]:
    """The days ahead that a reason to be closed names: «ремонт с 5 по 20 декабря»; none where nothing is in doubt."""
    return _ahead(text, today) if may_mean_closing(text) else ()


def _ahead(text: str, today: date) -> tuple[Stretch, ...]:
    runs = announced_days(text, today)
    return runs if runs and runs[0].first > today else ()


def is_of_today(text: str) -> bool:
    """Whether the words close the centre today: «Сегодня закрыто»."""
    return bool(re.search(r"\bсегодня\b", evened(text)))
