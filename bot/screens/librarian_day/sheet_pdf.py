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
_WIDTHS = (14, 14, 48, 62, 72, 17, 50)
_TOPIC_WIDTH, _BOX_WIDTH, _SUM_WIDTH = 88, 13.5, 27
_LINE, _FOOT_LINE = 5.5, 4.5
_BOTTOM, _GAP = 12.0, 3.0
_BOX_PADDING = 0.5
_LOWEST_BOX, _TALLEST_BOX = 5.0, 11.0  # a row of boxes, without its padding


def pdf(sheet: DaySheetTable) -> bytes:
    """Draws the sheet as a PDF; the same sheet gives the same file."""
    page = _blank(sheet)
    page.set_font(_FONT, "B", 15)
    page.cell(0, 9, sheet.title, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    page.set_font(_FONT, "", 10)
    with page.table(
        col_widths=_WIDTHS, line_height=_LINE, padding=1, headings_style=FontFace(emphasis="BOLD"), text_align=Align.L
    ) as table:
        table.row(HEADER)
        for line in sheet.lines:
            table.row(tuple(map(without_pictures, line)))  # Roboto has none; an empty cell is the box
    page.ln(_GAP)
    _boxes(page, sheet)
    page.ln(3)
    page.set_font(_FONT, "", 9)
    page.multi_cell(0, _FOOT_LINE, sheet.foot, align=Align.L)
    return bytes(page.output())


def _boxes(page: FPDF, sheet: DaySheetTable) -> None:
    """A line of empty cells for each topic, to be ticked one by one: all on one page, as high as it allows."""
    number = len(sheet.counted) + 1
    if _height_of_a_row(page, sheet, number) < _LOWEST_BOX:
        _fill_with_blank_lines(page, sheet)
        page.add_page()
    height = min(_height_of_a_row(page, sheet, number), _TALLEST_BOX)
    page.set_font(_FONT, "", 10)
    widths = (_TOPIC_WIDTH, *(_BOX_WIDTH,) * BOXES, _SUM_WIDTH)
    heading = FontFace(emphasis="BOLD")
    with page.table(
        col_widths=widths,
        line_height=height,
        padding=_BOX_PADDING,
        headings_style=heading,
        width=sum(widths),
        align=Align.L,
        text_align=Align.L,
    ) as table:
        table.row((sheet.counted_title, *(str(number) for number in range(1, BOXES + 1)), COUNTED))
        for topic in sheet.counted:
            table.row((topic, *("",) * (BOXES + 1)))


def _fill_with_blank_lines(page: FPDF, sheet: DaySheetTable) -> None:
    """Lines for those without a booking on what would be an empty half of the page."""
    fitting = int((page.h - _BOTTOM - page.get_y()) / (_LINE + 2))
    if fitting < 1:
        return
    page.set_y(page.get_y() - _GAP)  # they go on where the last line ended
    with page.table(
        col_widths=_WIDTHS, line_height=_LINE, padding=1, first_row_as_headings=False, text_align=Align.L
    ) as table:
        for _ in range(fitting):
            table.row(tuple(map(without_pictures, sheet.lines[-1])))


def _height_of_a_row(page: FPDF, sheet: DaySheetTable, rows: int) -> float:
    """What the rest of the page gives to each row of boxes when the foot stands below them."""
    page.set_font(_FONT, "", 9)
    foot = page.multi_cell(0, _FOOT_LINE, sheet.foot, align=Align.L, dry_run=True, output="LINES")
    below = 3 + _FOOT_LINE * len(foot if isinstance(foot, list) else (foot,))
    return (page.h - _BOTTOM - page.get_y() - below - 1) / rows - 2 * _BOX_PADDING


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
    page.set_auto_page_break(auto=True, margin=_BOTTOM)
    page.add_font(_FONT, "", font_roboto.Roboto)
    page.add_font(_FONT, "B", font_roboto.RobotoBold)
    page.add_page()
    return page
