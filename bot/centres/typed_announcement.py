"""An announcement typed for a card: its words, its last day, the days that it closes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from bot.centres.centre import Announcement
from bot.centres.closed_days import closed_fields, read_runs
from bot.centres.closing_words import days_in_doubt, days_to_close, is_closed_now, is_of_today
from bot.centres.hours.typed_dates import NoSuchDateError, until
from bot.russian.time.values import Stretch

NoticeFields: TypeAlias = Mapping[str, str | int | None]  # as the file of centres has them


def read_announcement(line: str, today: date) -> NoticeFields | None:
    """The announcement that the words make; None where it has no words, or its last day is no day."""
    try:
        text, last = until(line, today)
    except NoSuchDateError:
        return None
    if len(text) < 3:
        return None
    closed = is_closed_now(text)
    if not closed and (runs := days_to_close(line, today)):
        return {"text": line, **_days_of(runs)}
    if not closed and (runs := days_in_doubt(line, today)):  # kept beside it: who is asked may close them
        return {"text": line, **_days_of(runs), "closed": False}
    if closed and last is None and is_of_today(text):
        last = today
    return {"text": text, "until": last.isoformat() if last else None, "closed": closed}


def announcement_of(value: object) -> Announcement | None:
    """The announcement that was kept as JSON; None where it is none."""
    match value:
        case {"text": str(text), "until": str() | None as last, "closed": bool(closed), **more}:
            first = date.fromisoformat(str(more["since"])) if more.get("since") else None
            runs = read_runs(str(more.get("closed_days") or ""))
            return Announcement(text, date.fromisoformat(last) if last else None, closed, first, runs)
        case _:
            return None


def closes(notice: object) -> bool:
    """Whether an announcement kept as JSON tells that the centre is closed, now or on days ahead."""
    announced = announcement_of(notice)
    return announced is not None and announced.closed


def _days_of(runs: Sequence[Stretch]) -> Mapping[str, str | int | None]:
    return closed_fields([(run.first, run.last) for run in runs])
