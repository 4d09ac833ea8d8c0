"""Which centre a row is about: by its id, then by its name and settlement; none of ours is a new one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from rapidfuzz.fuzz import token_set_ratio

from bot.centres.centre import Centre, CentreId, CentreKind
from bot.centres.centre_fields import is_plain
from bot.centres.directory import Directory
from bot.centres.imports.centre_merge import bare_name
from bot.centres.imports.export_region import names_another_region
from bot.centres.imports.records import new_id
from bot.centres.places.municipality import Municipality
from bot.centres.places.settlement import Settlement
from bot.centres.places.settlement_kind import without_kind
from bot.centres.workbook.outcome import RefusedRow, RowDoubt
from bot.centres.workbook.table import CentreColumn, WrittenRow
from bot.russian.normalize import bare_words, fold

ALIKE = 88  # of 100, as for the export of the Ministry
_OTHER_LIBRARY = 55  # a name less like ours than this, common words aside, is that of another library
_COMMON = re.compile(r"\b(?:библиотек\w*|центральн\w*|районн\w*|городск\w*|сельск\w*|посел\w*|имени|им)\b")
_KINDS = re.compile(r"детск|юношес|слеп|незряч|филиал|мфц|архив")


@dataclass(frozen=True, slots=True)
class Matched:
    """The centre of a row; a new one is as the row alone would have it."""

    centre: Centre
    is_new: bool = False


class Matcher:
    """Finds the centre of each row; ids of new ones are given out once."""

    def __init__(self, directory: Directory, region: str, zone: ZoneInfo) -> None:
        self._directory = directory
        self._region = region
        self._zone = zone
        self._taken = {str(centre.id) for centre in directory.centres}

    def match(self, row: WrittenRow, sent_name: str | None) -> Matched | RefusedRow:
        """The centre of the row; `sent_name` is how it was called in the workbook that was sent round."""
        if id_ := row.text(CentreColumn.ID):
            return self._of_id(row, id_, sent_name)
        name = row.text(CentreColumn.NAME)
        if not name:
            return RefusedRow(RowDoubt.NO_NAME)
        if not is_plain(name):
            return RefusedRow(RowDoubt.LONG_NAME)
        if names_another_region(row.text(CentreColumn.ADDRESS), self._region):
            return RefusedRow(RowDoubt.OTHER_REGION, self._region)
        place = self._settlement(row)
        if isinstance(place, RefusedRow):
            return self._without_settlement(row, name) or place
        return self._of_name(name, place)

    def _without_settlement(self, row: WrittenRow, name: str) -> Matched | None:
        """One of ours that serves a whole municipality and stands in no settlement."""
        municipality = self._directory.municipalities.named(row.text(CentreColumn.MUNICIPALITY))
        if municipality is None or row.text(CentreColumn.SETTLEMENT):
            return None
        found = same_library(name, municipality, None, self._directory.centres)
        return Matched(found[0]) if len(found) == 1 else None

    def _of_id(self, row: WrittenRow, id_: str, sent_name: str | None) -> Matched | RefusedRow:
        centre, name = self._directory.centre(id_), row.text(CentreColumn.NAME)
        if centre is None:
            return RefusedRow(RowDoubt.UNKNOWN_ID, id_)
        changed = bool(name) and name != sent_name
        if changed and not _is_same_library(name, centre):
            return RefusedRow(RowDoubt.MIXED_UP, centre.short_name)
        return Matched(centre)

    def _of_name(self, name: str, place: Settlement) -> Matched | RefusedRow:
        alike = same_library(name, place.municipality, place.name, self._directory.centres)
        if len(alike) > 1:
            return RefusedRow(RowDoubt.WHICH_CENTRE, "; ".join(f"«{one.short_name}»" for one in alike[:4]))
        return Matched(alike[0]) if alike else self._new(name, place)

    def _new(self, name: str, place: Settlement) -> Matched:
        id_ = new_id(place.municipality.id, place.name, self._taken)
        self._taken.add(id_)
        kind = CentreKind.MFC if is_mfc(name) else CentreKind.LIBRARY
        centre = Centre(CentreId(id_), name, name, kind, place.municipality, self._zone, place.name)
        return Matched(centre, is_new=True)

    def _settlement(self, row: WrittenRow) -> Settlement | RefusedRow:
        named, settled = row.text(CentreColumn.MUNICIPALITY), row.text(CentreColumn.SETTLEMENT)
        municipality = self._directory.municipalities.named(named) if named else None
        if named and municipality is None:
            return RefusedRow(RowDoubt.UNKNOWN_MUNICIPALITY, named[:60])
        if not settled:
            return RefusedRow(RowDoubt.NO_SETTLEMENT)
        found = settlements_called(settled, municipality, self._directory.settlements)
        if len(found) > 1:
            return RefusedRow(RowDoubt.WHICH_MUNICIPALITY, "; ".join(one.municipality.name for one in found[:4]))
        return found[0] if found else RefusedRow(RowDoubt.UNKNOWN_SETTLEMENT, settled[:60])


def settlements_called(
    name: str, municipality: Municipality | None, settlements: Iterable[Settlement]
) -> Sequence[Settlement]:
    """Those of that name, with or without «д.» before it; in whatever municipality where none is told."""
    wanted = {fold(name).strip(), without_kind(fold(name).strip())}
    named = [one for one in settlements if municipality in {None, one.municipality}]
    exact = [one for one in named if fold(one.name) in wanted]
    return exact or [one for one in named if wanted & set(map(fold, one.other_names))]


def same_library(
    name: str, municipality: Municipality, settlement: str | None, centres: Iterable[Centre]
) -> tuple[Centre, ...]:
    """The centre of that name in the settlement; otherwise those whose names may mean the same library."""
    there = [one for one in centres if one.municipality == municipality and one.settlement == settlement]
    if same := [one for one in there if bare_words(name) in {bare_words(known) for known in _names(one)}]:
        return (same[0],)
    return tuple(one for one in there if _is_alike(name, one))


def is_mfc(name: str) -> bool:
    """Whether the name is that of an office for public services."""
    return bool(re.search(r"\bмфц\b|многофункциональн", fold(name)))


def _is_alike(name: str, centre: Centre) -> bool:
    return any(_likeness(name, one) >= ALIKE and _marks(name) == _marks(one) for one in _names(centre))


def _is_same_library(name: str, centre: Centre) -> bool:
    """Whether a changed name still means that library, and not one beside it in the table."""
    own = [(_COMMON.sub(" ", bare_name(name)), _COMMON.sub(" ", bare_name(one))) for one in _names(centre)]
    return any(token_set_ratio(*pair) >= _OTHER_LIBRARY for pair in own) and any(
        _marks(name) == _marks(one) for one in _names(centre)
    )


def _names(centre: Centre) -> tuple[str, str]:
    return centre.name, centre.short_name


def _likeness(one: str, other: str) -> float:
    return token_set_ratio(bare_name(one), bare_name(other))


def _marks(name: str) -> frozenset[str]:
    """What makes two libraries of names that are alike: «№ 1» and «№ 2», the children's one and the other."""
    return frozenset(re.findall(r"\d+", name)) | frozenset(_KINDS.findall(fold(name)))
