"""The day's sheet as a PDF: A4 across, the header on every page."""

from datetime import UTC, datetime, time

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import FontFace

from bot.screens.librarian_day.sheet import HEADER, DaySheetTable
from bot.screens.screen_reader import without_pictures

_FONT = "Roboto"
_MARGIN = 10.0  # millimetres, as all sizes of the page
_WIDTHS = (14, 14, 42, 46, 88, 18, 55)
_LINE = 5.5


def pdf(sheet: DaySheetTable) -> bytes:
    """Draws the sheet as a PDF; the same sheet gives the same file."""
    page = _blank(sheet)
    page.set_font(_FONT, "B", 15)
    page.cell(0, 9, sheet.title, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    page.set_font(_FONT, "", 10)
    with page.table(
        col_widths=_WIDTHS, line_height=_LINE, padding=1, headings_style=FontFace(emphasis="BOLD")
    ) as table:
        table.row(HEADER)
        for line in sheet.lines:
            table.row(tuple(map(without_pictures, line)))  # Roboto has none; an empty cell is the box
    page.ln(3)
    page.set_font(_FONT, "", 9)
    page.multi_cell(0, 4.5, sheet.foot, align=Align.L)
    return bytes(page.output())


class _Page(FPDF):
    """A page of the PDF that numbers itself."""

    def footer(self) -> None:
        """Writes the page number below."""
        self.set_y(-10)
        self.set_font(_FONT, "", 8)
        self.cell(0, 5, f"Страница {self.page_no()} из {{nb}}", align=Align.C)


def _blank(sheet: DaySheetTable) -> FPDF:
    page = _Page(orientation="landscape", format="A4")
    page.set_creation_date(datetime.combine(sheet.day, time(), UTC))  # the same input gives the same file
    page.set_title(sheet.title)
    page.set_lang("ru")
    page.set_margins(_MARGIN, _MARGIN)
    page.set_auto_page_break(auto=True, margin=12)
    page.add_font(_FONT, "", font_roboto.Roboto)
    page.add_font(_FONT, "B", font_roboto.RobotoBold)
    page.add_page()
    return page
