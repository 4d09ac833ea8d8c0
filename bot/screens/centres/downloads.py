"""What a person takes away from a centre's card: a point on the map, a contact, a poster."""

from datetime import datetime
from html import escape

from bot.centres.centre import Centre
from bot.centres.vcard import vcard
from bot.screens.centres import centre_card
from bot.screens.centres.actions import ShowCentre
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


def poster_of(centre: Centre | None, bot_name: str, now: datetime) -> Screen:
    """The poster of the centre to print."""
    if centre is None:
        return centre_card.gone()
    from bot.screens.centres.poster import (
        poster,  # drawing costs half a second of the start and 30 MB, and is seldom asked for
    )

    paper = Paper(f"плакат-{centre.id}.pdf", poster(centre, bot_name, centre.day(now)))
    return Screen("Плакат готов: лист А4. Распечатайте и повесьте у двери.", (_back(centre),), attached=paper)


def _back(centre: Centre) -> Row:
    return row(Button("К карточке центра", ShowCentre(centre.id)), HOME)
