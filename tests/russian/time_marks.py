"""How a reader has done with typed words: right, asked (or refused), or wrong."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from bot.booking.typed.typed_closure import read_closure
from bot.centres.card_edits import CardPart, UnclearChangeError, read_change
from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_consultations import UnclearNumberError, read_consultations
from bot.centres.hours.typed_hours import read_hours
from bot.centres.typed_announcement import announcement_of
from bot.russian.time.doubts import Unsure
from bot.russian.time.values import Days
from bot.russian.time.visits import read_move, read_when
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, typed_period
from tests.booking.reading_room import MOSCOW, reading_room
from tests.centres.small_region import ZONE
from tests.russian.time_right import DAY, Case, opened, right

LIPKI = reading_room()
VISIT = "2026-12-03T10:00"


class Mark(StrEnum):
    """What came of it."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


def cases(file: str) -> list[Case]:
    """Those of a file beside this one."""
    lines = (Path(__file__).parent / file).read_text().splitlines()
    return [_case(json.loads(line)) for line in lines]


def marked(case: Case) -> Mark:
    """A value where a question was right is wrong, like any other value."""
    found = _READERS[case.use](case)
    if found is None:
        return Mark.ASKED
    return Mark.RIGHT if "ask" not in case.right and found == right(case) else Mark.WRONG


def _case(read: Mapping[str, str]) -> Case:
    now = datetime.fromisoformat(read["now"]).replace(tzinfo=MOSCOW)
    meant = read["right"]
    assert isinstance(meant, dict)
    return Case(
        read["id"],
        read["use"],
        read["text"],
        now,
        meant,
        read.get("severity", ""),
        read.get("was", ""),
        read.get("visit", VISIT),
    )


def _visit(case: Case) -> object:
    read = read_when(case.text, case.now)
    if isinstance(read, Unsure) or not read.sure:
        return None
    return _ahead(case, read.days), read.at, read.since, read.until


def _move(case: Case) -> object:
    """Of a visit on Thursday, 3 December, at ten, unless the case says another moment."""
    read = read_move(case.text, case.now, datetime.fromisoformat(case.visit).replace(tzinfo=MOSCOW))
    if isinstance(read, Unsure) or not read.sure:
        return None
    return _ahead(case, read.days), read.at, read.since, read.until


def _ahead(case: Case, days: Days | None) -> frozenset[date] | None:
    """Those of the next months that are meant: however it was said, the same days are the same."""
    if days is None:
        return None
    return frozenset(day for n in range(-60, 330) if (day := case.now.date() + n * DAY) in days)


def _closure(case: Case) -> object:
    read = read_closure(case.text, LIPKI, case.now)
    return None if isinstance(read, Unsure) else read


def _hours(case: Case) -> object:
    try:
        return opened(read_hours(case.text, ZONE))
    except UnclearHoursError:
        return None


def _consultations(case: Case) -> object:
    try:
        return opened(read_consultations(case.text, ZONE).hours)
    except (UnclearHoursError, UnclearNumberError):
        return None


def _period(case: Case) -> object:
    try:
        return typed_period(case.text, case.now.date())
    except (UnclearPeriodError, BackwardsPeriodError):
        return None


def _announcement(case: Case) -> object:
    """The days on which it shows the centre closed, or None where it closes nothing by itself."""
    try:
        notice = announcement_of(read_change(CardPart.ANNOUNCEMENT, case.text, LIPKI, case.now.date())["notice"])
    except UnclearChangeError:
        return None
    closed = frozenset(day for n in range(330) if notice and notice.closes(day := case.now.date() + n * DAY))
    return closed or None


_READERS: Mapping[str, Callable[[Case], object]] = {
    "visit": _visit,
    "move": _move,
    "close": _closure,
    "absence": _closure,
    "hours": _hours,
    "consultations": _consultations,
    "period": _period,
    "announcement": _announcement,
}
