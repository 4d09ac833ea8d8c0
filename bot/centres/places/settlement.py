"""Towns and villages, from data/settlements.csv."""

import csv
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import NewType

from bot.centres.places.geo import Point
from bot.centres.places.municipality import Municipalities, Municipality
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import read_text

SettlementId = NewType("SettlementId", int)

COLUMNS = ("name", "other_names", "district", "lat", "lon")
_ALSO = ("population", "geonameid")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Settlement:
    """A place people live in; the point is None where it is not known."""

    name: str
    municipality: Municipality
    other_names: tuple[str, ...] = ()
    point: Point | None = None
    population: int = 0

    @property
    def id(self) -> SettlementId:
        """A number for buttons: the same as long as the name and the municipality are."""
        return SettlementId(zlib.crc32(f"{self.municipality.id}|{self.name}".encode()))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the settlement."""
        return (self.name, *self.other_names)


def load_settlements(file: Path, municipalities: Municipalities, problems: list[FileProblem]) -> tuple[Settlement, ...]:
    """What can be used of the file; the rest is told in problems."""
    text = read_text(file, problems)
    if text is None:
        return ()
    found: dict[SettlementId, Settlement] = {}
    for line, row in _rows(text, file, problems):
        settlement = _settlement(row, line, municipalities, file, problems)
        if settlement and settlement.id in found:
            reason = f"«{settlement.name}» в этом округе уже есть."
            problems.append(FileProblem(file, line, reason, "оставьте одну строку."))
        elif settlement:
            found[settlement.id] = settlement
    return tuple(found.values())


def line_of(settlement: Settlement, columns: Sequence[str]) -> str:
    """The settlement as a line of a file with these columns."""
    cells = {
        "name": settlement.name,
        "other_names": "|".join(settlement.other_names),
        "district": settlement.municipality.name,
        "lat": settlement.point.lat if settlement.point else "",
        "lon": settlement.point.lon if settlement.point else "",
        "population": settlement.population or "",
    }
    text = StringIO()
    csv.writer(text, lineterminator="").writerow([cells.get(column, "") for column in columns])
    return text.getvalue()


def parse_point(lat: str, lon: str) -> Point | None:
    """The point of two texts in degrees. Raises ValueError with the Russian reason."""
    if not lat and not lon:
        return None
    try:
        point = Point(float(lat), float(lon))
    except ValueError as error:
        raise ValueError(f"«{lat}», «{lon}» — не широта и долгота.") from error
    if not -90 <= point.lat <= 90:
        raise ValueError(f"широта {lat} не бывает: она от −90 до 90.")
    if not -180 <= point.lon <= 180:
        raise ValueError(f"долгота {lon} не бывает: она от −180 до 180.")
    return point


def _rows(text: str, file: Path, problems: list[FileProblem]) -> Iterator[tuple[int, dict[str, str]]]:
    lines = text.splitlines()
    skipped = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    reader = csv.reader(lines[skipped:])
    header = next(reader, [])
    if not set(COLUMNS) <= set(header):
        reason = "в первой строке нет нужных названий столбцов."
        problems.append(FileProblem(file, skipped + 1, reason, "напишите: " + ",".join((*COLUMNS, *_ALSO)) + "."))
        return
    for row in reader:
        line = skipped + reader.line_num
        if len(row) == len(header):
            yield line, dict(zip(header, (cell.strip() for cell in row), strict=True))
        elif row:
            reason = f"в строке {len(row)} полей, а столбцов {len(header)}."
            problems.append(FileProblem(file, line, reason, "проверьте запятые; пустое поле — две запятые подряд."))


def _settlement(
    row: dict[str, str], line: int, municipalities: Municipalities, file: Path, problems: list[FileProblem]
) -> Settlement | None:
    municipality = municipalities.named(row["district"])
    try:
        point, reason = parse_point(row["lat"], row["lon"]), name_fault(row["name"])
    except ValueError as error:
        point, reason = None, str(error)
    if municipality and not reason:
        others = tuple(name.strip() for name in row["other_names"].split("|") if name.strip())
        return Settlement(row["name"], municipality, others, point, _people(row.get("population", "")))
    cure = "сверьтесь с соседними строками: название, другие названия, округ, широта и долгота (обе или ни одной)."
    reason = reason or f"округа «{row['district']}» нет в municipalities.yaml."
    problems.append(FileProblem(file, line, reason, cure))
    return None


def name_fault(name: str) -> str:
    """Why a text cannot be the name of a settlement, in Russian; empty where it can."""
    odd = not name or len(name) > _LONGEST_NAME or not set("<>").isdisjoint(name)
    return "название пустое или похоже не на название." if odd else ""


def _people(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
