"""What a librarian is told where words alone did not say whom or when."""

from html import escape

from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import DayCentres
from bot.screens.librarian_day.day_list import DayListPart
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.screen import Button, Screen, row


def nobody_called(name: str) -> Screen:
    """Nobody of that name or code is in the list."""
    text = f"В списке нет записи: {escape(name)}. Посмотрите список дня или запишите того, кто пришёл."
    guest = Button("Пришли без записи", DayCentres(DayListPart.GUEST))
    return Screen(text, (row(TODAY, guest), row(HOME)))
