"""A file of centres, told by what is in it and not by its name: a workbook, or a text with separators."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from bot.centres.workbook.csv_table import read_csv
from bot.centres.workbook.table import CentreColumn, TableFault, UnreadableTableError, WrittenTable
from bot.centres.workbook.titles import Titles
from bot.centres.workbook.xlsx_table import read_xlsx

MAX_BYTES = 20_000_000
_MAX_UNPACKED = 200_000_000  # a workbook is a packed folder: its size tells little of what comes out of it
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {b"%PDF": "PDF", b"{\\rtf": "RTF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"Rar!": "RAR"}


def is_json(file: Path) -> bool:
    """Whether the file begins as the open data of the Ministry do."""
    try:
        with file.open("rb") as opened:
            return opened.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))
    except OSError:
        return False


def read_table(file: Path, titles: Mapping[str, CentreColumn]) -> WrittenTable:
    """The table of the file. Raises UnreadableTableError."""
    raw = _bytes(file)
    if raw.startswith(_OLE):
        raise UnreadableTableError(TableFault.OLD_EXCEL)
    if raw.startswith(_ZIP):
        _look_inside(file)
        table = read_xlsx(file, Titles(titles))
    else:
        _refuse_other_kinds(raw)
        table = read_csv(raw, Titles(titles))
    if not table.rows:
        raise UnreadableTableError(TableFault.NO_ROWS)
    return table


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise UnreadableTableError(TableFault.TOO_BIG)
        raw = file.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableTableError(TableFault.MISSING) from error
    except OSError as error:
        raise UnreadableTableError(TableFault.UNREADABLE, error.strerror or str(error)) from error
    if not raw.strip(b"\x00\xef\xbb\xbf \r\n\t;,"):
        raise UnreadableTableError(TableFault.EMPTY)
    return raw


def _look_inside(file: Path) -> None:
    try:
        with ZipFile(file) as packed:
            names, size = set(packed.namelist()), sum(one.file_size for one in packed.infolist())
    except (BadZipFile, OSError) as error:
        raise UnreadableTableError(TableFault.DAMAGED) from error
    if "xl/workbook.xml" not in names:
        is_open_document = "mimetype" in names and "content.xml" in names
        raise UnreadableTableError(TableFault.LIBRE_OFFICE if is_open_document else TableFault.OTHER_KIND)
    if size > _MAX_UNPACKED:
        raise UnreadableTableError(TableFault.TOO_BIG)


def _refuse_other_kinds(raw: bytes) -> None:
    for start, kind in _OTHER_KINDS.items():
        if raw.startswith(start):
            raise UnreadableTableError(TableFault.OTHER_KIND, kind)
    head = raw[:2000].lstrip().lower()
    if head.startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise UnreadableTableError(TableFault.OTHER_KIND, "HTML")
