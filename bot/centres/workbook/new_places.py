"""Settlements that rows name and we do not know: a region that begins knows only the seats of its districts."""

import re
from collections.abc import Iterator, Sequence

from bot.centres.directory import Directory
from bot.centres.imports.export_region import names_another_region
from bot.centres.places.settlement import Settlement
from bot.centres.places.settlement_kind import without_kind
from bot.centres.workbook.matching import settlements_called
from bot.centres.workbook.table import CentreColumn, WrittenRow, WrittenTable

_NAME = re.compile(r"[А-ЯЁ][А-ЯЁа-яё0-9 ().№-]{1,59}")  # with a capital: a remark in that cell is no name


def new_places(table: WrittenTable, directory: Directory, region: str) -> tuple[Settlement, ...]:
    """The unknown settlements of rows that tell a known district, once each, without a point on the map."""
    found = (place for row in table.rows for place in _place(row, directory, region))
    return tuple({place.id: place for place in found}.values())


def with_places(directory: Directory, places: Sequence[Settlement]) -> Directory:
    """The directory as it would be with those settlements."""
    return Directory(directory.centres, directory.municipalities, (*directory.settlements, *places))


def _place(row: WrittenRow, directory: Directory, region: str) -> Iterator[Settlement]:
    municipality = directory.municipalities.named(row.text(CentreColumn.MUNICIPALITY))
    name = " ".join(without_kind(row.text(CentreColumn.SETTLEMENT)).split())
    if municipality is None or row.text(CentreColumn.ID) or not _NAME.fullmatch(name):
        return
    is_known = settlements_called(name, municipality, directory.settlements)
    if not is_known and not names_another_region(row.text(CentreColumn.ADDRESS), region):
        yield Settlement(name, municipality)
