"""The buttons under a message, and the menu below the writing line."""

from functools import lru_cache

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.screens.callback_data import pack
from bot.screens.menu import menu_labels, send_place_label
from bot.screens.screen import Button, LinkButton, Row

_PLACEHOLDER = "Напишите вопрос"


@lru_cache(maxsize=4096)
def keyboard(rows: tuple[Row, ...]) -> InlineKeyboardMarkup | None:
    """The buttons under a message, built once for the same rows."""
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows]) if rows else None


def _button(button: Button | LinkButton) -> InlineKeyboardButton:
    match button:
        case Button(label, action):
            return InlineKeyboardButton(text=label, callback_data=pack(action))
        case LinkButton(label, url):
            return InlineKeyboardButton(text=label, url=url)


@lru_cache(maxsize=8)
def menu(*, aloud: bool, asks_place: bool = False, staff: bool = False) -> ReplyKeyboardMarkup:
    """The menu below the writing line, that of a librarian or of a citizen."""
    rows = [[KeyboardButton(text=label) for label in row] for row in menu_labels(aloud=aloud, staff=staff)]
    if asks_place:
        rows.insert(0, [KeyboardButton(text=send_place_label(aloud=aloud), request_location=True)])
    return ReplyKeyboardMarkup(
        keyboard=rows, resize_keyboard=True, is_persistent=True, input_field_placeholder=_PLACEHOLDER
    )
