"""The card of a centre as its librarians see it."""

from bot.centres.centre import Centre
from bot.screens.centre_edits.actions import ReportChange
from bot.screens.centres.actions import SendPoster
from bot.screens.closures.actions import AskConsultations
from bot.screens.screen import Button, Screen, row


def card_for_librarian(centre: Centre, shown: Screen) -> Screen:
    """The card `shown` to people for /hours, with ways to mend it and to print the poster."""
    mend = row(Button("✏️ Здесь ошибка", ReportChange(centre.id)), Button("Плакат для печати", SendPoster(centre.id)))
    hours = row(Button("🕒 Часы записи", AskConsultations(centre.id)))
    return Screen(f"Так вашу карточку видят люди.\n\n{shown.text}", (mend, hours, *shown.rows))
