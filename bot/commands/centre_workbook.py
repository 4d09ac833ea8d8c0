"""The commands `export-centres`, and `import-centres` of a table: told first, written when asked to."""

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.editing import Editor, RefusedChangeError
from bot.centres.workbook.new_places import new_places, with_places
from bot.centres.workbook.outcome import RowOutcome, to_write
from bot.centres.workbook.reading import WorkbookReader
from bot.centres.workbook.records import changed_fields, new_centres
from bot.centres.workbook.table import UnreadableTableError
from bot.centres.workbook.table_file import read_table
from bot.commands.imports import load_ours
from bot.russian.words import plural
from bot.screens.centre_workbook import doubts, report
from bot.screens.centre_workbook.titles import TITLES
from bot.screens.centre_workbook.xlsx import xlsx
from bot.stats.export.atomic_file import NotWrittenError, whole_file

NOTHING_WRITTEN = "Это отчёт: файлы не тронуты. Записать понятое: добавьте --write."
NOTHING_NEW = "Записывать нечего."


def export(folder: Path, zone: ZoneInfo, file: Path, now: datetime) -> int:
    """Writes the workbook that is sent round; 1 where it cannot be written."""
    region, directory = load_ours(folder, zone)
    if region is None or directory is None:
        return 1
    content = xlsx(directory.centres, directory.municipalities, region.name, now.astimezone(zone))
    try:
        with whole_file(file) as part:
            part.write_bytes(content)
    except NotWrittenError as error:
        sys.stderr.write(f"Файл {error.file} не записан: {error.reason}.\n")
        return 1
    count = plural(len(directory.centres), "центр", "центра", "центров")
    _write([f"{file}: {count}. Разошлите, потом прочтите: python -m bot import-centres {file}"])
    return 0


def read(folder: Path, zone: ZoneInfo, file: Path, now: datetime, *, write: bool, may_add_places: bool = False) -> int:
    """Tells what a filled table means and writes what was understood; 1 where nothing of it can be used.

    Settlements that nobody knows are added where they may be; otherwise their rows are refused.
    """
    region, directory = load_ours(folder, zone)
    if region is None or directory is None:
        return 1
    try:
        table = read_table(file, TITLES)
    except UnreadableTableError as error:
        sys.stderr.write(f"{file}: {doubts.file_words(error)}\n")
        return 1
    here = now.astimezone(zone)
    places = new_places(table, directory, region.name) if may_add_places else ()
    outcomes = WorkbookReader(table, with_places(directory, places), region.name, zone, here.date()).outcomes()
    _write(report.lines(table, outcomes, here, places))
    wanted = to_write(outcomes)
    if not wanted or not write:
        _write([NOTHING_WRITTEN if wanted else NOTHING_NEW])
        return 0
    editor = Editor(folder, zone)
    if places:
        editor.change_settlements(places, (), here)
    return _written(editor, wanted, here)


def _written(editor: Editor, rows: Sequence[RowOutcome], now: datetime) -> int:
    """All at once; where that is refused, row by row: one faulty row holds up no other."""
    try:
        kept = _change(editor, rows, now)
    except RefusedChangeError:
        refused = sum(not _is_written(editor, row, now) for row in rows)
        _write([f"Записано строк: {len(rows) - refused}, не записано: {refused}."])
        return 1 if refused else 0
    _write([f"Записано. Прежняя версия: {kept}. Что спросить и что разошлось, решает человек."])
    return 0


def _is_written(editor: Editor, row: RowOutcome, now: datetime) -> bool:
    try:
        _change(editor, (row,), now)
    except RefusedChangeError as refused:
        reasons = "; ".join(f"{problem.reason} {problem.cure}" for problem in refused.problems[:3])
        sys.stderr.write(f"Строка {row.number} не записана: {reasons}\n")
        return False
    return True


def _change(editor: Editor, rows: Sequence[RowOutcome], now: datetime) -> Path:
    day = now.date()
    source = f"таблица центров, {day.isoformat()}"
    remark = f"# Из таблицы центров, {day.isoformat()}: проверьте каждую запись."
    return editor.change_centres(changed_fields(rows, source, day), new_centres(rows, source, day), now, remark)


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
