"""Colleagues learn on which days somebody is not there: what is other than they know, and told once."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.audit import AuditedDeed
from bot.booking.absences.absence import Absence
from bot.booking.context import BookingContext
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.told_changes import TimetableChange, queue, recipients, waiting_changes
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre
from bot.outbox.notice import Notice
from bot.people import Address

_KNOWN = "known"  # in the payload: when the recipient knew the person to be away, as 2026-11-25/2026-11-26
_DAY = timedelta(days=1)

Days = frozenset[date]


@dataclass(frozen=True, slots=True)
class AbsenceChange:
    """An absence that was noted, made longer, made shorter or taken back; all days of that person before and after."""

    absence: Absence
    before: Days
    after: Days


def tell_of_absence(
    booking_context: BookingContext,
    tx: Transaction,
    centre: Centre,
    change: AbsenceChange,
    offered: Collection[Address],
) -> None:
    """Tells each colleague at the centre the days that are other than they know.

    Who is offered visits learns by that of the days of that absence.
    """
    waiting = [one for one in waiting_changes(tx, "absence", centre) if _is_of(one, change.absence)]
    for one in waiting:
        tx.outbox.withdraw(one.dedupe_key)
    knew = {one.to: _read(str(one.payload[_KNOWN])) for one in waiting}
    by_offer = change.after & days_of([change.absence.days])
    whole = _change(AuditedDeed.ABSENCE_NOTED, change.absence, centre, change.absence.days)
    for to in recipients(booking_context, whole):
        known = knew.get(to, change.before) | (by_offer if to in offered else frozenset())
        for told in _told(change, centre, known):
            queue(booking_context, tx, told, [to], {_KNOWN: _written(known)})


def days_of(runs: Iterable[BookableDays]) -> Days:
    """The single days of several runs."""
    return frozenset(day for run in runs for day in run)


def _told(change: AbsenceChange, centre: Centre, known: Days) -> Iterator[TimetableChange]:
    """Each absence with days that are not known, as a whole; the days on which the person is there after all."""
    for run in _runs(change.after):
        if not days_of([run]) <= known:
            yield _change(AuditedDeed.ABSENCE_NOTED, change.absence, centre, run)
    for run in _runs(known - change.after):
        yield _change(AuditedDeed.ABSENCE_ENDED, change.absence, centre, run)


def _change(deed: AuditedDeed, absence: Absence, centre: Centre, days: BookableDays) -> TimetableChange:
    return TimetableChange.of_days(deed, absence.id, absence.person, centre, days)


def _is_of(notice: Notice, absence: Absence) -> bool:
    by = notice.payload["by_channel"], notice.payload["by"]
    return by == (absence.person.channel, absence.person.id) and _KNOWN in notice.payload


def _runs(days: Days) -> list[BookableDays]:
    """The days as runs without a gap, in order."""
    firsts = (day for day in sorted(days) if day - _DAY not in days)
    lasts = (day for day in sorted(days) if day + _DAY not in days)
    return [BookableDays(*ends) for ends in zip(firsts, lasts, strict=True)]


def _written(days: Days) -> str:
    return " ".join(f"{run.first}/{run.last}" for run in _runs(days))


def _read(known: str) -> Days:
    return days_of(BookableDays(*map(date.fromisoformat, run.split("/"))) for run in known.split())
