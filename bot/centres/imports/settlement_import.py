"""Villages from GeoNames, its country dump or the list of post offices, compared with ours."""

from dataclasses import dataclass
from pathlib import Path

from bot.centres.directory import Directory
from bot.centres.imports.settlement_rows import APART_KM, UNKNOWN_TABLE, SettlementRow, settlement_rows
from bot.centres.places.geo import Point, distance_km
from bot.centres.places.place_words import plain, words_of
from bot.centres.places.settlement import Settlement
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import read_text

MAX_BYTES = 400_000_000  # the dump of a large country


@dataclass(frozen=True, slots=True)
class Moved:
    """A settlement that the import puts elsewhere: ours stays until an editor decides."""

    ours: Settlement
    point: Point
    km: float


@dataclass(frozen=True, slots=True)
class SettlementsReport:
    """What a file would add; nothing is changed by the report itself."""

    new: tuple[Settlement, ...] = ()
    located: tuple[Settlement, ...] = ()  # ours without a point, with the point the file gives
    moved: tuple[Moved, ...] = ()
    known: int = 0
    unsure_district: tuple[Settlement, ...] = ()  # among the new: the district is that of the nearest known place
    skipped: int = 0


def import_settlements(file: Path, directory: Directory, admin1: str) -> tuple[SettlementsReport, list[FileProblem]]:
    """Compares a file with ours; `admin1` is the region's code in GeoNames."""
    problems: list[FileProblem] = []
    text = read_text(file, problems, MAX_BYTES)
    if text is None:
        return SettlementsReport(), problems
    lines = text.splitlines()
    rows = settlement_rows(lines, directory, admin1, file, problems)
    if rows is None:
        problems.append(FileProblem(file, 1, "по первой строке не видно, что это за таблица.", UNKNOWN_TABLE))
        return SettlementsReport(), problems
    return _compared(rows, directory), problems


def _compared(rows: list[SettlementRow], directory: Directory) -> SettlementsReport:
    ours = {(_key(name), one.municipality.id): one for one in directory.settlements for name in one.names}
    new: dict[object, Settlement] = {}
    unsure: list[Settlement] = []
    located: list[Settlement] = []
    moved: list[Moved] = []
    known = skipped = 0
    for row in rows:
        if not (row.name and row.municipality):
            skipped += 1
            continue
        mine = ours.get((_key(row.name), row.municipality.id))
        settlement = Settlement(row.name, row.municipality, (), row.point, row.population)
        if mine is None:
            new.setdefault((_key(row.name), row.municipality.id), settlement)
            unsure += [] if row.sure else [settlement]
        elif row.point and mine.point is None:
            located.append(Settlement(mine.name, mine.municipality, mine.other_names, row.point, mine.population))
        elif row.point and mine.point and (km := distance_km(row.point, mine.point)) > APART_KM:
            moved.append(Moved(mine, row.point, km))
        else:
            known += 1
    return SettlementsReport(
        tuple(new.values()), tuple(located), tuple(moved), known, tuple(dict.fromkeys(unsure)), skipped
    )


def _key(name: str) -> tuple[str, ...]:
    return words_of(plain(name))
