"""The main menu: the same six words everywhere, with and without pictures."""

from enum import StrEnum

from bot.russian.normalize import bare_words
from bot.screens.screen_reader import without_pictures


class Menu(StrEnum):
    """The buttons below the writing line, in their order."""

    FAQ = "❓ Вопросы и ответы"
    DANGER = "🆘 Меня обманывают"
    CENTRES = "📍 Ближайший центр"
    BOOK = "📅 Прийти за помощью"
    MY = "🗂 Мои записи"
    ASK = "💬 Спросить библиотекаря"


SEND_PLACE = "📍 Отправить моё место"

MENU_ROWS: tuple[tuple[Menu, ...], ...] = ((Menu.FAQ, Menu.DANGER), (Menu.CENTRES, Menu.BOOK), (Menu.MY, Menu.ASK))


# Labels of old keyboards, which stay on people's screens for years: add, never take away.
_OLD_LABELS = {"📅 Записаться": Menu.BOOK}

_BY_WORDS = {bare_words(item): item for item in Menu} | {bare_words(label): item for label, item in _OLD_LABELS.items()}


def menu_word(text: str) -> Menu | None:
    """The menu button that a text is, pressed or typed, with its picture or without."""
    return _BY_WORDS.get(bare_words(text)) if len(text) < 40 else None


def menu_labels(*, aloud: bool) -> tuple[tuple[str, ...], ...]:
    """The rows of the menu as they are shown."""
    return tuple(tuple(without_pictures(item) if aloud else item.value for item in row) for row in MENU_ROWS)


def send_place_label(*, aloud: bool) -> str:
    """The button that sends where the person is."""
    return without_pictures(SEND_PLACE) if aloud else SEND_PLACE
