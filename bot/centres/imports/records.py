"""What a comparison found, as records and fields of centres.yaml."""

import re
from collections.abc import Collection, Mapping

from bot.centres.centre import CentreId
from bot.centres.directory import Directory
from bot.centres.editing import Value
from bot.centres.imports.centre_merge import Difference, MergeReport, NewCentre
from bot.centres.places.place_words import latin


def filled_fields(report: MergeReport, as_of: str) -> Mapping[CentreId, Mapping[str, Value]]:
    """The gaps that the export fills, by centre; as_of is its date. Contradictions are left to the editor."""
    fields: dict[CentreId, dict[str, Value]] = {}
    for difference in report.filled:
        fields.setdefault(difference.centre, {}).update(_fields(difference, as_of))
    return fields


def new_records(report: MergeReport, directory: Directory, source: str, as_of: str) -> list[Mapping[str, Value]]:
    """The new libraries as records with ids of their own."""
    taken = {str(centre.id) for centre in directory.centres}
    records: list[Mapping[str, Value]] = []
    for new in report.new:
        id_ = new_id(new.place.municipality.id, new.place.name, taken)
        taken.add(id_)
        records.append(_record(new, id_, source, as_of))
    return records


def _fields(difference: Difference, as_of: str) -> dict[str, Value]:
    if difference.field == "point":
        lat, lon = map(float, difference.theirs.split(","))
        return {"lat": lat, "lon": lon, "precision": "house"}
    dated: dict[str, Value] = {"hours_as_of": as_of} if difference.field == "opening_hours" else {}
    return {difference.field: difference.theirs, **dated}


def _record(new: NewCentre, id_: str, source: str, as_of: str) -> Mapping[str, Value]:
    library = new.library
    return {
        "id": id_,
        "name": library.name,
        "short_name": library.name,
        "kind": "library",
        "municipality": new.place.municipality.name,
        "settlement": new.place.name,
        "address": library.address,
        "phone": library.phone,
        "email": library.email,
        "site": library.site,
        "opening_hours": library.opening_hours,
        "hours_as_of": as_of if library.opening_hours else None,
        "services": [],
        "lat": new.point.lat if new.point else None,
        "lon": new.point.lon if new.point else None,
        "precision": "house" if new.point else None,
        "notice": None,
        "consultations": None,
        "sources": [source],
        "as_of": as_of,
        "checked": None,
    }


def new_id(municipality: str, settlement: str, taken: Collection[str]) -> str:
    """An id that no other centre has: the municipality's, then the settlement in Latin letters."""
    base = f"{municipality}-{re.sub(r'[^a-z0-9]+', '-', latin(settlement)).strip('-')}"[:34].strip("-")
    numbered = (f"{base}-{number}" for number in range(2, 1000))
    return base if base not in taken else next(id_ for id_ in numbered if id_ not in taken)
