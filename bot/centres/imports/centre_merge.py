"""Libraries of an export beside our centres: what is new, what fills a gap, what contradicts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from bot.centres.centre import Centre, CentreId, Precision
from bot.centres.directory import OUTSIDE_KM, Directory
from bot.centres.imports.libraries_export import ExportedLibrary
from bot.centres.places.geo import Point, distance_km
from bot.centres.places.place import Place
from bot.centres.places.place_words import plain

_ALIKE = 88  # of 100: the same name with the legal form, the quotes and the order of words aside
_SAME_SPOT_KM = 0.3
_LEGAL = re.compile(
    r"\b(?:г?м?[бка]ук|муниципальн\w+|государственн\w+|бюджетн\w+|казенн\w+|автономн\w+|учреждени\w+|культуры)\b"
)
_NOT_A_SETTLEMENT = re.compile(r"\b(?:обл|область|край|ул|улица|пр|пр-кт|пл|пер|б-р)\b|\b(?:д|дом)\W*\d")
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the export tells otherwise: ours is None where we knew nothing."""

    centre: CentreId
    field: str  # as in centres.yaml
    ours: str | None
    theirs: str


@dataclass(frozen=True, slots=True)
class NewCentre:
    """A library of the export that we do not have."""

    library: ExportedLibrary
    place: Place
    point: Point | None


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What an export would change; nothing is changed by the report itself."""

    new: tuple[NewCentre, ...] = ()
    filled: tuple[Difference, ...] = ()
    conflicting: tuple[Difference, ...] = ()
    same: int = 0
    unplaced: tuple[ExportedLibrary, ...] = ()  # of the region, but their settlement is not known to us


def compare(libraries: Iterable[ExportedLibrary], directory: Directory) -> MergeReport:
    """Compares each library with the centre of the same settlement and name."""
    new: list[NewCentre] = []
    differences: list[Difference] = []
    unplaced: list[ExportedLibrary] = []
    same = 0
    for library in libraries:
        place = _place(library, directory)
        centre = _ours(library, place, directory.centres) if place else None
        if place is None:
            unplaced.append(library)
        elif centre is None:
            new.append(NewCentre(library, place, _point(library, place)))
        else:
            found = _differences(library, centre, _point(library, place))
            differences += found
            same += not found
    filled = tuple(one for one in differences if one.ours is None)
    conflicting = tuple(one for one in differences if one.ours is not None)
    return MergeReport(tuple(new), filled, conflicting, same, tuple(unplaced))


def _place(library: ExportedLibrary, directory: Directory) -> Place | None:
    """The settlement of the address; the locality, which may be a whole district, only helps."""
    for text in (f"{library.locality}, {library.address}", library.address, library.locality):
        match = directory.find_place(_without_region_and_street(text))
        if match.only and match.only.settlement and not match.guessed:
            return match.only
    return None


def _without_region_and_street(address: str) -> str:
    parts = (part.strip() for part in plain(address).split(","))
    kept = (part for part in parts if not _NOT_A_SETTLEMENT.search(part))
    return ", ".join(kept)


def _ours(library: ExportedLibrary, place: Place, centres: Sequence[Centre]) -> Centre | None:
    there = [one for one in centres if one.municipality == place.municipality and place.settlement]
    there = [one for one in there if place.settlement and one.settlement == place.settlement.name]
    scored = [(max(_likeness(library.name, name) for name in (one.name, one.short_name)), one) for one in there]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    return token_set_ratio(bare_name(one), bare_name(other))


def bare_name(name: str) -> str:
    """The words of a name without the legal form and the quotes."""
    return " ".join(re.findall(r"\w+", _LEGAL.sub(" ", plain(name))))


def _point(library: ExportedLibrary, place: Place) -> Point | None:
    """Of the two readings of the numbers, the one near the settlement."""
    here = place.point
    near = (point for point in library.points if here is None or distance_km(point, here) <= OUTSIDE_KM)
    return next(near, None)


def _differences(library: ExportedLibrary, centre: Centre, point: Point | None) -> list[Difference]:
    ours: Mapping[str, str | None] = {
        "address": centre.address,
        "phone": "; ".join(phone.written for phone in centre.phones) or None,
        "email": centre.email,
        "site": centre.site,
        "opening_hours": centre.hours.expression if centre.hours else None,
    }
    theirs = {name: value for name in ours if (value := getattr(library, name))}
    found = [
        Difference(centre.id, name, ours[name], value)
        for name, value in theirs.items()
        if not _agree(name, ours[name], value)
    ]
    exact = None if centre.precision is Precision.SETTLEMENT else centre.point
    if point and (exact is None or distance_km(exact, point) > _SAME_SPOT_KM):
        found.append(Difference(centre.id, "point", _written(exact) if exact else None, _written(point)))
    return found


def _agree(name: str, ours: str | None, theirs: str) -> bool:
    """Whether two ways of writing tell the same."""
    if ours is None:
        return False
    if name == "address":  # one may name the region and the district, the other not
        one, other = _address_words(ours), _address_words(theirs)
        return one <= other or other <= one
    if name == "phone":
        return _numbers(ours) == _numbers(theirs)
    return _bare_value(ours) == _bare_value(theirs)


def _address_words(address: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+[а-я]?|[а-я]{4,}", plain(address)))


def _numbers(phones: str) -> frozenset[str]:
    return frozenset(_DIGITS.sub("", number)[-10:] for number in phones.split(";"))


def _bare_value(value: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/+$", "", value.casefold())


def _written(point: Point) -> str:
    return f"{point.lat:.5f}, {point.lon:.5f}"
