"""What a librarian is told who says that she will not be there."""

from bot.screens.acts.actions import TakeAct
from bot.screens.closures.actions import SetDuty
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.navigation import TODAY
from bot.screens.screen import Button, Screen, row


def absence(sign: int) -> Screen:
    """Leave of one person is not kept: what helps people instead; `sign` is that of the ActPrompt."""
    text = (
        "Отпуска и больничные я не веду: кто из коллег на месте, я не знаю.\n\n"
        "1. Если в эти дни принимать некому, закройте их: людям предложу другое время. Сначала покажу, кто записан.\n"
        "2. Чтобы вопросы людей приходили не вам, уйдите с дежурства.\n\n"
        "Если примет коллега, делать ничего не нужно: он увидит записи в своём списке."
    )
    close, leave = TakeAct(1, sign), SetDuty(on=False)
    rows = (row(Button("1. Закрыть эти дни", close)), row(Button("2. Уйти с дежурства", leave)), row(TODAY, HOME))
    return Screen(text, rows, choices=(close, leave))
