"""The menus below the writing line: six words for citizens, six for those who work here; with pictures and without."""

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


class StaffMenu(StrEnum):
    """The buttons below the writing line of a librarian, in their order."""

    TODAY = "📋 Сегодня"
    QUESTIONS = "💬 Вопросы"
    WALK_IN = "🚶 Пришли без записи"
    PHONE = "📅 Записать"
    CLOSE = "🔒 Закрыть"
    MORE = "➕ Ещё"


MenuItem = Menu | StaffMenu

SEND_PLACE = "📍 Отправить моё место"

MENU_ROWS: tuple[tuple[Menu, ...], ...] = ((Menu.FAQ, Menu.DANGER), (Menu.CENTRES, Menu.BOOK), (Menu.MY, Menu.ASK))
STAFF_MENU_ROWS: tuple[tuple[StaffMenu, ...], ...] = (
    (StaffMenu.TODAY, StaffMenu.QUESTIONS),
    (StaffMenu.WALK_IN, StaffMenu.PHONE),
    (StaffMenu.CLOSE, StaffMenu.MORE),
)

# Labels of old keyboards, which stay on people's screens for years: add, never take away.
_OLD_LABELS = {"📅 Записаться": Menu.BOOK}

_BY_WORDS = {bare_words(item): item for item in Menu} | {bare_words(label): item for label, item in _OLD_LABELS.items()}
_STAFF_BY_WORDS = {bare_words(item): item for item in StaffMenu}
_LONGEST = 40  # signs, of a label


def menu_word(text: str) -> MenuItem | None:
    """The menu button that a text is, pressed or typed, with its picture or without.

    The words of a librarian's button without its picture («сегодня», «закрыть») are those of other answers too: see
    `staff_word`.
    """
    if len(text) >= _LONGEST:
        return None
    pressed = next((item for item in StaffMenu if text.strip() == item), None)
    return pressed or _BY_WORDS.get(bare_words(text))


def staff_word(text: str) -> StaffMenu | None:
    """The librarian's button whose words these are; for where the words answer nothing that was asked."""
    return _STAFF_BY_WORDS.get(bare_words(text)) if len(text) < _LONGEST else None


def menu_labels(*, aloud: bool, staff: bool = False) -> tuple[tuple[str, ...], ...]:
    """The rows of the menu as they are shown to a citizen, or to somebody who works here."""
    rows: tuple[tuple[MenuItem, ...], ...] = STAFF_MENU_ROWS if staff else MENU_ROWS
    return tuple(tuple(without_pictures(item) if aloud else item.value for item in row) for row in rows)


def send_place_label(*, aloud: bool) -> str:
    """The button that sends where the person is."""
    return without_pictures(SEND_PLACE) if aloud else SEND_PLACE
