"""A table of centres as it stands in a file: rows and cells, before anything of them is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class CentreColumn(StrEnum):
    """The columns of the workbook, in their order."""

    ID = "id"
    NAME = "name"
    MUNICIPALITY = "municipality"
    SETTLEMENT = "settlement"
    ADDRESS = "address"
    PHONE = "phone"
    SITE = "site"
    HOURS = "hours"
    SERVICES = "services"
    RECEIVES = "receives"  # whether people may book: yes or no
    RECEPTION = "reception"  # in which hours
    DESKS = "desks"
    MINUTES = "minutes"
    ANNOUNCEMENT = "announcement"
    REMARK = "remark"  # for people alone


RECEPTION_COLUMNS = (CentreColumn.RECEIVES, CentreColumn.RECEPTION, CentreColumn.DESKS, CentreColumn.MINUTES)


class CellFault(StrEnum):
    """Why the words of a cell cannot be had."""

    FORMULA = "formula"
    MERGED = "merged"
    DATE = "date"  # the program made a date or a time of the words: «9-18» is 18 September
    ERROR = "error"  # «#REF!»


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """What stands in a cell, and where: «F5»."""

    text: str
    at: str
    fault: CellFault | None = None


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row; a column that the table does not have is not in it."""

    number: int
    cells: Mapping[CentreColumn, WrittenCell]

    def text(self, column: CentreColumn) -> str:
        """The words of the cell; empty where there is none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class ExportedCell:
    """A cell as it was sent round: its words, and the value behind them as the file of centres had it."""

    shown: str
    value: str


Exported = Mapping[tuple[str, CentreColumn], ExportedCell]  # by the id of the centre


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """The rows under the titles, what was sent round, and titles that mean nothing to us."""

    sheet: str
    rows: tuple[WrittenRow, ...]
    exported: Exported = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


class TableFault(StrEnum):
    """Why a file holds no table of centres that can be read."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_BIG = "too big"
    OLD_EXCEL = "old excel"  # .xls, or a workbook with a password
    LIBRE_OFFICE = "libre office"
    OTHER_KIND = "other kind"
    DAMAGED = "damaged"
    NO_TITLES = "no titles"
    LOST_LETTERS = "lost letters"  # question marks: saved in an encoding without Russian letters
    NO_ROWS = "no rows"
    TOO_MANY_ROWS = "too many rows"


class UnreadableTableError(ValueError):
    """The file as a whole cannot be used; `detail` is a number or a word for people."""

    def __init__(self, fault: TableFault, detail: str = "") -> None:
        super().__init__(f"{fault} {detail}".strip())
        self.fault = fault
        self.detail = detail
