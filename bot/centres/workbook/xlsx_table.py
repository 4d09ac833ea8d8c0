"""A workbook of Excel: the sheet with the titles, its cells, and what was sent round."""

import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.centres.workbook.csv_table import MOST_ROWS, letter
from bot.centres.workbook.table import (
    CellFault,
    CentreColumn,
    Exported,
    ExportedCell,
    TableFault,
    UnreadableTableError,
    WrittenCell,
    WrittenRow,
    WrittenTable,
)
from bot.centres.workbook.titles import HEADER_WITHIN, HeaderRow, Titles

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

EXPORTED_SHEET = "exported"  # hidden: the id, the column, the words and the value of each cell that was sent round
_LAST_ROW = 20_000  # of a sheet that is looked at: beyond it lie only forgotten spaces and formats
_MOST_COLUMNS = 60


def read_xlsx(file: Path, titles: Titles) -> WrittenTable:
    """The table of the workbook, on whichever sheet it stands. Raises UnreadableTableError."""
    book = _opened(file)
    found = [(sheet, header) for sheet in book.worksheets if (header := titles.header(_first_rows(sheet)))]
    if not found:
        raise UnreadableTableError(TableFault.NO_TITLES)
    sheet, header = max(found, key=lambda pair: len(pair[1].columns))
    rows = _rows(sheet, header)
    if len(rows) > MOST_ROWS:
        raise UnreadableTableError(TableFault.TOO_MANY_ROWS, str(len(rows)))
    return WrittenTable(sheet.title, rows, _exported(book), header.unknown)


def _opened(file: Path) -> "Workbook":
    from openpyxl import load_workbook  # a tenth of a second, and only this command needs it
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings(), file.open("rb") as opened:
            warnings.simplefilter("ignore")  # of styles and lists that it does not keep: nothing is written back
            return load_workbook(opened)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise UnreadableTableError(TableFault.DAMAGED) from error  # a broken part of XML is a SyntaxError


def _first_rows(sheet: "Worksheet") -> Iterator[list[str]]:
    for row in sheet.iter_rows(max_row=min(HEADER_WITHIN, sheet.max_row), max_col=_MOST_COLUMNS, values_only=True):
        yield [_words(value) for value in row]


def _rows(sheet: "Worksheet", header: HeaderRow) -> tuple[WrittenRow, ...]:
    if sheet.max_row > _LAST_ROW:
        raise UnreadableTableError(TableFault.TOO_MANY_ROWS, str(sheet.max_row))
    merged = _merged(sheet)
    found = []
    for number, row in enumerate(sheet.iter_rows(min_row=header.number + 2, max_col=_MOST_COLUMNS), header.number + 2):
        cells = {
            column: _cell(row[place], f"{letter(place)}{number}", merged) for place, column in header.columns.items()
        }
        if any(cell.text for cell in cells.values()):
            found.append(WrittenRow(number, cells))
    return tuple(found)


def _merged(sheet: "Worksheet") -> frozenset[str]:
    """The cells of every stretch that was made one cell and has something in it."""
    return frozenset(
        f"{letter(place - 1)}{number}"
        for stretch in sheet.merged_cells.ranges
        if sheet.cell(stretch.min_row, stretch.min_col).value is not None and stretch.max_row <= _LAST_ROW
        for number in range(stretch.min_row, stretch.max_row + 1)
        for place in range(stretch.min_col, min(stretch.max_col, _MOST_COLUMNS) + 1)
    )


def _cell(cell: "Cell | MergedCell", at: str, merged: frozenset[str]) -> WrittenCell:
    text = _words(cell.value)
    if at in merged:
        return WrittenCell(text, at, CellFault.MERGED)
    if cell.data_type == "f":
        return WrittenCell(text, at, CellFault.FORMULA)
    if cell.data_type == "e":
        return WrittenCell(text, at, CellFault.ERROR)
    if isinstance(cell.value, datetime | date | time | timedelta):
        return WrittenCell(text, at, CellFault.DATE)
    return WrittenCell(text, at)


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M}"
        case bool():
            return "да" if value else "нет"
        case _:
            return str(value).strip()


def _exported(book: "Workbook") -> Exported:
    """What the hidden sheet tells; nothing where it was lost on the way."""
    if EXPORTED_SHEET not in book.sheetnames:
        return {}
    known: Mapping[str, CentreColumn] = {column.value: column for column in CentreColumn}
    found: dict[tuple[str, CentreColumn], ExportedCell] = {}
    for row in book[EXPORTED_SHEET].iter_rows(min_col=1, max_col=4, values_only=True):
        id_, column, shown, value = map(_words, row)
        if column in known:
            found[id_, known[column]] = ExportedCell(shown, value)
    return found
