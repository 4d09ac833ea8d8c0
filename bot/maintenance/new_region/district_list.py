"""The list of districts that an owner writes: «название; центр; прежнее название», a line each."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.centres.places.place_words import latin
from bot.centres.places.settlement_kind import without_kind

_SEPARATOR = re.compile(r"\s*[;\t]\s*")
_HEADER = re.compile(
    r"^(?:округ|район|название|муниципал)[^;\t]*[;\t]\s*(?:\w+ )?(?:центр|город|столица)\b", re.IGNORECASE
)
_LONGEST_ID = 30
_BESIDE_OTHERS = re.compile(r"\b(?:муниципальный|городской)\s+(?=округ|район)", re.IGNORECASE)
_CITY = re.compile(r"^(?:городской округ\s+|город(?:ской округ)?\s+)+(?:город\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class District:
    """One municipality as it will stand in municipalities.yaml."""

    id: str
    name: str
    short: str
    seat: str
    aliases: tuple[str, ...]


class FaultyDistrictsError(Exception):
    """Lines that are no district, as they were written, with their numbers from 1."""

    def __init__(self, lines: Sequence[tuple[int, str]]) -> None:
        super().__init__(lines)
        self.lines = tuple(lines)


def read_districts(text: str, capital: str) -> tuple[District, ...]:
    """The districts of the list; the capital comes first where it is left out. Raises FaultyDistrictsError."""
    lines = [(at, line.strip().strip(";\t ")) for at, line in enumerate(text.lstrip("\ufeff").splitlines(), 1)]
    told = [(at, line) for at, line in lines if line and not line.startswith("#") and not _HEADER.match(line)]
    rows = [(at, line, _SEPARATOR.split(line)) for at, line in told]
    if faulty := [(at, line) for at, line, cells in rows if not 2 <= len(cells) <= 3 or not all(cells)]:
        raise FaultyDistrictsError(faulty)
    cells = [row for _, _, row in rows]
    if capital not in {_short(row[0]) for row in cells}:
        cells.insert(0, [f"город {capital}", capital])
    return tuple(_districts(cells))


def _districts(rows: Sequence[Sequence[str]]) -> Iterator[District]:
    taken: set[str] = set()
    for name, told_seat, *former in rows:
        seat = without_kind(told_seat)
        id_ = _id(seat, taken)
        taken.add(id_)
        short = _short(name)
        also = [one.strip() for one in re.split(r"[,|]", former[0])] if former else []
        yield District(id_, name, short, seat, tuple(dict.fromkeys([*also, *_spoken(short)])))


def _short(name: str) -> str:
    if city := _CITY.match(name):
        return name[city.end() :]
    return _BESIDE_OTHERS.sub("", name)


def _spoken(short: str) -> Iterator[str]:
    """An «округ» is still called a «район» by most who live there."""
    if short.endswith(" округ"):
        yield f"{short.removesuffix(' округ')} район"


def _id(seat: str, taken: Collection[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", latin(seat)).strip("-")[:_LONGEST_ID].strip("-") or "okrug"
    return base if base not in taken else next(f"{base}-{n}" for n in range(2, 1000) if f"{base}-{n}" not in taken)
