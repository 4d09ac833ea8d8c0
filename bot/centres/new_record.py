"""The record of a centre that we do not have yet, as it goes into the file: what is not told is not known."""

from collections.abc import Mapping
from datetime import date

from bot.centres.card_edits import NewFields
from bot.centres.card_writing import to_write
from bot.centres.centre import Centre
from bot.centres.editing import Value

_EMPTY: Mapping[str, Value] = {
    **dict.fromkeys(("address", "phone", "email", "site", "opening_hours", "hours_as_of")),
    "services": [],
    **dict.fromkeys(("lat", "lon", "precision", "notice", "consultations")),
    "sources": [],
    "as_of": None,
    "checked": None,
}


def new_record(centre: Centre, fields: NewFields, source: str, today: date) -> Mapping[str, Value]:
    """The whole record; `fields` are what is told of it besides who and where it is."""
    head: dict[str, Value] = {
        "id": centre.id,
        "name": centre.name,
        "short_name": centre.short_name,
        "kind": centre.kind.value,
        "municipality": centre.municipality.name,
        "settlement": centre.settlement,
    }
    told = to_write(fields, centre, today, source) or {"sources": [source]}
    return head | {**_EMPTY, "as_of": today.isoformat()} | told
