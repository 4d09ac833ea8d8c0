"""The day on which people were helped, as it is said among other words: «вчера», «в субботу», «3 декабря»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.booking.consultation_log.open_days import first_open_day
from bot.russian.time.doubts import Unsure
from bot.russian.time.reports.periods import read_period

_WEEKDAY = r"(?:понедельник|вторник|сред[уыа]|четверг|пятниц[уыа]|суббот[уыа]|воскресенье)"
_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_DATE = rf"(?:[0-9]{{1,2}} {_MONTH}(?: 20[0-9]{{2}}(?: года)?)?|[0-9]{{1,2}}\.[0-9]{{1,2}}(?:\.20[0-9]{{2}})?)"
_DAY = re.compile(
    rf"\b(?:(?:за|в|во|на)\s)?((?:поза|после)?(?:вчера|завтра)\b|сегодня\b"
    rf"|(?:(?:прошл|минувш)[а-я]+ )?{_WEEKDAY}\b(?:,? {_DATE}\b)?|{_DATE}\b|[0-9]{{1,2}}(?:-?го)? числ[оа]\b)"
)
_MEANWHILE = re.compile(r"\b(?:утром|днем|вечером|с утра|за утро|за день|сейчас|только что|уже|у нас|ко мне)\b")
_AHEAD = {"завтра": 1, "послезавтра": 2}
_YEAR = re.compile(r"20[0-9]{2}")


@dataclass(frozen=True, slots=True)
class SaidDay:
    """The day as it was said; None where the words name none, or several."""

    day: date | None

    @property
    def is_unclear(self) -> bool:
        """Whether no one day is meant."""
        return self.day is None


def said_day(folded: str, today: date) -> tuple[SaidDay | None, str]:
    """The day that the folded words say, and the words without it; None where they say no day."""
    found = [one[1] for one in _DAY.finditer(folded)]
    rest = " ".join(_MEANWHILE.sub(" ", _DAY.sub(" ", folded)).split()).lstrip(" ,:;—–-")
    if not found:
        return None, rest
    return SaidDay(day_of_help(found[0], today) if len(found) == 1 else None), rest


def day_of_help(words: str, today: date) -> date | None:
    """The one day that the words name, a day to come among them; None for no day and for several.

    A date without a year is the last such day, unless the report of its month stands and this year's is still to come.
    """
    if ahead := _AHEAD.get(words.strip()):
        return today + timedelta(days=ahead)
    read = read_period(words, today)
    if isinstance(read, Unsure) or read.first != read.last:
        return None
    day: date = read.first
    if day >= first_open_day(today) or _YEAR.search(words) or (day.month, day.day) <= (today.month, today.day):
        return day
    return None if (day.month, day.day) == (2, 29) else day.replace(year=today.year)
