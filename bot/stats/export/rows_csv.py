"""Rows as a CSV file that Excel opens with a double click: «;», UTF-8 with a mark, decimal commas."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from bot.stats.export.atomic_file import whole_file
from bot.stats.export.sheet import Cell, WorkbookSheet

# Excel takes a text that begins so for a formula; an apostrophe in front makes it words again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(sheet: WorkbookSheet, file: Path) -> int:
    """The table alone, without its heading; how many rows there are. Raises NotWrittenError."""
    with whole_file(file) as part, part.open("w", encoding="utf-8-sig", errors="replace", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow([column.title for column in sheet.columns])
        return sum(1 for row in _written(sheet.rows) if writer.writerow(row))


def _written(rows: Iterable[tuple[Cell, ...]]) -> Iterable[list[str]]:
    return ([_text(cell) for cell in row] for row in rows)


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell
        case datetime():
            return f"{cell:%d.%m.%Y %H:%M}"
        case date():
            return f"{cell:%d.%m.%Y}"
        case float():
            return str(cell).replace(".", ",")
        case _:
            return str(cell)
