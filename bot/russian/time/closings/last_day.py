"""«закрыты до понедельника»: is Monday itself closed? Nobody can be sure, so it is asked."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.russian.spelling import evened
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.grammar.around import CLOSING
from bot.russian.time.grammar.kinds import CLOSING as CLOSING_KINDS
from bot.russian.time.grammar.phrases_of_notices import DATE_AHEAD, UNTIL_WEEKDAY
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.values import DAY

_TOLD = frozenset(("INCL", "OPENS", "BACK", "FROM", "DASH", "THROUGH", "BETWEEN"))
_ENDS = re.compile(rf"\b(?:до|по) (?P<day>{UNTIL_WEEKDAY}),? {DATE_AHEAD}")
_STARTS = ("пон", "вто", "сре", "чет", "пят", "суб", "вос")


def is_last_day_closed(tokens: Sequence[Token], spans: Sequence[Span]) -> Unsure | None:
    """The question whether the day after «до» is closed too; None where it is told, or hours are named."""
    kinds = {token.kind for token in tokens}
    tells = bool(kinds & CLOSING_KINDS) or any(_closes(token.text) for token in tokens)
    last = spans[-1].end.date() - DAY
    if kinds & _TOLD or not tells or spans[-1].end.time() != spans[-1].start.time():
        return None
    ends = [day for before, day in pairwise(tokens) if before.kind == "TO" and day.kind == "WD"]
    is_last = any(day.value == last.weekday() for day in ends)
    return Unsure(Doubt.LAST_DAY, ends[0].text, days=(last,)) if is_last and last > spans[-1].start.date() else None


def _closes(word: str) -> bool:
    """Whether the library is closed by it; an absence «до вторника» is as illnesses are told, with that day."""
    return word in CLOSING and not word.startswith("отсутств")


def other_weekday(text: str, spans: Sequence[Span]) -> Unsure | None:
    """«до пятницы, 10 декабря» of a Thursday contradicts itself."""
    said = _ENDS.search(evened(text))
    last = spans[-1].end.date() - DAY
    if said is None or _STARTS.index(said["day"][:3]) == last.weekday():
        return None
    return Unsure(Doubt.OTHER_WEEKDAY, days=(last,))
