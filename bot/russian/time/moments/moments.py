"""Puts the pieces of a visit or a closure together: what speaks of one day must agree, what is said twice is asked."""

from collections.abc import Callable
from datetime import datetime

from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.day_groups import DayGroups
from bot.russian.time.days.named_days import (
    NamedDate,
)
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.moment_days import DAY_RESOLVERS
from bot.russian.time.moments.moment_hours import HOUR_RESOLVERS, HOURS
from bot.russian.time.moments.moved import MOVE_RESOLVERS
from bot.russian.time.moments.said import Said

_DAYS = frozenset((
    *("on", "wdlist", "doms", "domrow", "countfrom", "daterange", "opendays"),
    *("weekly", "nth", "ahead", "stretch", "lasting", "spweek", "sprange", "spnums"),
))  # fmt: skip


def said_in(phrase: Phrase, calendar: Calendar, now: datetime, booked: datetime | None = None) -> Said:
    """What the items of a «moments», or the days or the hours of a «special», say. Raises TimeDoubtError.

    `booked` is when the visit is that is moved.
    """
    said = Said(calendar, now, DayGroups(calendar), booked=booked)
    before, separator, has_refused = "", "", False
    for piece in phrase.parts("item", "sep", "spday", "spand", "spout", "sprange", "spnums", "sphour"):
        if piece.name in {"sep", "spand"}:
            separator = _separator(piece, separator)
            continue
        item = piece if piece.name in {"sprange", "spnums"} else piece.parts()[0]
        _refuse_choice(separator, before, item.name)
        if separator == "but" and before in {"exclude", "nottime"}:
            said.contrast()
            if item.name == "bare" and (month := said.month_left_out()):  # «не 2 декабря, а 3»
                said.groups.begin(item, separator, is_first=True)
                said.groups.put_day(NamedDate(item.numbers()[0], month), is_written=True)
                before, separator = "on", ""
                continue
        if separator and before == "span" and said.is_bare_span and item.name in _DAYS:
            raise TimeDoubtError(Doubt.AMBIGUOUS, phrase.words())  # «5-6, 9 декабря»: are the first ones hours?
        refuses = item.name == "exclude" and any(token.kind in {"NOT", "CANNOT"} for token in item.node.leaves())
        if not separator and before and ((refuses and before in HOURS) or (has_refused and item.name in HOURS)):
            raise TimeDoubtError(Doubt.SEVERAL_TIMES)  # «в среду не могу после 15»: the other hours of it may do
        has_refused = refuses
        said.groups.begin(item, separator, is_first=not before)
        _RESOLVERS[item.name](said, item)
        before, separator = item.name, ""
    return said


def _separator(piece: Phrase, before: str) -> str:
    if piece.has("BUT"):
        return "but"
    return "or" if piece.has("OR") else "and" if piece.has("AND") else _sign(piece, before)


def _sign(piece: Phrase, before: str) -> str:
    if before == "dash":
        before = ""  # «12 декабря — закрыто, 14 декабря — закрыто»
    return before or ("dash" if any(token.kind == "DASH" for token in piece.node.leaves()) else "comma")


def _refuse_choice(separator: str, before: str, name: str) -> None:
    """«завтра или в 10» is one of the two, and not both; between two days a dash would be a range."""
    if separator in {"dash", "but"} and {before, name} <= _DAYS:  # «хотела завтра, но лучше в пятницу»
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    if separator == "or" and before and not ({before, name} <= _DAYS):
        raise TimeDoubtError(Doubt.SEVERAL_TIMES)


_RESOLVERS: dict[str, Callable[[Said, Phrase], None]] = HOUR_RESOLVERS | MOVE_RESOLVERS | DAY_RESOLVERS
