"""The day on paper: what stands on the sheet, and the screens that bring it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.booking.booking import State
from bot.centres.centre import Centre
from bot.screens.day_visit import OUTCOMES, DayVisit, notes
from bot.screens.day_ways import whole_day
from bot.screens.hours_words import clock
from bot.screens.own_visit import capital
from bot.screens.screen import Paper, Row, Screen, row
from bot.screens.visit_times import day_of
from bot.screens.ways_out import HOME
from bot.screens.words import day_in_full

HEADER = ("Время", "Код", "Кто", "С чем", "Примечание", "Пришёл", "Итог")
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: a title, lines of as many cells as the header has, a line at the foot."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    foot: str
    day: date


def sheet(centre: Centre, day: date, visits: Sequence[DayVisit]) -> Sheet:
    """The visits of the day; what is marked already is printed, the rest is to be ticked by pen."""
    title = f"{centre.short_name}. {capital(day_of(day))} {day.year} года"
    foot = f"Итог: {'; '.join(f'{n} — {words.lower()}' for n, words in enumerate(OUTCOMES.values(), 1))}."
    return Sheet(title, tuple(map(_line, visits)), foot, day)


def printed(centre: Centre, day: date, visits: Sequence[DayVisit]) -> Screen:
    """The sheet as a PDF."""
    from bot.screens.day_sheet_pdf import pdf  # drawing costs half a second of the start and is seldom asked for

    paper = Paper(f"день-{day.isoformat()}.pdf", pdf(sheet(centre, day, visits)))
    text = f"Лист на {day_in_full(day)} готов: {escape(centre.short_name)}. Распечатайте и отмечайте ручкой."
    return Screen(text, (_back(centre, day),), attached=paper)


def table(centre: Centre, day: date, visits: Sequence[DayVisit]) -> Screen:
    """The sheet as a workbook."""
    from bot.screens.day_sheet_xlsx import xlsx  # as above

    paper = Paper(f"день-{day.isoformat()}.xlsx", xlsx(sheet(centre, day, visits)))
    text = f"Таблица на {day_in_full(day)} готова: {escape(centre.short_name)}. Печатается на листе А4."
    return Screen(text, (_back(centre, day),), attached=paper)


def _line(visit: DayVisit) -> tuple[str, ...]:
    booking = visit.booking
    came = {State.ARRIVED: "да", State.NO_SHOW: "нет"}.get(booking.state, _BOX)
    outcome = OUTCOMES[booking.outcome] if booking.outcome else ""
    return (clock(visit.starts), booking.code, visit.called, visit.about, " ".join(notes(visit)), came, outcome)


def _back(centre: Centre, day: date) -> Row:
    return row(whole_day(centre, day), HOME)
