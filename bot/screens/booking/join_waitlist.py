"""Joining the waitlist of a full day: who waits, and how many days a person may wait for."""

from dataclasses import dataclass
from datetime import date
from html import escape

from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.russian.words import plural
from bot.screens.booking.actions import BookDays, WaitAsMe, WaitForOther
from bot.screens.booking.time_list import day_of
from bot.screens.booking.where import BACK, noted
from bot.screens.booking.who import NAME_FOR, STOP
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Button, Screen, row
from bot.screens.time_codes import day_code


@dataclass(frozen=True, slots=True)
class WaitingQuestion:
    """Asks for the name of whoever waits for a day; `me` as in VisitorQuestion."""

    topic: Topic
    centre: Centre
    day: date
    me: str

    def draw(self, note: str = "") -> Screen:
        """What waiting means, and the name in the messenger as a button."""
        here = self.topic.id, self.centre.id, day_code(self.day)
        text = (
            f"<b>Ждать место: {day_of(self.day)}</b>\n{escape(self.centre.short_name)}\n\n"
            "Если кто-то откажется, я напишу вам и подержу место для вас.\n\n"
            f"Как к вам обращаться? Напишите имя{' или нажмите кнопку' if self.me else ''}. {NAME_FOR}"
        )
        mine = (row(Button(self.me, WaitAsMe(*here))),) if self.me else ()
        other = row(Button("Записать другого человека", WaitForOther(*here)))
        back = row(Button(BACK, BookDays(self.topic.id, self.centre.id, 1)), STOP)
        choices = tuple(button.action for (button,) in (*mine, other))
        return Screen(noted(note, text), (*mine, other, back), choices=choices)


FIRST_THE_DAY = "Сообщу, если место освободится. Скажите, о чём консультация, где и в какой день."


def too_many_lines(limit: int) -> Screen:
    """Says that the person waits for as many days as allowed."""
    days = plural(limit, "день", "дня", "дней")
    text = f"Вы уже ждёте место на {days}. Больше сразу нельзя.\n\nИз любой очереди можно выйти: откройте «Мои записи»."
    return Screen(text, (row(MINE, HOME),))
