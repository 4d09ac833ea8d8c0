"""A workbook as it is sent round, and the hands that fill it: real files, by the library that Excel people use."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.centres.directory import Directory, load
from bot.centres.workbook.outcome import RowOutcome
from bot.centres.workbook.reading import WorkbookReader
from bot.centres.workbook.table import CentreColumn
from bot.centres.workbook.table_file import read_table
from bot.screens.centre_workbook.report import lines
from bot.screens.centre_workbook.titles import COLUMNS, TITLES
from bot.screens.centre_workbook.xlsx import xlsx
from tests.centres.small_region import ZONE, at

REGION = "Псковская область"
NOW = at("2026-11-30 12:00")
Fill = Mapping[CentreColumn, object]


def exported(folder: Path, file: Path, now: datetime = NOW) -> Path:
    """The workbook of the folder's centres."""
    directory, problems = load(folder, ZONE)
    assert problems == []
    file.write_bytes(xlsx(directory.centres, directory.municipalities, REGION, now))
    return file


def fill(file: Path, filled: Mapping[str, Fill], new: tuple[Fill, ...] = ()) -> Path:
    """Types into the rows of the libraries with these ids, and into the empty rows below."""
    book = load_workbook(file)
    sheet = book["Центры"]
    rows = {sheet.cell(number, 1).value: number for number in range(3, sheet.max_row + 1)}
    for id_, words in filled.items():
        _type(sheet, rows[id_], words)
    for number, words in enumerate(new, first_empty(sheet)):
        _type(sheet, number, words)
    book.save(file)
    return file


def first_empty(sheet: Worksheet) -> int:
    return next(number for number in range(3, sheet.max_row + 1) if not sheet.cell(number, 2).value)


def read(folder: Path, file: Path) -> tuple[RowOutcome, ...]:
    return WorkbookReader(read_table(file, TITLES), _directory(folder), REGION, ZONE, NOW.date()).outcomes()


def told(folder: Path, file: Path) -> str:
    """The report of the command."""
    return "\n".join(lines(read_table(file, TITLES), read(folder, file), NOW))


def _directory(folder: Path) -> Directory:
    return load(folder, ZONE)[0]


def _type(sheet: Worksheet, number: int, words: Fill) -> None:
    for column, value in words.items():
        sheet.cell(number, list(COLUMNS).index(column) + 1).value = value  # type: ignore[assignment]  # - a real cell
