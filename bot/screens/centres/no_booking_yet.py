"""Until libraries open their hours for booking: said honestly, with the nearest centres to call."""

from dataclasses import replace

from bot.region.region import Region
from bot.screens.centres.actions import FindCentre
from bot.screens.common_buttons import phones
from bot.screens.screen import Button, Screen

NEAREST = Button("📍 Ближайший центр", FindCentre())
_NOT_YET = "Записаться прямо здесь пока нельзя: библиотеки ещё не открыли запись."


def no_booking_yet(region: Region) -> Screen:
    """Nothing can be booked here yet: asks where the person is, for the nearest centres to call."""
    text = (
        f"{_NOT_YET} Но прийти за помощью можно: договоритесь по телефону.\n\n"
        "Напишите, где вы: город, деревню, район или улицу. Покажу ближайшие центры, их часы и телефоны. "
        "Или нажмите внизу «Отправить моё место»."
    )
    return Screen(f"{text}\n\n{phones(region)}", menu=True, asks_place=True)


def call_instead(nearest: Screen) -> Screen:
    """The nearest centres, after it was said that a visit is agreed upon by telephone."""
    lead = f"{_NOT_YET} Позвоните в центр и договоритесь: часы и телефон на карточке, если они известны."
    return replace(nearest, text=f"{lead}\n\n{nearest.text}")
