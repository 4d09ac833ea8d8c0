"""Rows of the files that settlements come from: GeoNames' country dump, its post offices, tables made of them."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import ratio

from bot.centres.directory import Directory
from bot.centres.places.geo import NearestFirst, Point, distance_km
from bot.centres.places.municipality import Municipality
from bot.centres.places.place_words import plain
from bot.centres.places.settlement import name_fault, parse_point
from bot.datafiles.file_problem import FileProblem
from bot.russian.keyboard_layout import from_transliteration

APART_KM = 5.0  # points of one settlement farther apart than this contradict each other
_POSTAL = ("place", "district", "lat", "lon", "in_own_district")
_NAMED = ("name", "name_ru", "lat", "lon", "district")
_POSTAL_TABS, _DUMP_TABS = 11, 18  # of a row of GeoNames' own files
_RUSSIAN = re.compile(r"^[А-ЯЁ][А-ЯЁа-яё]*(?:[ -][А-ЯЁа-яё0-9]+)*$")
_SKIPPED = "строка пропущена; исправьте её или удалите."
UNKNOWN_TABLE = (
    "нужна выгрузка страны или почтовый файл с geonames.org (RU.txt) или таблица со столбцами "
    + ",".join(_POSTAL)
    + " или "
    + ",".join(_NAMED)
    + "."
)


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """A settlement as a file has it; `sure`: its district is told by the file."""

    name: str
    municipality: Municipality | None
    point: Point | None
    population: int = 0
    sure: bool = True


def settlement_rows(
    lines: Sequence[str], directory: Directory, admin1: str, file: Path, problems: list[FileProblem]
) -> list[SettlementRow] | None:
    """The rows that can be used, the others told; None where it is no table we know."""
    head = lines[0] if lines else ""
    columns = set(head.split(","))
    if set(_POSTAL) <= columns:
        return list(_postal(lines, directory, file, problems))
    if set(_NAMED) <= columns:
        return list(_named(lines, directory, file, problems))
    if head.count("\t") == _POSTAL_TABS:
        return list(_postal_dump(lines, directory, admin1, file, problems))
    if head.count("\t") == _DUMP_TABS:
        return list(_dump(lines, directory, admin1, file, problems))
    return None


def _postal(
    lines: Sequence[str], directory: Directory, file: Path, problems: list[FileProblem]
) -> Iterator[SettlementRow]:
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
            yield SettlementRow(row["place"], municipality, point if row["in_own_district"] == "1" else None)


def _named(
    lines: Sequence[str], directory: Directory, file: Path, problems: list[FileProblem]
) -> Iterator[SettlementRow]:
    """A table made of the dump: Latin names, Cyrillic ones beside them."""
    for number, row in enumerate(csv.DictReader(lines), 2):
        name = _russian_name(row["name"] or "", (row["name_ru"] or "").split("|"))
        point = _point(row["lat"] or "", row["lon"] or "", file, number, problems)
        if point and name is None:
            problems.append(FileProblem(file, number, "нет названия по-русски.", _SKIPPED))
        elif point:
            people = row.get("population") or ""
            municipality = directory.municipalities.named(row["district"] or "")
            yield SettlementRow(
                name or "", municipality, point, int(people) if people.isascii() and people.isdigit() else 0
            )


def _postal_dump(
    lines: Sequence[str], directory: Directory, admin1: str, file: Path, problems: list[FileProblem]
) -> Iterator[SettlementRow]:
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
            yield SettlementRow(cells[2], municipality, point if near and near[0].what == municipality else None)


def _dump(
    lines: Sequence[str], directory: Directory, admin1: str, file: Path, problems: list[FileProblem]
) -> Iterator[SettlementRow]:
    cells = ((number, line.split("\t")) for number, line in enumerate(lines, 1))
    ours = [
        (n, row)
        for n, row in cells
        if len(row) == _DUMP_TABS + 1 and row[6] == "P" and row[8] == "RU" and row[10] == admin1
    ]
    places = [(row, point) for n, row in ours if (point := _point(row[4], row[5], file, n, problems))]
    codes = _district_codes(places, directory)
    known = NearestFirst((one.point, one.municipality) for one in directory.settlements if one.point)
    for row, point in places:
        name = _russian_name(row[1], row[3].split(","))
        near = known.nearest_to(point, 1)
        municipality = codes.get(row[11]) or (near[0].what if near else None)
        yield SettlementRow(name or "", municipality, point, _people(row[14]), row[11] in codes)


def _people(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


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
            same = one.name == name and one.point and distance_km(one.point, point) < APART_KM
            if same and row[11]:
                codes.setdefault(row[11], one.municipality)
    return codes


def _russian_name(latin: str, others: list[str]) -> str | None:
    """Of the Cyrillic spellings, which may be Ukrainian or Belarusian, the one that sounds like the main name."""
    russian = [name.strip() for name in others if _RUSSIAN.match(name.strip())]
    target = from_transliteration(plain(latin))
    return max(russian, key=lambda name: ratio(plain(name), target), default=None)
