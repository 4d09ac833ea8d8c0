"""The centres of a region as they stand on disk at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.centre import Centre, CentreId, CentreKind
from bot.centres.centre_file import CentreReader
from bot.centres.places.elsewhere import ELSEWHERE, ElsewhereTown, load_elsewhere
from bot.centres.places.geo import Near, NearestFirst, Point, distance_km
from bot.centres.places.municipality import Municipalities, Municipality, check_seats, load_municipalities
from bot.centres.places.place import Match, Place
from bot.centres.places.place_finder import PlaceFinder
from bot.centres.places.settlement import Settlement, SettlementId, load_settlements
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import list_of_mappings

CENTRES, MUNICIPALITIES, SETTLEMENTS = "centres.yaml", "municipalities.yaml", "settlements.csv"
# No place people live in lies farther than this from the nearest place in the files, by what was measured on
# a whole region (47 km at most); beyond it a person is surely outside.
OUTSIDE_KM = 50.0
_SWAPPED_KM = 150.0  # a centre farther than this from every settlement has its numbers wrong


@dataclass(frozen=True, slots=True)
class Ranking:
    """The first of all centres by nearness, and how many there are in all."""

    near: tuple[Near[Centre], ...]
    total: int


class Directory:
    """Centres, settlements and municipalities, and how near one is to another."""

    def __init__(
        self,
        centres: Sequence[Centre] = (),
        municipalities: Municipalities | None = None,
        settlements: Sequence[Settlement] = (),
        elsewhere: Sequence[ElsewhereTown] = (),
    ) -> None:
        # At one distance, those that can be booked come first, then those known to help, then those with known hours.
        self.centres = tuple(sorted(centres, key=_usefulness))
        self.municipalities = municipalities or Municipalities()
        self.settlements = tuple(settlements)
        self._elsewhere = tuple(elsewhere)
        self._by_id = {centre.id: centre for centre in self.centres}
        self._settlements = {settlement.id: settlement for settlement in self.settlements}
        self._finder = PlaceFinder(self.municipalities, self.settlements, self.centres, elsewhere)
        self._on_map = NearestFirst((centre.point, centre) for centre in self.centres if centre.point)
        self._off_map = tuple(centre for centre in self.centres if not centre.point)
        self._districts = NearestFirst(
            [
                *((one.point, one.municipality) for one in self.settlements if one.point),
                *((one.point, one.municipality) for one in self.centres if one.point),
            ]
        )

    def without_booking(self) -> "Directory":
        """The same without the hours of booking: what is told where none is taken."""
        centres = [replace(centre, consultations=None) for centre in self.centres]
        return Directory(centres, self.municipalities, self.settlements, self._elsewhere)

    def centre(self, id_: str) -> Centre | None:
        """The centre with that id."""
        return self._by_id.get(CentreId(id_))

    def find_place(self, text: str) -> Match:
        """The places that typed words may mean."""
        return self._finder.find_places(text)

    def settlement(self, id_: int) -> Place | None:
        """The place of a settlement's number."""
        found = self._settlements.get(SettlementId(id_))
        return self._finder.at(found) if found else None

    def municipality(self, id_: str) -> Place | None:
        """The municipality as a place to search around."""
        found = self.municipalities.get(id_)
        return self._finder.whole(found) if found else None

    def place_at(self, point: Point) -> Place | None:
        """The settlement around a point of the region, as a place; None where none is on the map."""
        here = NearestFirst((one.point, one) for one in self.settlements if one.point).nearest_to(point, 1)
        return self._finder.at(here[0].what) if here and not self.is_outside(point) else None

    def km_to_region(self, point: Point) -> float | None:
        """How far the nearest known place of the region is; None where the region has none."""
        nearest = self._districts.nearest_to(point, 1)
        return nearest[0].km if nearest else None

    def is_outside(self, point: Point) -> bool:
        """Whether the point is surely outside the region."""
        return (self.km_to_region(point) or 0) > OUTSIDE_KM

    def unmapped_near(self, point: Point) -> tuple[Centre, ...]:
        """Centres that may be near but are not on the map: those of the district that the point seems to lie in."""
        nearest = self._districts.nearest_to(point, 1)
        return tuple(one for one in self._off_map if nearest and one.municipality == nearest[0].what)

    def from_point(self, point: Point, count: int) -> Ranking:
        """The first `count` centres by distance; those that are not on the map come last."""
        near = self._on_map.nearest_to(point, count)
        near += [Near(centre, None) for centre in self._off_map[: count - len(near)]]
        return Ranking(tuple(near), len(self.centres))

    def from_place(self, place: Place, count: int) -> Ranking:
        """The first `count` centres by distance; those of the named street, settlement or district first."""
        first = self._first(place)
        near = [Near(centre, _km(place, centre)) for centre in first][:count]
        if len(near) < count and place.point:
            taken = {centre.id for centre in first}
            rest = self.from_point(place.point, count + len(taken)).near
            near += [one for one in rest if one.what.id not in taken][: count - len(near)]
        return Ranking(tuple(near), len(self.centres) if place.point else len(first))

    def of_kind(self, place: Place, kind: CentreKind | None) -> tuple[tuple[Centre, ...], Near[Centre] | None]:
        """The centres of that kind in the place, and the nearest one elsewhere; None of a kind means any."""
        near = [one for one in self.from_place(place, len(self.centres)).near if kind in {None, one.what.kind}]
        here = tuple(one.what for one in near if one.what.id in place.on_street) or tuple(
            one.what for one in near if _is_in(one.what, place) or _is_in_district(one.what, place)
        )
        return here, next((one for one in near if one.what not in here and one.km is not None), None)

    def _first(self, place: Place) -> list[Centre]:
        def rank(centre: Centre) -> tuple[bool, bool, float]:
            there = place.settlement is not None and _is_in(centre, place)
            km = 0.0 if there else _km(place, centre)  # where in the town a person is, was not said
            return centre.id not in place.on_street, not there, float("inf") if km is None else km

        here = [one for one in self.centres if one.municipality == place.municipality]
        if place.exact:
            here = [one for one in here if one.id in place.on_street or _is_in(one, place)]
        return sorted(here, key=rank)


