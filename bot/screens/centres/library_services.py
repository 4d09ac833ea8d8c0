"""What a library does besides helping with the portal: said whose it is, with a telephone; nothing is invented."""

from collections.abc import Mapping
from html import escape

from bot.centres.centre import Centre
from bot.region.region import Region
from bot.screens.centres.actions import FindCentre, ShowCentre
from bot.screens.common_buttons import HOME, phones
from bot.screens.screen import Button, Screen, row

_NOT_MINE: Mapping[str, str] = {
    "renew_book": "Книги продлевает ваша библиотека. Назовите ей фамилию и номер читательского билета.",
    "catalogue": "Есть ли книга, скажет ваша библиотека: каталога у меня нет.",
    "print": "Распечатать и отсканировать помогает библиотека. Есть ли это в вашей и сколько стоит, скажут там.",
    "wifi": "Интернет и Wi-Fi бывают в библиотеке. Есть ли они в вашей, скажут там.",
    "events": "О встречах и выставках расскажет ваша библиотека: афиши у меня нет.",
    "clubs": "О кружках и занятиях расскажет ваша библиотека: их расписания у меня нет.",
    "accessibility": "Пандус, лифт, кнопка вызова: как войти, скажет ваша библиотека. Позвоните заранее, вас встретят.",
}
_OTHER = "Это дело вашей библиотеки, спросите там: я отвечаю о Госуслугах и записываю на помощь с ними."


def sentence(want: str | None) -> Screen:
    """Whose it is, and what to ask there."""
    return Screen(_NOT_MINE.get(want or "", _OTHER), (row(HOME),))


def of_centre(said: Screen, centre: Centre, region: Region) -> Screen:
    """The same with the telephone of the library that is known to be theirs; with the region's where it has none."""
    told = "; ".join(f"<b>{escape(phone.written)}</b>" for phone in centre.phones) or "телефон мне неизвестен"
    text = f"{said.text}\n\n{escape(centre.short_name)}: {told}"
    line = "" if centre.phones else f"\n\n{phones(region)}"
    return Screen(f"{text}{line}", (row(Button("Карточка библиотеки", ShowCentre(centre.id))), row(HOME)))


def of_region(said: Screen, region: Region) -> Screen:
    """The same with the region's telephones."""
    return Screen(f"{said.text}\n\n{phones(region)}", (row(Button("📍 Ближайший центр", FindCentre())), row(HOME)))


def which(said: Screen, region: Region) -> Screen:
    """Their library is not known: where they are is asked, and the region's telephones stand below."""
    text = f"{said.text}\n\nНазвать телефон? Напишите город, деревню или район.\n\n{phones(region)}"
    return Screen(text, menu=True, asks_place=True)
