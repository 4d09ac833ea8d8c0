"""What was understood of a workbook, as fields and records of centres.yaml."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.centres.card_writing import to_write as fields_to_write
from bot.centres.centre import CentreId
from bot.centres.editing import Value
from bot.centres.new_record import new_record
from bot.centres.workbook.outcome import RowOutcome


def changed_fields(rows: Sequence[RowOutcome], source: str, today: date) -> Mapping[CentreId, Mapping[str, Value]]:
    """The fields of centres that we have, by their ids."""
    return {
        row.centre.id: fields_to_write(row.fields, row.centre, today, source)
        for row in rows
        if row.centre and not row.is_new
    }


def new_centres(rows: Sequence[RowOutcome], source: str, today: date) -> list[Mapping[str, Value]]:
    """Records of the centres that we do not have; what a row does not tell is not known."""
    return [new_record(row.centre, row.fields, source, today) for row in rows if row.centre and row.is_new]
