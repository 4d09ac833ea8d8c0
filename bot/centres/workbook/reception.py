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

_YES = frozenset({
    *("да", "есть", "принимаем", "по записи", "yes", "1", "записываем", "да конечно", "конечно", "да принимаем"),
    *("ведем прием", "да есть", "да по записи", "будем", "да будем"),
})  # fmt: skip
_NO = frozenset({
    *("нет", "не принимаем", "записи нет", "no", "0", "без записи", "живая очередь", "пока нет", "нет пока"),
    *("не ведем", "нет не принимаем", "не будем", "нет записи", "не записываем"),
})  # fmt: skip
_TICKS = frozenset({"+", "✓", "✔", "√", "v"})  # a list is ticked like a form; what a cross or a dash means is asked
_IN_WORDS = {
    "один": 1,
    "одно": 1,
    "два": 2,
    "две": 2,
    "три": 3,
    "четверть часа": 15,
    "полчаса": 30,
    "час": 60,
    "полтора часа": 90,
}
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
    ticked = receives.text.strip().casefold() in _TICKS
    said = "да" if ticked else bare_words(receives.text)
    if said in _NO:
        if hours.text and hours.text != sent_hours:
            return AskedCell(CentreColumn.RECEPTION, hours.at, hours.text, CellDoubt.RECEPTION_BOTH)
        return {"consultations": None}
    if said not in _YES:
        why = CellDoubt.YES_OR_NO if receives.text.strip() else CellDoubt.RECEPTION_UNSAID
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
        read = read_change(CardPart.CONSULTATIONS, hours.text, centre, _NO_DAY, shown=False)["consultations"]
    except UnclearChangeError as unclear:
        return AskedCell(CentreColumn.RECEPTION, hours.at, hours.text, CellDoubt.UNCLEAR, unclear)
    return {"consultations": {**read, **numbers} if isinstance(read, Mapping) else None}


def _count(cell: WrittenCell, column: CentreColumn) -> int | AskedCell | None:
    if not cell.text:
        return None
    found, limit = _NUMBER.fullmatch(cell.text), _LIMITS[_NAMES[column]]
    count = int(found[1]) if found else _IN_WORDS.get(bare_words(cell.text).removeprefix("по "))
    if count is not None and limit.least <= count <= limit.most:
        return count
    unclear = UnclearChangeError(CardPart.CONSULTATIONS, limit=limit)
    return AskedCell(column, cell.at, cell.text, CellDoubt.NUMBER, unclear)
