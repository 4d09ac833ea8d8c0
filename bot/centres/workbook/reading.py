"""Rows of a workbook → what they tell of each centre: new, asked, conflicting with ours, or refused."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.centres.card_edits import CardPart, NewFields, UnclearChangeError, changed, read_change
from bot.centres.centre import Centre, CentreId
from bot.centres.closing_words import is_doubtful_closing
from bot.centres.directory import Directory
from bot.centres.imports.export_region import names_another_region
from bot.centres.none_said import says_all_open
from bot.centres.typed_announcement import closes
from bot.centres.workbook.matching import Matcher
from bot.centres.workbook.outcome import (
    AskedCell,
    CellDoubt,
    ConflictingCell,
    RefusedRow,
    RowDoubt,
    RowOutcome,
    UnderstoodCell,
)
from bot.centres.workbook.reception import read_reception
from bot.centres.workbook.table import (
    RECEPTION_COLUMNS,
    CentreColumn,
    ExportedCell,
    WrittenCell,
    WrittenRow,
    WrittenTable,
)
from bot.centres.workbook.values import same_hours, value_of
from bot.russian.normalize import bare_words, fold_spaces

EXAMPLE_ID = "пример"
_PARTS = {
    CentreColumn.ADDRESS: CardPart.ADDRESS,
    CentreColumn.PHONE: CardPart.PHONE,
    CentreColumn.SITE: CardPart.SITE,
    CentreColumn.HOURS: CardPart.HOURS,
    CentreColumn.SERVICES: CardPart.SERVICES,
    CentreColumn.ANNOUNCEMENT: CardPart.ANNOUNCEMENT,
}
_NOT_KNOWN = frozenset({"", "не знаю", "неизвестно", "не известно", "уточняется", "уточняем", "уточню", "нет данных"})
_Read = UnderstoodCell | AskedCell | ConflictingCell
_Value = tuple[CentreColumn, NewFields] | AskedCell  # hours may tell an announcement


class WorkbookReader:
    """Compares a table with the centres as they are now."""

    def __init__(self, table: WrittenTable, directory: Directory, region: str, zone: ZoneInfo, today: date) -> None:
        self._table = table
        self._directory = directory
        self._region = region
        self._matcher = Matcher(directory, region, zone)
        self._today = today

    def outcomes(self) -> tuple[RowOutcome, ...]:
        """Every row, in its order; the example is no library."""
        rows = [row for row in self._table.rows if not _is_example(row)]
        return _without_twins([self._outcome(row) for row in rows], rows)

    def _outcome(self, row: WrittenRow) -> RowOutcome:
        name, remark = row.text(CentreColumn.NAME), row.text(CentreColumn.REMARK)
        sent = self._sent(row, CentreColumn.NAME)
        matched = self._matcher.match(row, sent.shown if sent else None)
        if isinstance(matched, RefusedRow):
            return RowOutcome(row.number, name, refused=matched, remark=remark)
        cells = tuple(self._cells(row, matched.centre, is_new=matched.is_new))
        return RowOutcome(
            row.number,
            name or matched.centre.short_name,
            matched.centre,
            matched.is_new,
            tuple(cell for cell in cells if isinstance(cell, UnderstoodCell)),
            tuple(cell for cell in cells if isinstance(cell, AskedCell)),
            tuple(cell for cell in cells if isinstance(cell, ConflictingCell)),
            remark=remark,
        )

    def _cells(self, row: WrittenRow, centre: Centre, *, is_new: bool) -> Iterator[_Read]:
        if not is_new:
            yield from self._renamed(row, centre)
        read = (*(self._cell(row, column, centre) for column in _PARTS), self._reception(row, centre))
        yield from filter(None, read)

    def _cell(self, row: WrittenRow, column: CentreColumn, centre: Centre) -> _Read | None:
        cell, sent = row.cells.get(column), self._sent(row, column)
        if cell is None or (sent and fold_spaces(cell.text) == fold_spaces(sent.shown) and not cell.fault):
            return None
        if cell.fault:
            return AskedCell(column, cell.at, cell.text, cell.fault)
        if bare_words(cell.text) in _NOT_KNOWN or (column is CentreColumn.ANNOUNCEMENT and _is_open(cell.text, centre)):
            cleared = sent and sent.shown and not cell.text
            return AskedCell(column, cell.at, sent.shown, CellDoubt.CLEARED) if sent and cleared else None
        read = self._read(row, column, cell, centre)
        if isinstance(read, AskedCell):
            return read
        told, fields = read
        return self._told(told, fields, centre, self._sent(row, told))

    def _read(self, row: WrittenRow, column: CentreColumn, cell: WrittenCell, centre: Centre) -> _Value:
        """What the words of the cell mean, or why that is asked."""
        if column is CentreColumn.ADDRESS and names_another_region(cell.text, self._region):
            return AskedCell(column, cell.at, cell.text, CellDoubt.OTHER_REGION)
        try:
            fields = read_change(_PARTS[column], cell.text, centre, self._today, shown=False)
        except UnclearChangeError as unclear:
            closing = self._closing(row, cell, centre) if column is CentreColumn.HOURS else None
            return closing or AskedCell(column, cell.at, cell.text, CellDoubt.UNCLEAR, unclear)
        if column is CentreColumn.ANNOUNCEMENT and not closes(fields["notice"]) and is_doubtful_closing(cell.text):
            return AskedCell(column, cell.at, cell.text, CellDoubt.CLOSED_OR_NOT)
        return column, fields

    def _closing(self, row: WrittenRow, cell: WrittenCell, centre: Centre) -> _Value | None:
        """«Закрыто до 20 декабря» in the hours: an announcement, where its own column tells none."""
        if not is_doubtful_closing(cell.text):
            return None
        try:
            fields = read_change(CardPart.ANNOUNCEMENT, cell.text, centre, self._today)
        except UnclearChangeError:
            return None
        if closes(fields["notice"]) and self._is_untouched(row, CentreColumn.ANNOUNCEMENT):
            return CentreColumn.ANNOUNCEMENT, fields
        return AskedCell(CentreColumn.HOURS, cell.at, cell.text, CellDoubt.CLOSED_OR_NOT)

    def _reception(self, row: WrittenRow, centre: Centre) -> _Read | None:
        if all(self._is_untouched(row, column) for column in RECEPTION_COLUMNS):
            return None
        sent = self._sent(row, CentreColumn.RECEPTION)
        read = read_reception(row, centre, sent.shown if sent else None)
        return read if isinstance(read, AskedCell) else self._told(CentreColumn.RECEPTION, read, centre, sent)

    def _is_untouched(self, row: WrittenRow, column: CentreColumn) -> bool:
        sent = self._sent(row, column)
        return fold_spaces(row.text(column)) == fold_spaces(sent.shown if sent else "")

    def _told(
        self, column: CentreColumn, fields: NewFields, centre: Centre, sent: ExportedCell | None
    ) -> UnderstoodCell | ConflictingCell | None:
        """New only where ours is still what was sent round, or where we know nothing."""
        told = changed(centre, fields)
        ours, theirs = value_of(centre, column), value_of(told, column)
        if ours == theirs or (column is CentreColumn.HOURS and same_hours(centre.hours, told.hours, self._today)):
            return None
        if ours and (sent is None or sent.value != ours):
            return ConflictingCell(column, fields, sent.shown if sent else None)
        if sent and sent.value != ours:  # what was sent round has been taken back since
            return ConflictingCell(column, fields, sent.shown)
        return UnderstoodCell(column, fields)

    def _renamed(self, row: WrittenRow, centre: Centre) -> Iterator[AskedCell]:
        for column, why, ours in (
            (CentreColumn.NAME, CellDoubt.NAME_CHANGED, (centre.name, centre.short_name)),
            (CentreColumn.MUNICIPALITY, CellDoubt.PLACE_CHANGED, centre.municipality.names),
            (CentreColumn.SETTLEMENT, CellDoubt.PLACE_CHANGED, (centre.settlement or "",)),
        ):
            cell, known = row.cells.get(column), {bare_words(one) for one in ours}
            is_by_name = not row.text(CentreColumn.ID)
            if not cell or not cell.text or is_by_name or self._is_untouched(row, column):
                continue
            if bare_words(cell.text) not in known:
                yield AskedCell(column, cell.at, cell.text, why)

    def _sent(self, row: WrittenRow, column: CentreColumn) -> ExportedCell | None:
        return self._table.exported.get((row.text(CentreColumn.ID), column))


def _is_open(text: str, centre: Centre) -> bool:
    """Whether the words answer that nothing is closed, and nothing is announced that they would take away."""
    return says_all_open(text) and centre.announcement is None


def _is_example(row: WrittenRow) -> bool:
    return bare_words(row.text(CentreColumn.ID)) == EXAMPLE_ID or bare_words(row.text(CentreColumn.NAME)).startswith(
        EXAMPLE_ID
    )


def _without_twins(outcomes: Sequence[RowOutcome], rows: Sequence[WrittenRow]) -> tuple[RowOutcome, ...]:
    """Rows about one library: the same words twice are said once, different ones are refused together."""
    by_centre: dict[CentreId | tuple[str, str], list[int]] = {}
    for at, one in enumerate(outcomes):
        if one.centre:
            key = (one.name.casefold(), one.centre.settlement or "") if one.is_new else one.centre.id
            by_centre.setdefault(key, []).append(at)
    kept = list(outcomes)
    for places in (places for places in by_centre.values() if len(places) > 1):
        same = len({tuple(rows[at].text(column) for column in CentreColumn) for at in places}) == 1
        numbers = ", ".join(str(rows[at].number) for at in places)
        for at in places[1:] if same else places:
            kept[at] = replace(outcomes[at], understood=(), asked=(), conflicting=(), is_new=False)
            if not same:
                kept[at] = replace(kept[at], refused=RefusedRow(RowDoubt.TWICE, numbers))
    return tuple(kept)
