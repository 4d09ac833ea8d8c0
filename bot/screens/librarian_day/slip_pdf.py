"""The slip for a visitor as a PDF: the upper half of A4 in large letters, to be cut off."""

from datetime import UTC, datetime, time

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from bot.screens.librarian_day.visit_slip import VisitSlip
from bot.screens.screen_reader import without_pictures

_FONT = "Roboto"
_MARGIN = 15.0  # millimetres, as all sizes of the page
_NAME_WIDTH = 28.0
_LINE = 7.0
_LETTERS = 14  # points: read without glasses at arm's length
_TITLE = "Вас ждут в библиотеке"


def slip_pdf(slip: VisitSlip) -> bytes:
    """Draws the slip; the same slip gives the same file."""
    page = _blank(slip)
    page.set_font(_FONT, "B", _LETTERS + 4)
    page.cell(0, 10, _TITLE, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    for name, value in slip.lines:
        page.set_font(_FONT, "", _LETTERS)
        page.cell(_NAME_WIDTH, _LINE, name)
        page.set_font(_FONT, "B", _LETTERS)
        _write(page, value)
    page.set_font(_FONT, "", _LETTERS)
    if slip.bring:
        page.cell(0, _LINE, "Возьмите с собой", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        for thing in slip.bring:
            _write(page, f"—  {thing}")
    page.ln(2)
    for line in slip.foot:
        _write(page, line)
    page.set_dash_pattern(2, 2)
    page.line(0, page.y + 4, page.w, page.y + 4)
    return bytes(page.output())


def _write(page: FPDF, text: str) -> None:
    page.multi_cell(0, _LINE, without_pictures(text), align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _blank(slip: VisitSlip) -> FPDF:
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(slip.day, time(), UTC))  # the same input gives the same file
    page.set_title(_TITLE)
    page.set_lang("ru")
    page.set_margins(_MARGIN, _MARGIN)
    page.set_auto_page_break(auto=True, margin=_MARGIN)
    page.add_font(_FONT, "", font_roboto.Roboto)
    page.add_font(_FONT, "B", font_roboto.RobotoBold)
    page.add_page()
    return page
