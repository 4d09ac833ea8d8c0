"""A card edit as it is written into the file: hours with their date, every value with its source."""

from datetime import date

from bot.centres.card_edits import NewFields
from bot.centres.centre import Announcement, Centre
from bot.centres.closed_days import written_runs
from bot.centres.editing import Value
from bot.centres.typed_announcement import announcement_of


def to_write(fields: NewFields, centre: Centre, today: date, source: str = "") -> dict[str, Value]:
    """The fields as they go into the file: hours with their date, each value with its source or a librarian's."""
    if not fields:
        return {}
    written: dict[str, Value] = {**fields}
    if "opening_hours" in fields:
        written["hours_as_of"] = today.isoformat()
    announcement = announcement_of(fields.get("notice"))
    if announcement:
        written["notice"] = notice_to_write(announcement)
    source = source or _source(today.isoformat())
    if source not in centre.sources:
        written["sources"] = [*centre.sources, source]
    return written


def notice_to_write(announcement: Announcement) -> dict[str, str | date | bool | None]:
    """The announcement as the file has it: what is not said is left out."""
    since = {"since": announcement.since} if announcement.since else {}
    runs = {"closed_days": written_runs(announcement.runs)} if announcement.runs else {}
    return {
        "text": announcement.text,
        "until": announcement.until,
        "closed": announcement.closed,
        **since,
        **runs,
    }


def told_by_librarian(centre: Centre) -> bool:
    """Whether the hours on the card are those that a librarian reported."""
    return centre.hours_as_of is not None and _source(centre.hours_as_of) in centre.sources


def _source(day: str) -> str:
    return f"сообщил библиотекарь, {day}"
