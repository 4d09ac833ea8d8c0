"""The day on paper: what stands on the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.booking.booking import BookingState
from bot.centres.centre import Centre
from bot.screens.booking.time_list import day_of
from bot.screens.centres.hours_text import clock
from bot.screens.librarian_day.visit import OUTCOMES, DayVisit, notes
from bot.screens.my_bookings.own_visit import capital

HEADER = ("Время", "Код", "Кто", "С чем", "Примечание", "Пришёл", "Итог")
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class DaySheetTable:
    """What is printed: a title, lines of as many cells as the header has, a line at the foot."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    foot: str
    day: date


def sheet(centre: Centre, day: date, visits: Sequence[DayVisit]) -> DaySheetTable:
    """The visits of the day; what is marked already is printed, the rest is to be ticked by pen."""
    title = f"{centre.short_name}. {capital(day_of(day))} {day.year} года"
    foot = f"Итог: {'; '.join(f'{n} — {words.lower()}' for n, words in enumerate(OUTCOMES.values(), 1))}."
    return DaySheetTable(title, tuple(map(_line, visits)), foot, day)


def _line(visit: DayVisit) -> tuple[str, ...]:
    booking = visit.booking
    came = {BookingState.ARRIVED: "да", BookingState.NO_SHOW: "нет"}.get(booking.state, _BOX)
    outcome = OUTCOMES[booking.outcome] if booking.outcome else ""
    return (clock(visit.starts), booking.code, visit.called, visit.about, " ".join(notes(visit)), came, outcome)
