"""Sheets → a workbook for Excel and LibreOffice."""

from collections.abc import Iterable
from datetime import date, datetime
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from bot.stats.export.atomic_file import whole_file
from bot.stats.export.sheet import Cell, Column, Form, Words, WorkbookSheet
from bot.stats.export.sheet_chart import insert

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576  # Excel's, of one sheet
_A4 = 9
_LINE = 14  # points
_DENSE = 1.15  # letters in the room of one digit, which widths are counted in


def write(
    sheets: Iterable[WorkbookSheet], file: Path, words: Words, made: datetime, most_rows: int = MOST_ROWS
) -> None:
    """The file whole, or nothing. Raises NotWrittenError."""
    from xlsxwriter import Workbook  # costs a tenth of the start and is seldom asked for
    from xlsxwriter.exceptions import FileCreateError

    with whole_file(file) as part:
        # Rows go to the disk at once: a year of them would fill the memory. The folder disappears with all in it.
        book = Workbook(str(part), {"constant_memory": True, "tmpdir": str(part.parent)})
        book.use_zip64()
        book.set_properties({"title": words.title, "created": made})
        try:
            for sheet in sheets:
                _Writer(book, sheet, words, most_rows).write()
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error  # what the system said
        finally:
            for page in book.worksheets():
                page._opt_close()  # noqa: SLF001 - after a full disk nobody else closes its temporary files


class _Writer:
    """One sheet from its top row to its last; constant memory takes rows in their order only."""

    def __init__(self, book: "Workbook", sheet: WorkbookSheet, words: Words, most_rows: int) -> None:
        self._book, self._sheet, self._words, self._most_rows = book, sheet, words, most_rows
        self._looks = [self._look(**_cell(column)) for column in sheet.columns]
        self._sums: list[float] = [0] * len(sheet.columns)
        self._last = len(sheet.columns) - 1
        self._pages = self._first = self._at = 0
        self._page: Worksheet

    def write(self) -> None:
        """All rows, on further pages where one is full."""
        self._begin_page()
        for row in self._sheet.rows:
            if self._at == self._most_rows:
                self._end_page()
                self._begin_page()
            self._row(row)
            self._at += 1
        self._end_page()
        rows = (self._first, self._at - 1)
        if self._at == self._first:
            return
        if self._pages == 1 and any(column.summed for column in self._sheet.columns) and self._at < self._most_rows:
            self._total()
        if self._sheet.diagram:
            insert(self._book, self._page, self._sheet, rows, self._at + 2)

    def _begin_page(self) -> None:
        """A page with its heading; the next row is the first of the table."""
        self._pages += 1
        number = f" ({self._pages})" if self._pages > 1 else ""
        self._page = self._book.add_worksheet(f"{self._sheet.name[: 31 - len(number)]}{number}")
        for place, column in enumerate(self._sheet.columns):
            self._page.set_column(place, place, column.width)
        self._page.write_string(0, 0, _clean(self._sheet.heading), self._look(bold=True, font_size=14))
        self._at = 1
        for note in self._sheet.notes:
            self._note(note)
        self._page.set_row(self._at, 32)
        look = self._look(bold=True, text_wrap=True, align="center", valign="vcenter", bg_color="#D9E8F3", border=1)
        for place, column in enumerate(self._sheet.columns):
            self._page.write_string(self._at, place, column.title, look)
        self._for_print()
        self._at += 1
        self._first = self._at

    def _note(self, note: str) -> None:
        """Across the whole table, as high as it needs."""
        letters = sum(column.width for column in self._sheet.columns)
        self._page.set_row(self._at, 15 * (1 + len(note) // letters))
        look = self._look(italic=True, text_wrap=True, valign="top", font_color="#444444")
        self._page.merge_range(self._at, 0, self._at, self._last, _clean(note), look)
        self._at += 1

    def _row(self, row: tuple[Cell, ...]) -> None:
        if (lines := self._lines(row)) > 1:  # LibreOffice does not find the height by itself
            self._page.set_row(self._at, _LINE * lines)
        for place, cell in enumerate(row):
            look = self._looks[place]
            match cell:
                case None:
                    self._page.write_blank(self._at, place, None, look)
                case str():
                    # As a string whatever it begins with: «=…» from a file stays words.
                    self._page.write_string(self._at, place, _clean(cell), look)
                case date():
                    self._page.write_datetime(self._at, place, cell, look)
                case _:
                    self._page.write_number(self._at, place, cell, look)
                    self._sums[place] += cell

    def _lines(self, row: tuple[Cell, ...]) -> int:
        words = zip(row, self._sheet.columns, strict=True)
        return max(ceil(len(cell) / column.width / _DENSE) if isinstance(cell, str) else 1 for cell, column in words)

    def _total(self) -> None:
        """The sums of what the filter shows."""
        self._page.write_string(self._at, 0, self._words.total, self._look(bold=True, top=1))
        for place, column in enumerate(self._sheet.columns):
            if column.summed:
                span = f"{_letter(place)}{self._first + 1}:{_letter(place)}{self._at}"
                look = self._look(bold=True, top=1, num_format=column.form.value, align="right")
                self._page.write_formula(self._at, place, f"=SUBTOTAL(109,{span})", look, self._sums[place])

    def _end_page(self) -> None:
        last = max(self._at - 1, self._first)
        self._page.autofilter(self._first - 1, 0, last, self._last)
        if self._sheet.shaded:
            scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#56B4E9"}
            self._page.conditional_format(self._first, 1, last, self._last, scale)

    def _for_print(self) -> None:
        self._page.freeze_panes(self._at + 1, 1)
        self._page.set_landscape()
        self._page.set_paper(_A4)
        self._page.set_margins(0.5, 0.5, 0.6, 0.7)
        self._page.fit_to_pages(1, 0)
        self._page.repeat_rows(self._at)
        self._page.set_footer(f"&C{self._words.footer}")

    def _look(self, **how: object) -> "Format":
        return self._book.add_format({"font_name": "Arial", "font_size": 10, **how})


def _cell(column: Column) -> dict[str, object]:
    words = column.form is Form.TEXT
    return {"num_format": column.form.value, "align": "left" if words else "right", "valign": "top", "text_wrap": words}


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _clean(text: str) -> str:
    return text.encode(errors="replace").decode()
