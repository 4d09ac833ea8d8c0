"""The screens that bring the day's sheet, to print or to fill in."""

from collections.abc import Sequence
from datetime import date
from html import escape

from bot.centres.centre import Centre
from bot.russian.words import day_in_full
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.navigation import whole_day
from bot.screens.librarian_day.sheet import SheetLists, sheet
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.screen import Paper, Row, Screen, row


def printed(centre: Centre, day: date, visits: Sequence[DayVisit], lists: SheetLists) -> Screen:
    """The day's sheet as a PDF."""
    from bot.screens.librarian_day.sheet_pdf import (
        pdf,  # drawing costs half a second of the start and is seldom asked for
    )

    paper = Paper(f"день-{day.isoformat()}.pdf", pdf(sheet(centre, day, visits, lists)))
    text = f"Лист на {day_in_full(day)} готов: {escape(centre.short_name)}. Распечатайте и отмечайте ручкой."
    return Screen(text, (_back(centre, day),), attached=paper)


def table(centre: Centre, day: date, visits: Sequence[DayVisit], lists: SheetLists) -> Screen:
    """The day's sheet as a workbook."""
    from bot.screens.librarian_day.sheet_xlsx import xlsx  # as above

    paper = Paper(f"день-{day.isoformat()}.xlsx", xlsx(sheet(centre, day, visits, lists)))
    text = f"Таблица на {day_in_full(day)} готова: {escape(centre.short_name)}. Печатается на листе А4."
    return Screen(text, (_back(centre, day),), attached=paper)


def _back(centre: Centre, day: date) -> Row:
    return row(whole_day(centre, day), HOME)
