"""Four columns that are one value: whether people may book, in which hours, how many at once and how long."""

import re
from collections.abc import Mapping
from datetime import date

from bot.centres.card_edits import CardPart, NewFields, UnclearChangeError, read_change
from bot.centres.centre import Centre
from bot.centres.hours.typed_consultations import LIMITS
from bot.centres.workbook.outcome import AskedCell, CellDoubt
from bot.centres.workbook.table import RECEPTION_COLUMNS, CentreColumn, WrittenCell, WrittenRow
from bot.russian.normalize import bare_words

_YES = frozenset({"да", "есть", "принимаем", "по записи", "yes", "1", "записываем"})
_NO = frozenset({"нет", "не принимаем", "записи нет", "no", "0", "без записи", "живая очередь"})
_NUMBER = re.compile(r"\D{0,20}(\d{1,4})(?:[.,]0+)?\D{0,20}")
_LIMITS = {limit.name: limit for limit in LIMITS}
_NAMES = {CentreColumn.DESKS: "desks", CentreColumn.MINUTES: "minutes"}
_BLANK = WrittenCell("", "")
_NO_DAY = date.min  # hours of consultation mean the same on every day


def read_reception(row: WrittenRow, centre: Centre, sent_hours: str | None) -> NewFields | AskedCell:
    """The consultations that the row means; `sent_hours` are the words of hours as they were sent round."""
    cells = {column: row.cells.get(column, _BLANK) for column in RECEPTION_COLUMNS}
    for column, cell in cells.items():
        if cell.fault:
            return AskedCell(column, cell.at, cell.text, cell.fault)
    receives, hours = (cells[column] for column in (CentreColumn.RECEIVES, CentreColumn.RECEPTION))
    said = bare_words(receives.text)
    if said in _NO:
        if hours.text and hours.text != sent_hours:
            return AskedCell(CentreColumn.RECEPTION, hours.at, hours.text, CellDoubt.RECEPTION_BOTH)
        return {"consultations": None}
    if said not in _YES:
        why = CellDoubt.YES_OR_NO if said else CellDoubt.RECEPTION_UNSAID
        return AskedCell(CentreColumn.RECEIVES, receives.at, receives.text or hours.text, why)
    if not hours.text:
        return AskedCell(CentreColumn.RECEPTION, hours.at, "", CellDoubt.NO_RECEPTION_HOURS)
    return _received(cells, centre, sent_hours)


def _received(
    cells: Mapping[CentreColumn, WrittenCell], centre: Centre, sent_hours: str | None
) -> NewFields | AskedCell:
    numbers: dict[str, int] = {}
    for column, name in _NAMES.items():
        value = _count(cells[column], column)
        if isinstance(value, AskedCell):
            return value
        if value is not None:
            numbers[name] = value
    hours = cells[CentreColumn.RECEPTION]
    if centre.consultations and hours.text == sent_hours:
        received = {"hours": centre.consultations.hours.expression} | {
            limit.name: getattr(centre.consultations, limit.name) for limit in LIMITS
        }
        return {"consultations": received | numbers}
    try:
        read = read_change(CardPart.CONSULTATIONS, hours.text, centre, _NO_DAY)["consultations"]
    except UnclearChangeError as unclear:
        return AskedCell(CentreColumn.RECEPTION, hours.at, hours.text, CellDoubt.UNCLEAR, unclear)
    return {"consultations": {**read, **numbers} if isinstance(read, Mapping) else None}


def _count(cell: WrittenCell, column: CentreColumn) -> int | AskedCell | None:
    if not cell.text:
        return None
    found, limit = _NUMBER.fullmatch(cell.text), _LIMITS[_NAMES[column]]
    if found and limit.least <= int(found[1]) <= limit.most:
        return int(found[1])
    unclear = UnclearChangeError(CardPart.CONSULTATIONS, limit=limit)
    return AskedCell(column, cell.at, cell.text, CellDoubt.NUMBER, unclear)
