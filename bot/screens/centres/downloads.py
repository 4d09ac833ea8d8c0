"""What a person takes away from a centre's card: a point on the map, a contact, a poster."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from bot.centres.centre import Centre
from bot.centres.vcard import vcard
from bot.region.region import ServicePhone
from bot.screens.centres import centre_card
from bot.screens.centres.actions import ShowCentre
from bot.screens.centres.hours_text import of_date
from bot.screens.centres.poster import poster_words, shows_hours
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, ContactCard, Paper, Pin, Row, Screen, row


def pin(centre: Centre | None) -> Screen:
    """The point on the map, and how exact it is."""
    if centre is None or centre.point is None:
        return centre_card.gone() if centre is None else Screen("Где это на карте, я не знаю.", (_back(centre),))
    title, address = centre_card.venue(centre)
    text = f"{escape(title)} на карте: нажмите на точку, и телефон покажет дорогу."
    return Screen(text, (_back(centre),), attached=Pin(centre.point.lat, centre.point.lon, title, address))


def contact(centre: Centre | None) -> Screen:
    """The contact of the centre for the phone book."""
    card = vcard(centre) if centre else None
    if centre is None or card is None:
        return centre_card.gone() if centre is None else Screen("Телефон неизвестен.", (_back(centre),))
    text = "Нажмите на контакт, чтобы сохранить его в телефоне."
    return Screen(text, (_back(centre),), attached=ContactCard(centre.phones[0].dialled, centre.short_name, card))


def poster_of(centre: Centre | None, bot_name: str, now: datetime, phones: Sequence[ServicePhone]) -> Screen:
    """The poster of the centre to print, with what is to be looked at before."""
    if centre is None:
        return centre_card.gone()
    from bot.screens.centres.poster_pdf import (
        pdf,  # drawing costs half a second of the start and 30 MB, and is seldom asked for
    )

    today = centre.day(now)
    paper = Paper(f"плакат-{centre.id}.pdf", pdf(poster_words(centre, bot_name, today, phones), today))
    text = "\n\n".join(("Плакат готов: лист А4.", *before_printing(centre, today), "Распечатайте и повесьте у двери."))
    return Screen(text, (_back(centre),), attached=paper)


def before_printing(centre: Centre, today: date) -> tuple[str, ...]:
    """What whoever prints the poster should know; nothing of it stands on the poster."""
    notes = []
    if centre.consultations is None:
        notes.append("Часов записи нет: впишите ручкой, когда вы помогаете, или назовите их боту: /hours.")
    if not shows_hours(centre, today):
        notes.append("Нынешних часов работы я не знаю: впишите их ручкой или поправьте карточку: /hours.")
    elif centre.checked is None:
        notes.append(f"Часы работы – {of_date(centre.hours_as_of)}, их никто не сверял. Проверьте до печати: /hours.")
    if not centre.phones:
        notes.append("Телефона я не знаю, поэтому на плакате его нет.")
    return tuple(notes)


def _back(centre: Centre) -> Row:
    return row(Button("К карточке центра", ShowCentre(centre.id)), HOME)
