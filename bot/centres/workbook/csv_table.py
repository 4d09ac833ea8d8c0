"""A text with separators as Excel saves it: «;», «,» or tabs, in UTF-8, UTF-16 or the old code page of Windows."""

import csv
from collections.abc import Sequence
from io import StringIO

from bot.centres.workbook.table import (
    CentreColumn,
    TableFault,
    UnreadableTableError,
    WrittenCell,
    WrittenRow,
    WrittenTable,
)
from bot.centres.workbook.titles import HeaderRow, Titles

MOST_ROWS = 3000  # more libraries than any region has
_SEPARATORS = (";", ",", "\t", "|")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv(raw: bytes, titles: Titles) -> WrittenTable:
    """The table of the text. Raises UnreadableTableError."""
    text = _decoded(raw)
    good = []
    for separator in _SEPARATORS:
        rows = _rows(text, separator)
        if header := titles.header(rows):
            good.append((rows, header))
    if not good:
        raise UnreadableTableError(TableFault.LOST_LETTERS if "????" in text else TableFault.NO_TITLES)
    return _table(*max(good, key=lambda pair: len(pair[1].columns)))


def letter(place: int) -> str:
    """The letter of a column by its number from 0: 0 is «A», 26 is «AA»."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF16):
        return raw.decode("utf-16", errors="replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1251", errors="replace")
    if "\x00" in text:
        raise UnreadableTableError(TableFault.OTHER_KIND)
    return text


def _rows(text: str, separator: str) -> Sequence[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return ()


def _table(rows: Sequence[list[str]], header: HeaderRow) -> WrittenTable:
    below = rows[header.number + 1 :]
    found = [
        WrittenRow(number, _cells(row, number, header))
        for number, row in enumerate(below, header.number + 2)
        if any(cell.strip() for cell in row)
    ]
    if len(found) > MOST_ROWS:
        raise UnreadableTableError(TableFault.TOO_MANY_ROWS, str(len(found)))
    return WrittenTable("", tuple(found), unknown=header.unknown)


def _cells(row: Sequence[str], number: int, header: HeaderRow) -> dict[CentreColumn, WrittenCell]:
    return {
        column: WrittenCell((row[place] if place < len(row) else "").strip(), f"{letter(place)}{number}")
        for place, column in header.columns.items()
    }
