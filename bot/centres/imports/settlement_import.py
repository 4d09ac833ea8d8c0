"""Villages from GeoNames: its country dump, or the list of post offices."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import ratio

from bot.centres.directory import Directory
from bot.centres.places.geo import NearestFirst, Point, distance_km
from bot.centres.places.municipality import Municipality
from bot.centres.places.place_words import plain, words_of
from bot.centres.places.settlement import Settlement, name_fault, parse_point
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import read_text
from bot.russian.keyboard_layout import from_transliteration

MAX_BYTES = 400_000_000  # the dump of a large country
_POSTAL = ("place", "district", "lat", "lon", "in_own_district")
_POSTAL_TABS = 11  # of a row of GeoNames' own postal file
_RUSSIAN = re.compile(r"^[А-ЯЁ][А-ЯЁа-яё]*(?:[ -][А-ЯЁа-яё0-9]+)*$")
_SKIPPED = "строка пропущена; исправьте её или удалите."
_APART_KM = 5.0  # points of one settlement farther apart than this contradict each other


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


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    municipality: Municipality | None
    point: Point | None
    population: int = 0
    sure: bool = True


def import_settlements(file: Path, directory: Directory, admin1: str) -> tuple[SettlementsReport, list[FileProblem]]:
    """Compares a file with ours; `admin1` is the region's code in GeoNames."""
    problems: list[FileProblem] = []
    text = read_text(file, problems, MAX_BYTES)
    if text is None:
        return SettlementsReport(), problems
    lines = text.splitlines()
    if lines and set(_POSTAL) <= set(lines[0].split(",")):
        rows = list(_postal(lines, directory, file, problems))
    elif lines and lines[0].count("\t") == _POSTAL_TABS:
        rows = list(_postal_dump(lines, directory, admin1, file, problems))
    elif lines and lines[0].count("\t") == 18:
        rows = list(_dump(lines, directory, admin1, file, problems))
    else:
        cure = (
            "нужна выгрузка страны или почтовый файл с geonames.org (RU.txt) или таблица со столбцами "
            + ",".join(_POSTAL)
            + "."
        )
        problems.append(FileProblem(file, 1, "по первой строке не видно, что это за таблица.", cure))
        return SettlementsReport(), problems
    return _compared(rows, directory), problems


def _postal(lines: list[str], directory: Directory, file: Path, problems: list[FileProblem]) -> Iterator[_Row]:
    for number, row in enumerate(csv.DictReader(lines), 2):
        municipality = directory.municipalities.named(row["district"] or "")
        try:
            point = parse_point(row["lat"] or "", row["lon"] or "")
        except ValueError as error:
            problems.append(FileProblem(file, number, str(error), _SKIPPED))
            continue
        if fault := name_fault(row["place"] or ""):
            problems.append(FileProblem(file, number, fault, _SKIPPED))
            continue
        # «Бежаницы 1» is a second post office, not a village.
        if not row["place"][-1].isdigit():
            yield _Row(row["place"], municipality, point if row["in_own_district"] == "1" else None)


def _postal_dump(
    lines: list[str], directory: Directory, admin1: str, file: Path, problems: list[FileProblem]
) -> Iterator[_Row]:
    """Post offices of the region's code; their points are often another office's and count within the district only."""
    known = NearestFirst((one.point, one.municipality) for one in directory.settlements if one.point)
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != _POSTAL_TABS + 1:
            problems.append(FileProblem(file, number, f"в строке {len(cells)} полей, а нужно 12.", _SKIPPED))
        elif cells[0] == "RU" and cells[4] == admin1 and not cells[2][-1:].isdigit():
            municipality = directory.municipalities.named(cells[5])
            point = _point(cells[9], cells[10], file, number, problems)
            if point is None or (fault := name_fault(cells[2])):
                problems += [] if point is None else [FileProblem(file, number, fault, _SKIPPED)]
                continue
            near = known.nearest_to(point, 1)
            yield _Row(cells[2], municipality, point if near and near[0].what == municipality else None)


def _dump(
    lines: list[str], directory: Directory, admin1: str, file: Path, problems: list[FileProblem]
) -> Iterator[_Row]:
    cells = ((number, line.split("\t")) for number, line in enumerate(lines, 1))
    ours = [(n, row) for n, row in cells if len(row) == 19 and row[6] == "P" and row[8] == "RU" and row[10] == admin1]
    places = [(row, point) for n, row in ours if (point := _point(row[4], row[5], file, n, problems))]
    codes = _district_codes(places, directory)
    known = NearestFirst((one.point, one.municipality) for one in directory.settlements if one.point)
    for row, point in places:
        name = _russian_name(row[1], row[3].split(","))
        near = known.nearest_to(point, 1)
        municipality = codes.get(row[11]) or (near[0].what if near else None)
        people = int(row[14]) if row[14].isascii() and row[14].isdigit() else 0
        yield _Row(name or "", municipality, point, people, row[11] in codes)


def _point(lat: str, lon: str, file: Path, line: int, problems: list[FileProblem]) -> Point | None:
    """The point of a row of the dump, which always has one; otherwise it is told and the row left out."""
    try:
        point = parse_point(lat, lon)
        reason = "" if point else "нет широты и долготы."
    except ValueError as error:
        point, reason = None, str(error)
    if reason:
        problems.append(FileProblem(file, line, reason, _SKIPPED))
    return point


def _district_codes(places: list[tuple[list[str], Point]], directory: Directory) -> dict[str, Municipality]:
    """What district a code of the dump means, learnt from the places we know already."""
    codes: dict[str, Municipality] = {}
    for row, point in places:
        name = _russian_name(row[1], row[3].split(","))
        for one in directory.settlements:
            same = one.name == name and one.point and distance_km(one.point, point) < _APART_KM
            if same and row[11]:
                codes.setdefault(row[11], one.municipality)
    return codes


def _russian_name(latin: str, others: list[str]) -> str | None:
    """Of the Cyrillic spellings, which may be Ukrainian or Belarusian, the one that sounds like the main name."""
    russian = [name.strip() for name in others if _RUSSIAN.match(name.strip())]
    target = from_transliteration(plain(latin))
    return max(russian, key=lambda name: ratio(plain(name), target), default=None)


def _compared(rows: list[_Row], directory: Directory) -> SettlementsReport:
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
        elif row.point and mine.point and (km := distance_km(row.point, mine.point)) > _APART_KM:
            moved.append(Moved(mine, row.point, km))
        else:
            known += 1
    return SettlementsReport(
        tuple(new.values()), tuple(located), tuple(moved), known, tuple(dict.fromkeys(unsure)), skipped
    )


def _key(name: str) -> tuple[str, ...]:
    return words_of(plain(name))
