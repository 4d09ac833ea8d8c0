"""What was understood of a workbook, as fields and records of centres.yaml."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.centres.card_writing import to_write as fields_to_write
from bot.centres.centre import CentreId
from bot.centres.editing import Value
from bot.centres.workbook.outcome import RowOutcome

_EMPTY: Mapping[str, Value] = {
    **dict.fromkeys(("address", "phone", "email", "site", "opening_hours", "hours_as_of")),
    "services": [],
    **dict.fromkeys(("lat", "lon", "precision", "notice", "consultations")),
    "sources": [],
    "as_of": None,
    "checked": None,
}


def changed_fields(rows: Sequence[RowOutcome], source: str, today: date) -> Mapping[CentreId, Mapping[str, Value]]:
    """The fields of centres that we have, by their ids."""
    return {
        row.centre.id: fields_to_write(row.fields, row.centre, today, source)
        for row in rows
        if row.centre and not row.is_new
    }


def new_centres(rows: Sequence[RowOutcome], source: str, today: date) -> list[Mapping[str, Value]]:
    """Records of the centres that we do not have; what a row does not tell is not known."""
    return [_record(row, source, today) for row in rows if row.centre and row.is_new]


def _record(row: RowOutcome, source: str, today: date) -> Mapping[str, Value]:
    centre = row.centre
    if centre is None:
        raise ValueError(row.number)
    head: dict[str, Value] = {
        "id": centre.id,
        "name": centre.name,
        "short_name": centre.short_name,
        "kind": centre.kind.value,
        "municipality": centre.municipality.name,
        "settlement": centre.settlement,
    }
    told = fields_to_write(row.fields, centre, today, source) or {"sources": [source]}
    return head | {**_EMPTY, "as_of": today.isoformat()} | told