def load(
    folder: Path, zone: ZoneInfo, instead: Mapping[str, Path] | None = None
) -> tuple[Directory, list[FileProblem]]:
    """What can be used of the folder, and what cannot with the reasons; `instead` tries another file for a name."""
    files = {name: folder / name for name in (CENTRES, MUNICIPALITIES, SETTLEMENTS)} | dict(instead or {})
    problems: list[FileProblem] = []
    municipalities = load_municipalities(files[MUNICIPALITIES], problems)
    settlements = load_settlements(files[SETTLEMENTS], municipalities, problems)
    names = {one.name for one in settlements}
    check_seats(municipalities, names, files[MUNICIPALITIES], problems)
    centres = _centres(files[CENTRES], zone, municipalities, settlements, problems)
    return Directory(centres, municipalities, settlements, load_elsewhere(folder / ELSEWHERE, problems)), problems


def _centres(
    file: Path,
    zone: ZoneInfo,
    municipalities: Municipalities,
    settlements: Sequence[Settlement],
    problems: list[FileProblem],
) -> list[Centre]:
    by_name = {(name, one.municipality.id): one for one in settlements for name in one.names}
    points = NearestFirst((one.point, one) for one in settlements if one.point)

    def settlement(name: str, municipality: Municipality) -> Settlement | None:
        return by_name.get((name, municipality.id))

    reader = CentreReader(file, zone, municipalities, settlement, problems)
    centres: dict[str, Centre] = {}
    for mapping in list_of_mappings(file, problems, "- id: …, name: …, short_name: …", may_be_empty=True):
        centre, line = reader.read(mapping)
        fault = _fault(centre, centres, points) if centre else None
        if fault:
            problems.append(FileProblem(file, line, *fault))
        elif centre:
            centres[centre.id] = centre
    return list(centres.values())


def _fault(centre: Centre, before: dict[str, Centre], points: NearestFirst[Settlement]) -> tuple[str, str] | None:
    if centre.id in before:
        return f"id «{centre.id}» уже есть у другого центра.", "придумайте другой: id не повторяются."
    nearest = points.nearest_to(centre.point, 1) if centre.point else []
    if nearest and (nearest[0].km or 0) > _SWAPPED_KM:
        return "точка на карте далеко за пределами области.", "проверьте lat и lon: не перепутаны ли они местами."
    return None


def _usefulness(centre: Centre) -> tuple[bool, bool, bool, str]:
    return centre.consultations is None, not centre.is_helpful, centre.hours is None, centre.short_name


def _is_in(centre: Centre, place: Place) -> bool:
    return place.settlement is not None and centre.settlement == place.settlement.name


def _is_in_district(centre: Centre, place: Place) -> bool:
    return place.settlement is None and centre.municipality == place.municipality


def _km(place: Place, centre: Centre) -> float | None:
    return distance_km(place.point, centre.point) if place.point and centre.point else None
