"""What a librarian is told where words alone did not say whom or when."""

from html import escape

from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import DayCentres
from bot.screens.librarian_day.day_list import DayListPart
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Button, Screen, row


def no_visit_of(named: str) -> Screen:
    """A librarian named a visitor who is not booked: nothing was done, her own visits are one press away."""
    text = (
        f"Такой записи не нашёл: «{escape(named)}». Ничего не менял. Напишите имя, как в списке, или код визита.\n\n"
        "Если вы о своей записи, откройте «Мои записи»."
    )
    return Screen(text, (row(TODAY, MINE), row(HOME)))


def nobody_called(name: str) -> Screen:
    """Nobody of that name or code is in the list."""
    text = f"В списке нет записи: {escape(name)}. Посмотрите список дня или запишите того, кто пришёл."
    guest = Button("Пришли без записи", DayCentres(DayListPart.GUEST))
    return Screen(text, (row(TODAY, guest), row(HOME)))
