"""The commands `import-centres` and `import-settlements`: a report first, then what contradicts nothing."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import Directory, load
from bot.centres.editing import Editor, RefusedChangeError
from bot.centres.imports.centre_merge import Difference, MergeReport, compare
from bot.centres.imports.libraries_export import read_libraries_export
from bot.centres.imports.records import filled_fields, new_records
from bot.centres.imports.settlement_import import SettlementsReport, import_settlements
from bot.datafiles.file_problem import FileProblem
from bot.region.region import Region, load_region

NOTHING_WRITTEN = "Это отчёт: файлы не тронуты. Записать новое и недостающее: добавьте --write."


def centres(folder: Path, zone: ZoneInfo, file: Path, now: datetime, *, write: bool) -> int:
    """Compares the ministry's export with our centres."""
    region, directory = load_ours(folder, zone)
    if region is None or directory is None:
        return 1
    libraries, problems = read_libraries_export(file, region.name)
    _told(problems)
    if not libraries:
        sys.stderr.write(f"В файле нет библиотек, в адресе которых «{region.name}».\n")
        return 1
    report = compare(libraries, directory)
    _write(_centres_in_words(report))
    if not write:
        _write([NOTHING_WRITTEN])
        return 0
    as_of = now.date().isoformat()
    new = new_records(report, directory, "opendata.mkrf.ru, набор libraries", as_of)
    editor = Editor(folder, zone)
    remark = f"# Из выгрузки Министерства культуры, {as_of}: проверьте каждую запись."
    try:
        kept = editor.change_centres(filled_fields(report, as_of), new, now, remark)
    except RefusedChangeError as refused:
        return _refused(refused)
    _write([f"Записано. Прежняя версия: {kept}. Противоречия решает человек."])
    return 0


def settlements(folder: Path, zone: ZoneInfo, file: Path, now: datetime, *, write: bool) -> int:
    """Compares a GeoNames dump or a postal file with our settlements."""
    region, directory = load_ours(folder, zone)
    if region is None or directory is None:
        return 1
    report, problems = import_settlements(file, directory, region.geonames_admin1)
    _told(problems)
    if not any((report.new, report.located, report.moved, report.known)):
        return 1
    _write(_settlements_in_words(report))
    if not write:
        _write([NOTHING_WRITTEN])
        return 0
    try:
        kept = Editor(folder, zone).change_settlements(report.new, report.located, now)
    except RefusedChangeError as refused:
        return _refused(refused)
    _write([f"Записано. Прежняя версия: {kept}."])
    return 0


def load_ours(folder: Path, zone: ZoneInfo) -> tuple[Region | None, Directory | None]:
    """Our region and centres; None where a file of ours is faulty, which has been told."""
    region, of_region = load_region(folder / "region.yaml")
    directory, of_centres = load(folder, zone)
    if _told([*of_region, *of_centres]):
        sys.stderr.write("Сначала исправьте свои файлы: python -m bot check.\n")
        return None, None
    return region, directory


def _centres_in_words(report: MergeReport) -> Iterator[str]:
    yield f"Новых: {len(report.new)}"
    yield from (f"  + {new.library.name} ({new.place.name}, {new.place.municipality.short})" for new in report.new)
    yield f"Дополняют наши пробелы: {len(report.filled)}"
    yield from map(_difference, report.filled)
    yield f"Противоречат, остаётся наше: {len(report.conflicting)}"
    yield from map(_difference, report.conflicting)
    yield f"Совпадают: {report.same}"
    yield f"Место не найдено в settlements.csv: {len(report.unplaced)}"
    yield from (f"  ? {library.name}: {library.address}" for library in report.unplaced)


def _difference(difference: Difference) -> str:
    ours = difference.ours or "неизвестно"
    return f"  {difference.centre}.{difference.field}: у нас «{ours}», в выгрузке «{difference.theirs}»"


def _settlements_in_words(report: SettlementsReport) -> Iterator[str]:
    yield f"Новых: {len(report.new)}, из них с округом по ближайшему соседу: {len(report.unsure_district)}"
    yield from (f"  + {one.name} ({one.municipality.short})" for one in report.new[:20])
    if len(report.new) > 20:
        yield f"  … и ещё {len(report.new) - 20}"
    yield f"Получат точку на карте: {len(report.located)}"
    yield f"Другое место, остаётся наше: {len(report.moved)}"
    yield from (
        f"  {one.ours.name} ({one.ours.municipality.short}): {one.km:.0f} км от нашей точки" for one in report.moved
    )
    yield f"Уже известны: {report.known}, пропущено: {report.skipped}"


def _refused(refused: RefusedChangeError) -> int:
    _told(refused.problems)
    sys.stderr.write("Ничего не записано.\n")
    return 1


def _told(problems: Sequence[FileProblem]) -> bool:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return bool(problems)


def _write(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
