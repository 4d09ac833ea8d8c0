"""The year of a heading is that of the days under it: «Санитарные дни на 2027 год: 28.01, 25.02»."""

import re

from bot.russian.spelling import evened
from bot.russian.time.grammar.vocabulary import MONTH_WORD

_ORDINAL = r"(?:[1-4]|i{1,3}|iv|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)(?:-?[а-я]{1,2})?"
_YEAR = re.compile(
    rf"(?:(?:на|за|в|во) )?(?:{_ORDINAL} (?:кв(?:артал)?[а-я]*\.?|полугоди[а-я]+) )?"
    r"(?P<year>20[0-9]{2})(?: ?г(?:од[а-я]*|\.|(?![а-я])))?"
)
_HEADED = re.compile(rf"^(?P<head>[^:,0-9]*{_YEAR.pattern}\s*):(?P<days>.*)$", re.DOTALL)
_DAY = re.compile(rf"(?<![0-9.:])[0-9]{{1,2}}(?:\.(?:0[1-9]|1[0-2])(?![0-9.:])| (?:{MONTH_WORD})(?![а-я])(?! 20[0-9]))")


def with_year_of_heading(text: str) -> str:
    """The text with that year at each day; as it was where no heading names one."""
    headed = _HEADED.match(evened(text))
    if headed is None:
        return text
    head = _YEAR.sub(" ", headed["head"])
    days = _DAY.sub(lambda day: _dated(day[0], headed["year"]), headed["days"])
    return f"{head}:{days}"


def _dated(day: str, year: str) -> str:
    return f"{day}.{year}" if "." in day else f"{day} {year} года"
