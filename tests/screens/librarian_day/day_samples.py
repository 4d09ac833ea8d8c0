"""Visits as librarians see them, for tests of the screens."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.booking.booking import Booking, BookingId, VisitCode, Visitor
from bot.region.outcomes import load_outcomes
from bot.region.topics import Topic
from bot.screens.librarian_day.sheet import SheetLists
from bot.screens.librarian_day.visit import DayVisit
from tests.booking.reading_room import MOSCOW, reading_room
from tests.booking.visiting import AT, a_booking

CENTRE = reading_room()
OUTCOMES = load_outcomes(Path("data/outcomes.yaml"))[0]
TOPIC = Topic("passport", "Паспорт", 30, ("паспорт",), ("хранить пароль", "входить без человека"))
LISTS = SheetLists((TOPIC,), OUTCOMES)


def a_visit(booking: Booking | None = None, **changes: Any) -> DayVisit:
    return replace(DayVisit(booking or a_booking(), CENTRE, TOPIC, MOSCOW, AT - timedelta(days=1), OUTCOMES), **changes)


def visits(count: int) -> list[DayVisit]:
    """So many, half an hour apart."""
    return [
        a_visit(
            a_booking(
                id=BookingId(number + 1),
                code=VisitCode("КМ47"),
                visitor=Visitor(f"Гость {number + 1}"),
                starts_at=AT + number * timedelta(minutes=30),
                ends_at=AT + (number + 1) * timedelta(minutes=30),
            )
        )
        for number in range(count)
    ]
