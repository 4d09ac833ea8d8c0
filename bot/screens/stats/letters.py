"""The letters with figures: short, the same words as in /stats."""

from html import escape

from bot.screens.screen import Button, Screen, row
from bot.screens.stats import text as words
from bot.screens.stats.actions import EVERYWHERE, MakeReport, ShowFigures
from bot.screens.stats.names import NameOf
from bot.screens.stats.summary import told
from bot.stats.period_request import codes
from bot.stats.report import Report


def week_letter(report: Report, outcome: NameOf) -> Screen:
    """The weekly letter to an admin, on Monday."""
    return _letter("Неделя в цифрах", "все центры", report, outcome)


def month_letter(report: Report, place: str, outcome: NameOf) -> Screen:
    """The monthly letter to a centre's librarian, on the first of the month."""
    return _letter("Месяц в цифрах", place, report, outcome)


def _letter(title: str, place: str, report: Report, outcome: NameOf) -> Screen:
    first, last = codes(report.period)
    centre = report.centre or EVERYWHERE
    head = f"<b>{title}: {escape(place)}, {words.days(report.period)}</b>"
    text = "\n\n".join((head, *told(report, outcome)))
    more = Button("Подробнее", ShowFigures(first, last, centre))
    return Screen(text, (row(more), row(Button("Отчёт для Excel", MakeReport(first, last, centre)))))
