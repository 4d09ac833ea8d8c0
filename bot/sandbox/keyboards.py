"""Buttons a bot may send: each is checked as Telegram checks it."""

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.sandbox.chat import Keyboard, KeyboardKind
from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_BUTTON_DATA_BYTES, MAX_BUTTONS, MAX_COPIED_TEXT
from bot.sandbox.refusal import bad_request
from bot.sandbox.text.links import BUTTON_LINKS, link_fault

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def inline_buttons(markup: Markup | None) -> Json | None:
    """The inline keyboard as it is stored, None if there is none; raises `ApiRefusal`."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    rows = [row for row in markup.inline_keyboard if row]
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check(button)
    if not rows:
        return None
    return {"inline_keyboard": [[button.model_dump(exclude_none=True) for button in row] for row in rows]}


def reply_keyboard(markup: Markup | None, message: int) -> Keyboard | None:
    """What the person will find below the field where one writes."""
    if isinstance(markup, ReplyKeyboardMarkup):
        _check_labels(markup)
        return Keyboard(KeyboardKind.REPLY, markup.model_dump(exclude_none=True), message)
    if isinstance(markup, ForceReply):
        return Keyboard(KeyboardKind.FORCE_REPLY, markup.model_dump(exclude_none=True), message)
    return None


def _check_labels(markup: ReplyKeyboardMarkup) -> None:
    if sum(map(len, markup.keyboard)) > 3 * MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if not all(button.text.strip() for row in markup.keyboard for button in row):
        raise bad_request("keyboard button text must be non-empty")


def _check(button: InlineKeyboardButton) -> None:
    # Telegram silently leaves out a button without words: here it is a fault, so that it is seen.
    if not button.text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if _is_given(name, getattr(button, name))]
    if not actions:
        reason = "Text buttons are unallowed in the inline keyboard"
        raise bad_request(f"can't parse inline keyboard button: {reason}")
    if len(actions) > 1 or actions[0] in {"pay", "callback_game"}:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_action(button)


def _is_given(name: str, value: object) -> bool:
    is_blank = value is None or value is False or value == ""
    return not is_blank or (value == "" and name.startswith("switch"))


def _check_action(button: InlineKeyboardButton) -> None:
    if button.callback_data and len(button.callback_data.encode()) > MAX_BUTTON_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.copy_text and not 0 < len(button.copy_text.text) <= MAX_COPIED_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.web_app and not button.web_app.url.startswith("https://"):
        reason = "Only HTTPS links are allowed"
        raise bad_request(f"inline keyboard button Web App URL '{button.web_app.url}' is invalid: {reason}")
    if button.url:
        _check_url(button.url)


def _check_url(url: str) -> None:
    if any(char.isspace() for char in url.strip()):
        raise bad_request("BUTTON_URL_INVALID")
    if fault := link_fault(url, BUTTON_LINKS):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {fault}")
