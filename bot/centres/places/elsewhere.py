"""Towns of other regions, from data/elsewhere.csv: who names one is told that it is another region."""

import csv
from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import read_text

ELSEWHERE = "elsewhere.csv"
COLUMNS = ("name", "other_names", "region")


@dataclass(frozen=True, slots=True)
class ElsewhereTown:
    """A town that is not of this region, and where it is."""

    name: str
    region: str
    other_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the town."""
        return (self.name, *self.other_names)


def load_elsewhere(file: Path, problems: list[FileProblem]) -> tuple[ElsewhereTown, ...]:
    """What can be used of the file, and the regions themselves; a region may do without it."""
    text = read_text(file, problems) if file.exists() else None
    if text is None:
        return ()
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    rows = zip((number for number, _ in lines), csv.reader(line for _, line in lines), strict=True)
    _, header = next(rows, (1, []))
    if tuple(header) != COLUMNS:
        reason = "в первой строке нет нужных названий столбцов."
        problems.append(FileProblem(file, 1, reason, "напишите: " + ",".join(COLUMNS) + "."))
        return ()
    towns = [town for number, row in rows if (town := _town(row, number, file, problems))]
    named = {town.name for town in towns}
    regions = dict.fromkeys(town.region for town in towns if town.region not in named)
    return (*towns, *(ElsewhereTown(region, region) for region in regions))


def _town(row: list[str], line: int, file: Path, problems: list[FileProblem]) -> ElsewhereTown | None:
    if len(row) == len(COLUMNS) and row[0].strip() and row[2].strip():
        others = tuple(name.strip() for name in row[1].split("|") if name.strip())
        return ElsewhereTown(row[0].strip(), row[2].strip(), others)
    problems.append(FileProblem(file, line, "здесь нужны город и область.", "пример: Луга,,Ленинградская область"))
    return None
