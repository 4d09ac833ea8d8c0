"""What a workbook tells, row by row, before anything of it is written."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import shorten

from bot.centres.card_edits import CardPart, NewFields, changed
from bot.centres.centre import Centre
from bot.centres.places.settlement import Settlement
from bot.centres.workbook.outcome import AskedCell, ConflictingCell, RowOutcome, UnderstoodCell
from bot.centres.workbook.table import CentreColumn, WrittenTable
from bot.russian.words import plural
from bot.screens.centre_edits.field_values import value
from bot.screens.centre_workbook.doubts import cell_words, row_words
from bot.screens.centre_workbook.titles import COLUMNS

_LETTERS = 80  # of what was typed
_PARTS = {
    CentreColumn.ADDRESS: CardPart.ADDRESS,
    CentreColumn.PHONE: CardPart.PHONE,
    CentreColumn.SITE: CardPart.SITE,
    CentreColumn.HOURS: CardPart.HOURS,
    CentreColumn.SERVICES: CardPart.SERVICES,
    CentreColumn.RECEPTION: CardPart.CONSULTATIONS,
    CentreColumn.ANNOUNCEMENT: CardPart.ANNOUNCEMENT,
}


def lines(
    table: WrittenTable, outcomes: Sequence[RowOutcome], now: datetime, places: Sequence[Settlement] = ()
) -> Iterator[str]:
    """The report on a workbook, row by row, with its totals; `places` are the settlements it would add."""
    where = f"Лист «{table.sheet}». " if table.sheet else ""
    yield f"{where}Строк с библиотеками: {len(outcomes)}."
    if table.unknown:
        yield "Этих столбцов не знаю и не читаю: " + ", ".join(f"«{title}»" for title in table.unknown[:10]) + "."
    if places:
        told = ", ".join(f"{one.name} ({one.municipality.short})" for one in places)
        yield f"Новые места, допишу в settlements.csv: {told}. Проверьте, нет ли опечаток."
    for outcome in outcomes:
        if outcome.says_something:
            yield ""
            yield from _row(outcome, now)
    yield ""
    yield _total(outcomes)


def _row(outcome: RowOutcome, now: datetime) -> Iterator[str]:
    name = shorten(outcome.name, _LETTERS, placeholder="…") or "без названия"
    if outcome.refused:
        yield f"Строка {outcome.number}. {name}"
        yield f"  отказано:  {row_words(outcome.refused)}"
    elif outcome.centre:
        yield f"Строка {outcome.number}. {name} ({outcome.centre.id})"
        if outcome.is_new:
            yield f"  новый:     {outcome.centre.settlement}, {outcome.centre.municipality.name}"
        yield from (f"  понято:    {_understood(cell, outcome.centre, now)}" for cell in outcome.understood)
        yield from (f"  разошлось: {_conflict(cell, outcome.centre, now)}" for cell in outcome.conflicting)
        yield from (f"  спросить:  {_asked(cell)}" for cell in outcome.asked)
    if outcome.remark:
        yield f"  замечание: «{shorten(outcome.remark, 300, placeholder='…')}»"


def _understood(cell: UnderstoodCell, centre: Centre, now: datetime) -> str:
    before = _value(centre, cell.column, now)
    return f"{COLUMNS[cell.column].title}: {_after(centre, cell.column, cell.fields, now)} (было: {before})"


def _conflict(cell: ConflictingCell, centre: Centre, now: datetime) -> str:
    sent = f"при выгрузке «{cell.sent or 'пусто'}», " if cell.sent is not None else ""
    ours, theirs = _value(centre, cell.column, now), _after(centre, cell.column, cell.fields, now)
    return f"{COLUMNS[cell.column].title}: {sent}у нас сейчас «{ours}», в таблице «{theirs}». Осталось наше."


def _asked(cell: AskedCell) -> str:
    typed = f" «{shorten(cell.text, _LETTERS, placeholder='…')}»" if cell.text else ""
    at = f", клетка {cell.at}" if cell.at else ""
    return f"{COLUMNS[cell.column].title}{at}{typed}: {cell_words(cell)}"


def _after(centre: Centre, column: CentreColumn, fields: NewFields, now: datetime) -> str:
    return _value(changed(centre, fields), column, now)


def _value(centre: Centre, column: CentreColumn, now: datetime) -> str:
    return value(centre, _PARTS[column], now).replace(";\n", "; ")


def _total(outcomes: Sequence[RowOutcome]) -> str:
    fields = sum(len(one.understood) for one in outcomes)
    centres = sum(bool(one.understood) for one in outcomes)
    return (
        f"Итого: понято {plural(fields, 'поле', 'поля', 'полей')} "
        f"({plural(centres, 'библиотека', 'библиотеки', 'библиотек')}), "
        f"новых центров {sum(one.is_new for one in outcomes)}, "
        f"спросить {sum(len(one.asked) for one in outcomes)}, "
        f"разошлось {sum(len(one.conflicting) for one in outcomes)}, "
        f"отказано строк {sum(one.refused is not None for one in outcomes)}, "
        f"без изменений {sum(not one.says_something for one in outcomes)}."
    )
