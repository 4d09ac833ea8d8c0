"""Titles of columns, found wherever they stand: people move columns and sheets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.centres.workbook.table import CentreColumn
from bot.russian.normalize import bare_words

HEADER_WITHIN = 30  # rows; letters to the reader may stand above the table
_ENOUGH = 3  # titles that make a row a header


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The row of titles: its number from 0, the column of each place, and titles that mean nothing to us."""

    number: int
    columns: Mapping[int, CentreColumn]
    unknown: tuple[str, ...]


class Titles:
    """The known titles, whatever their capitals, commas and line breaks."""

    def __init__(self, known: Mapping[str, CentreColumn]) -> None:
        self._known = {bare_words(title): column for title, column in known.items()}

    def header(self, rows: Iterable[Sequence[str]]) -> HeaderRow | None:
        """The best of the first rows; None where there is no header among them."""
        found = [self._header(number, row) for number, row in enumerate(rows) if number < HEADER_WITHIN]
        good = [one for one in found if len(one.columns) >= _ENOUGH and CentreColumn.NAME in one.columns.values()]
        return max(good, key=lambda one: len(one.columns), default=None)

    def _header(self, number: int, row: Sequence[str]) -> HeaderRow:
        columns: dict[int, CentreColumn] = {}
        unknown: list[str] = []
        for place, title in enumerate(row):
            column = self._known.get(bare_words(title))
            if column and column not in columns.values():
                columns[place] = column
            elif title.strip():
                unknown.append(" ".join(title.split())[:60])
        return HeaderRow(number, columns, tuple(unknown))
