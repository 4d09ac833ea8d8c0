"""What a colleague on duty is told of an absence."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from bot.booking.booking import Booking
from bot.booking.slots import BookableDays
from bot.russian.words import moment
from bot.screens.absences.absences import SHOWN
from bot.screens.librarian_day.actions import TakeOn
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.screen import Button, Screen, column
from bot.screens.timetable_changes.desk_words import days_in_words


def offered_visits(who: str, days: BookableDays, centre: str, visits: Sequence[tuple[Booking, datetime]]) -> Screen:
    """Tells a colleague on duty whose visits wait for somebody: each with the start in the centre's zone."""
    shown = visits[:SHOWN]
    choices = tuple(TakeOn(one.id, over=False) for one, _ in shown)
    lines = [f"{number}. {_line(*pair)}" for number, pair in enumerate(shown, 1)]
    more = [f"и ещё {len(visits) - len(shown)}: /week"] if len(visits) > len(shown) else []
    text = paragraphs(
        f"<b>{escape(who)}: не будет {days_in_words(days)}</b>\n{escape(centre)}",
        "Этих людей некому принять:",
        "\n".join((*lines, *more)),
        "Возьмёте кого-нибудь на себя? Нажмите или напишите номер.",
    )
    buttons = column(
        Button(f"{number}. Взять: {moment(at)}", action)
        for number, ((_, at), action) in enumerate(zip(shown, choices, strict=True), 1)
    )
    return Screen(text, buttons, choices=choices)


def _line(visit: Booking, at: datetime) -> str:
    return f"{moment(at)}, {escape(visit.visitor.called or NO_NAME)}"
