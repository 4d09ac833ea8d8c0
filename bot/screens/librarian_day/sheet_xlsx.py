"""The day's sheet as a workbook: A4 across, one page wide, the header on every page."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from bot.screens.librarian_day.sheet import BOXES, COUNTED, HEADER, DaySheetTable

_A4 = 9  # as XlsxWriter numbers paper
_WIDTHS = (8, 8, 24, 30, 42, 10, 30)  # characters; about a page across
_HEADER_ROW = 2


def xlsx(sheet: DaySheetTable) -> bytes:
    """Writes the sheet as a workbook; the same sheet gives the same file."""
    file = BytesIO()
    # Whatever people are called stays text: no formula, no number, no link is made of it.
    workbook = Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    workbook.set_properties({"title": sheet.title, "created": datetime.combine(sheet.day, time(), UTC)})
    _fill(workbook, sheet)
    workbook.close()
    return file.getvalue()


def _fill(workbook: Workbook, sheet: DaySheetTable) -> None:
    bold = workbook.add_format({"bold": True, "font_size": 14})
    head = workbook.add_format({"bold": True, "border": 1, "bg_color": "#E7E6E6", "valign": "vcenter"})
    cell = workbook.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    page = workbook.add_worksheet("День")
    _set_up(page)
    page.write_string(0, 0, sheet.title, bold)
    for column, words in enumerate(HEADER):
        page.write_string(_HEADER_ROW, column, words, head)
    for number, line in enumerate(sheet.lines, _HEADER_ROW + 1):
        for column, words in enumerate(line):
            page.write_string(number, column, words, cell)
    end = _boxes(page, sheet, head, cell)
    page.write_string(end + 1, 0, sheet.foot)


def _boxes(page: Any, sheet: DaySheetTable, head: object, cell: object) -> int:  # noqa: ANN401 - XlsxWriter has no types
    """A line for each topic with boxes to tick and a place for their sum; the row after the last one."""
    top = _HEADER_ROW + len(sheet.lines) + 2
    _counted_row(page, top, (sheet.counted_title, "", COUNTED), head)
    for number, topic in enumerate(sheet.counted, top + 1):
        _counted_row(page, number, (topic, " ".join("☐" * BOXES), ""), cell)
    return top + len(sheet.counted) + 1


def _counted_row(page: Any, number: int, words: tuple[str, str, str], look: object) -> None:  # noqa: ANN401 - as above
    """The topic over the first three columns, the boxes over the next two, the sum in the sixth."""
    page.merge_range(number, 0, number, 2, words[0], look)
    page.merge_range(number, 3, number, 4, words[1], look)
    page.write_string(number, 5, words[2], look)


def _set_up(page: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADER_ROW)
    page.freeze_panes(_HEADER_ROW + 1, 0)
    page.set_footer("&CСтраница &P из &N")
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
