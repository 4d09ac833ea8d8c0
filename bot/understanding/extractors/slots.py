"""Fills what was said beside a wish from the words of its piece of the message."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.understanding.acts import Act, ActName
from bot.understanding.extractors.evidence import Evidence
from bot.understanding.extractors.said import SaidPiece
from bot.understanding.extractors.said_numbers import chosen_line, minutes_in, nth
from bot.understanding.extractors.said_visits import coming, moved, of_visit, own_visit_of, where
from bot.understanding.extractors.said_when import left_day, when
from bot.understanding.extractors.staff_slots import STAFF_FILLS
from bot.understanding.extractors.tongues import tongue_of
from bot.understanding.extractors.wanted import want_of
from bot.understanding.turns import Turns

_ORDINAL = re.compile(r"\b(перв|втор(?!ник)|трет|послед)(?:ую|юю|ью|ая|яя|ья|ое|ее|ый|ий|ой)\b")


def with_slots(act: Act, evidence: Evidence, turns: Turns, now: datetime) -> Act:
    """The act with what was said; a time that cannot be acted upon is named among the reasons instead."""
    fill = _FILLS.get(act.name)
    if fill is None:
        return act
    said = SaidPiece(evidence, turns, now)
    found = {name: value for name, value in fill(said).items() if value not in (None, (), "")}
    unsure = [one.text for one in evidence.times if one.is_contradictory and not one.is_left]
    reasons = {**act.reasons, **{f"unsure: {text}": 0.0 for text in unsure}}
    return replace(act, slots=replace(act.slots, **found), reasons=reasons)


def _booked(said: SaidPiece) -> dict[str, Any]:
    return of_visit(said)


def _cancelled(said: SaidPiece) -> dict[str, Any]:
    times = said.evidence.times
    day = when(times).get("day") or left_day(times)
    return {**where(said), "day": day, "code": said.evidence.code, "n": _visit_number(said)}


def _visit_number(said: SaidPiece) -> int | None:
    """Which of the visits to come: «первую», «последнюю»; the number of a date or an hour counts none.

    Two of them in one piece, «первую приду, вторую перенесите», name neither.
    """
    if len(set(_ORDINAL.findall(said.evidence.folded))) > 1:
        return None
    number = nth(said.evidence, len(said.turns.own))
    return None if number in said.evidence.numbers and said.evidence.times else number


def _comes(said: SaidPiece) -> dict[str, Any]:
    """«на вторую приду»: which visit is meant; «приду в два» names an hour."""
    return {**coming(said), "n": _ordinal(said)}


def _moved(said: SaidPiece) -> dict[str, Any]:
    """The new time, and which visit is meant: «вторую перенесите на пятницу»."""
    return {**moved(said), "n": _ordinal(said)}


def _ordinal(said: SaidPiece) -> int | None:
    return _visit_number(said) if _ORDINAL.search(said.evidence.folded) else None


def _late(said: SaidPiece) -> dict[str, Any]:
    day = when(said.evidence.times).get("day")
    return {"minutes": minutes_in(said.evidence.folded), "day": day, "n": _ordinal(said)}


def _own(said: SaidPiece) -> dict[str, Any]:
    return {"want": want_of(ActName.MY_BOOKINGS, said.evidence.folded)}


def _placed(said: SaidPiece) -> dict[str, Any]:
    found, turns = where(said), said.turns
    visit = own_visit_of(said)
    place = found["place"] or turns.shown_centre or turns.shown_place or (visit.settlement if visit else None)
    want = want_of(ActName.PLACE, said.evidence.folded)
    if want == "nearest" and turns.shown_centre and said.evidence.times:
        want = "hours"  # «а в понедельник?» under the card of a centre
    return {**found, "place": place, "want": want, "day": when(said.evidence.times).get("day")}


def _waits(said: SaidPiece) -> dict[str, Any]:
    return {"day": when(said.evidence.times).get("day"), **where(said)}


def _chosen(said: SaidPiece) -> dict[str, Any]:
    return {"n": chosen_line(said.evidence, said.turns.options)}


def _asked_before(said: SaidPiece) -> dict[str, Any]:
    return {"n": next(iter(said.evidence.numbers), None)}


def _foreign(said: SaidPiece) -> dict[str, Any]:
    return {"lang": tongue_of(said.evidence.text)}


_Fill = Callable[[SaidPiece], dict[str, Any]]
_FILLS: Mapping[ActName, _Fill] = {
    ActName.BOOK: _booked,
    ActName.MOVE: _moved,
    ActName.CANCEL: _cancelled,
    ActName.LATE: _late,
    ActName.MY_BOOKINGS: _own,
    ActName.PLACE: _placed,
    ActName.CONFIRM_COMING: _comes,
    ActName.WAIT_LIST: _waits,
    ActName.CHOOSE: _chosen,
    ActName.QUESTION_STATUS: _asked_before,
    ActName.OTHER_LANGUAGE: _foreign,
    **STAFF_FILLS,
}
