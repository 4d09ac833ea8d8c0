"""Where a person is: asked, chosen among several, or among all municipalities."""

from collections.abc import Sequence
from html import escape

from bot.centres.directory import Directory
from bot.centres.places.elsewhere import ElsewhereTown
from bot.centres.places.municipality import Municipality
from bot.centres.places.place import Place
from bot.screens.action import Action
from bot.screens.centres.actions import NearMunicipality, NearSettlement, ShowCentre, ShowMunicipalities
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, column, row

CHOOSE = Button("Выбрать округ или город", ShowMunicipalities())


def ask_place() -> Screen:
    """Asks where the person is: by a point or by a word."""
    text = (
        "<b>Ближайший центр</b>\n\nНажмите внизу «Отправить моё место». Телефон спросит разрешение — согласитесь.\n\n"
        "Или напишите, где вы: город, деревню, район или улицу. Можно с ошибками."
    )
    return Screen(text, menu=True, asks_place=True)


def which_place(places: Sequence[Place], elsewhere: ElsewhereTown | None = None) -> Screen:
    """Asks which of several places of that name is meant; one of them may be of another region."""
    text = "Таких мест несколько. Какое ваше? Нажмите или напишите номер."
    if elsewhere:
        text += f"\n\nЕсли ваше место — {escape(elsewhere.name)} ({escape(elsewhere.region)}), его центров я не знаю."
    choices = tuple(near(place, 0) for place in places)
    buttons = column(
        Button(f"{number}. {title(place)}", action)
        for number, (place, action) in enumerate(zip(places, choices, strict=True), 1)
    )
    return Screen(text, (*buttons, row(CHOOSE), row(HOME)), choices=choices)


def which_town(directory: Directory, places: Sequence[Place]) -> Screen:
    """Asks for the town of a street: only streets of centres are known, and another town may have one of that name."""
    known = [(place, centre) for place in places for id_ in place.on_street if (centre := directory.centre(id_))]
    choices = tuple(ShowCentre(centre.id) for _, centre in known)
    buttons = column(
        Button(f"{number}. {place.name}: {centre.short_name}", action)
        for number, ((place, centre), action) in enumerate(zip(known, choices, strict=True), 1)
    )
    text = "В каком городе эта улица? Если в другом, напишите город и улицу. Я знаю такую здесь:"
    return Screen(text, (*buttons, row(CHOOSE), row(HOME)), choices=choices)


def unknown_place(directory: Directory) -> Screen:
    """No such place: the municipalities to choose from."""
    text = "Такого места я не знаю. Напишите иначе или выберите свой округ или город."
    return _municipalities(text, directory.municipalities.all)


def municipalities(directory: Directory) -> Screen:
    """Shows all municipalities as buttons."""
    return _municipalities("Выберите свой округ или город.", directory.municipalities.all)


def near(place: Place, page: int) -> Action:
    """A page of the centres nearest to the place."""
    if place.settlement:
        return NearSettlement(place.settlement.id, page)
    return NearMunicipality(place.municipality.id, page)


def title(place: Place) -> str:
    """«Кресты, Куньинский округ»; a city is not told twice."""
    district = place.municipality.short
    return district if place.name == district else f"{place.name}, {district}"


def _municipalities(text: str, all_: Sequence[Municipality]) -> Screen:
    choices = tuple(NearMunicipality(one.id) for one in all_)
    buttons = [Button(one.short, action) for one, action in zip(all_, choices, strict=True)]
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Screen(text, (*pairs, row(HOME)), choices=choices)
