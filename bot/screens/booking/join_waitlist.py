"""Joining the waitlist of a full day: who waits, and how many days a person may wait for."""

from datetime import date
from html import escape

from bot.centres.centre import Centre
from bot.russian.words import plural
from bot.screens.booking.actions import BookDays, WaitAsMe, WaitForOther
from bot.screens.booking.time_list import day_of
from bot.screens.booking.where import noted
from bot.screens.booking.who import NAME_FOR, STOP
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Button, Screen, row


def who_waits(action: WaitAsMe, centre: Centre, day: date, me: str, note: str = "") -> Screen:
    """Asks for the name of whoever waits."""
    text = (
        f"<b>Ждать место: {day_of(day)}</b>\n{escape(centre.short_name)}\n\n"
        "Если кто-то откажется, я напишу вам и подержу место для вас.\n\n"
        f"Как к вам обращаться? Напишите имя{' или нажмите кнопку' if me else ''}. {NAME_FOR}"
    )
    mine = (row(Button(me, action)),) if me else ()
    other = row(Button("Записать другого человека", WaitForOther(action.topic, action.centre, action.at)))
    back = row(Button("← Другой день", BookDays(action.topic, action.centre, 1)), STOP)
    choices = tuple(button.action for (button,) in (*mine, other))
    return Screen(noted(note, text), (*mine, other, back, row(HOME)), choices=choices)


def too_many_lines(limit: int) -> Screen:
    """Says that the person waits for as many days as allowed."""
    days = plural(limit, "день", "дня", "дней")
    text = f"Вы уже ждёте место на {days}. Больше сразу нельзя.\n\nИз любой очереди можно выйти: откройте «Мои записи»."
    return Screen(text, (row(MINE, HOME),))
