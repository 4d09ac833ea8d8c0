"""The notice to somebody on the waitlist of a day that was closed."""

from html import escape

from bot.booking.booking import Closure, WaitlistEntry
from bot.centres.centre import Centre
from bot.screens.actions import BookVisit
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.actions import LeaveWaitlist
from bot.screens.screen import Button, Screen, row


def day_closed(place: WaitlistEntry, closure: Closure, centre: Centre) -> Screen:
    """Says that no place will become free; the entry stays, for the day may be opened again."""
    why = f" Причина: {escape(closure.reason)}." if closure.reason else ""
    text = (
        f"В этот день приёма не будет: {day_of(place.day)}, {escape(centre.short_name)}.{why}\n\n"
        "Вы ждали здесь свободного времени. Выберите другой день. Если этот день откроют снова, я напишу вам."
    )
    rows = (
        row(Button("📅 Выбрать другой день", BookVisit(place.topic))),
        row(Button("Больше не ждать", LeaveWaitlist(place.id)), HOME),
    )
    return Screen(text, rows)
