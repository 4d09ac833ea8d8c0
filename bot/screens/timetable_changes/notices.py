"""What those who work at a centre are told of a colleague's change of its timetable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from bot.audit import AuditedDeed
from bot.booking.booking import Interval
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.centres.centre import Centre
from bot.screens.closures.actions import CloseWhat
from bot.screens.closures.text import span
from bot.screens.librarian_day.notices import signed
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Screen, row
from bot.screens.timetable_changes.desk_words import days_in_words, places, told_on

_HEADS: Mapping[AuditedDeed, str] = {
    AuditedDeed.HOURS_CLOSED: "Закрыто",
    AuditedDeed.HOURS_REOPENED: "Снова открыто",
    AuditedDeed.ABSENCE_NOTED: "Не будет",
    AuditedDeed.ABSENCE_ENDED: "На месте",
    AuditedDeed.DESKS_SET: "Другое число мест",
    AuditedDeed.DESKS_RESET: "Снято другое число мест",
    AuditedDeed.EXTRA_HOURS_ADDED: "Открыто ещё",
    AuditedDeed.EXTRA_HOURS_REMOVED: "Не открываем",
}
_OF_PEOPLE = frozenset({AuditedDeed.ABSENCE_NOTED, AuditedDeed.ABSENCE_ENDED})
_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change as its notice carries it; `by` is the author's name, empty where it is not known."""

    deed: AuditedDeed
    centre: Centre
    hours: Interval
    by: str
    desks: tuple[DeskRun, ...] | None = None  # that there are on those days now, where the change is of them
    reason: str = ""


def changed(told: ToldChange) -> Screen:
    """Tells of the change: who, where, when."""
    head = f"<b>{signed(_HEADS[told.deed], told.by)}</b>\n{escape(told.centre.short_name)}"
    ways = () if told.deed in _OF_PEOPLE else (row(Button("Что закрыто", CloseWhat(told.centre.id))),)
    return Screen(paragraphs(head, capital(_what(told))), ways)


def _what(told: ToldChange) -> str:
    first, last = told.centre.day(told.hours.start), told.centre.day(told.hours.end - _MOMENT)
    days = BookableDays(first, last)
    if told.desks is not None:
        return told_on(days, told.desks, lambda run: places(run.after))
    if told.deed in _OF_PEOPLE:
        return f"{days_in_words(days)}."
    return span(told.hours, told.centre) + (f" ({escape(told.reason)})" if told.reason else "") + "."
