"""A poster of a centre for the door: A4, its name, its hours, and a square that opens it in the chat."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
import segno
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from bot.centres.centre import Centre
from bot.screens.centres.centre_card import deep_link, settled
from bot.screens.centres.hours_text import of_date, week_in_words

_FONT = "Roboto"
_MARGIN = 20.0  # millimetres, as all sizes of the page
_QR = 75.0
_PAPER_WIDTH = 210.0
_LONGEST_ADDRESS = 200


def poster(centre: Centre, bot_name: str, today: date) -> bytes:
    """Draws the poster as a PDF of one page."""
    page = _blank(centre, today)
    _line(page, "Помощь с Госуслугами", 38, bold=True)
    _line(page, centre.short_name, 26, bold=True, above=6)
    _line(page, (centre.address or settled(centre))[:_LONGEST_ADDRESS], 16, above=2)
    _hours(page, centre, today)
    _square(page, deep_link(centre, bot_name))
    return bytes(page.output())


def _blank(centre: Centre, today: date) -> FPDF:
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(today, time(), ZoneInfo("UTC")))  # the same input gives the same file
    page.set_title(centre.short_name)
    page.set_lang("ru")
    page.set_margins(_MARGIN, _MARGIN)
    page.set_auto_page_break(auto=False)
    page.add_font(_FONT, "", font_roboto.Roboto)
    page.add_font(_FONT, "B", font_roboto.RobotoBold)
    page.add_page()
    return page


def _hours(page: FPDF, centre: Centre, today: date) -> None:
    if centre.hours is None:
        _line(page, "Часы работы:", 20, bold=True, above=10)
        _line(page, "________________________________", 20, above=4)
        _line(page, "________________________________", 20, above=4)
        return
    _line(page, "Часы работы", 20, bold=True, above=10)
    for text in week_in_words(centre.hours, today):
        _line(page, text, 18, above=1)
    if centre.checked is None:
        dated = of_date(centre.hours_as_of)
        _line(page, f"Сведения {dated}. Перед печатью сверьте часы и исправьте их в боте: /hours.", 11, above=3)


def _square(page: FPDF, link: str) -> None:
    """Drawn as squares, so that it stays sharp at any size; 4 modules of white around, as ISO/IEC 18004 asks."""
    rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=4))
    module = _QR / len(rows)
    top, left = 297 - _MARGIN - _QR - 18, (_PAPER_WIDTH - _QR) / 2
    page.set_xy(_MARGIN, top - 16)
    _line(page, "Спросите бота библиотеки: наведите камеру телефона", 16)
    page.set_fill_color(0, 0, 0)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                # A hair wider than a module: printers leave white seams between squares that only touch.
                page.rect(left + across * module, top + down * module, module + 0.02, module + 0.02, style="F")
    page.set_xy(_MARGIN, top + _QR + 2)
    _line(page, link.removeprefix("https://"), 12)


def _line(page: FPDF, text: str, size: float, *, bold: bool = False, above: float = 0) -> None:
    page.set_font(_FONT, "B" if bold else "", size)
    page.set_y(page.get_y() + above)
    page.multi_cell(0, size * 0.45, text, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
