"""The day's sheet as a PDF: A4 across, the header on every page."""

from datetime import UTC, datetime, time

import font_roboto  # type: ignore[import-untyped]  # - two files of letters, no types
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import FontFace

from bot.screens.librarian_day.sheet import BOXES, COUNTED, HEADER, DaySheetTable
from bot.screens.screen_reader import without_pictures

_FONT = "Roboto"
_MARGIN = 10.0  # millimetres, as all sizes of the page
_WIDTHS = (14, 14, 42, 46, 88, 18, 55)
_TOPIC_WIDTH, _BOX_WIDTH, _SUM_WIDTH = 90, 10, 24
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
    _boxes(page, sheet)
    page.ln(3)
    page.set_font(_FONT, "", 9)
    page.multi_cell(0, 4.5, sheet.foot, align=Align.L)
    return bytes(page.output())


def _boxes(page: FPDF, sheet: DaySheetTable) -> None:
    """A line of empty cells for each topic, to be ticked one by one."""
    page.set_font(_FONT, "", 10)
    widths = (_TOPIC_WIDTH, *(_BOX_WIDTH,) * BOXES, _SUM_WIDTH)
    heading = FontFace(emphasis="BOLD")
    with page.table(
        col_widths=widths, line_height=_LINE, padding=0.5, headings_style=heading, width=sum(widths), align=Align.L
    ) as table:
        table.row((sheet.counted_title, *(str(number) for number in range(1, BOXES + 1)), COUNTED))
        for topic in sheet.counted:
            table.row((topic, *("",) * (BOXES + 1)))


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
