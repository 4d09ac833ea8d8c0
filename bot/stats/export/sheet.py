"""What stands on a sheet of a workbook: said in words and numbers, free of any file format."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Cell = str | int | float | date | datetime | None  # None: not known; a datetime is the region's, without a zone


class Form(StrEnum):
    """How the numbers of a column are shown."""

    TEXT = "@"
    COUNT = "[>=1000000]#\\ ###\\ ##0;[>=1000]#\\ ##0;0"  # «1 234 567» whatever the country of the reader's Excel
    # Not as above: LibreOffice drops the minus of a number that no condition claims.
    DIFFERENCE = "+#,##0;-#,##0;0"
    SHARE = "0%"
    DAY = "dd.mm.yyyy"
    MOMENT = "dd.mm.yyyy hh:mm"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the width is in letters, `summed` where the sum of it means something."""

    title: str
    form: Form = Form.TEXT
    width: int = 14
    summed: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A native chart below the table: the first column names, these columns count; `lying` bars for long names."""

    title: str
    columns: tuple[int, ...]
    lying: bool = False


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """One table with its heading and what must be known to read it; `shaded` colours the counts by their size."""

    name: str
    heading: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    notes: tuple[str, ...] = ()
    diagram: Diagram | None = None
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The few words a workbook needs beside its sheets."""

    title: str
    total: str  # «Итого»
    footer: str  # with &P and &N for the page and their number
