"""Shows screens as Telegram's messages."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import lru_cache

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import SendMessage
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from bot.handlers.messenger import MessageId
from bot.outbox.delivery_worker import (
    MessageRejectedError,
    NeverStartedBotError,
    RecipientUnreachableError,
    RetryLaterError,
)
from bot.people import Address, People
from bot.screens.callback_data import pack
from bot.screens.group_wording import among_colleagues
from bot.screens.menu import menu_labels, send_place_label
from bot.screens.screen import Button, ContactCard, LinkButton, Paper, Picture, Pin, Row, Screen
from bot.screens.screen_reader import aloud
from bot.telegram.api_session import LINE_IS_DOWN, at_once_or_not

_GONE = ("chat not found", "user is deactivated", "bot was kicked", "group chat was upgraded", "peer_id_invalid")
# What Telegram says of a message that no chat would take.
_FAULTY = (
    "can't parse",
    "message is too long",
    "text is empty",
    "text must be",
    "button_",
    "reply markup",
    "wrong file",
)
_UNCHANGED = "message is not modified"
_PLACEHOLDER = "Напишите вопрос"

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | None
Moved = Callable[[Address, Address], Awaitable[None]]


class _Say(SendMessage):
    """sendMessage whose answer nobody reads: parsing it costs as much as parsing the update."""

    __returning__ = dict  # type: ignore[assignment]  # - the class says Message, and this one is not to be built


class NotShownError(Exception):
    """Telegram cannot be reached or asks to wait so many seconds; `rest` is what was not shown yet."""

    def __init__(self, rest: Screen, seconds: float | None) -> None:
        super().__init__()
        self.rest = rest
        self.seconds = seconds


class TelegramMessenger:
    """Shows screens in chats; asks the person's wishes each time."""

    def __init__(self, bot: Bot, people: People, moved: Moved | None = None) -> None:
        """`moved` is told of a group that has another number now."""
        self._bot = bot
        self._people = people
        self._moved = moved

    async def send(self, to: Address, screen: Screen) -> None:
        """Sends a notice. Raises RecipientUnreachableError, MessageRejectedError or RetryLaterError."""
        try:
            with at_once_or_not():
                await self.show(to, to.id, screen)
        except TelegramForbiddenError as error:
            raise (NeverStartedBotError if "initiate" in error.message else RecipientUnreachableError) from error
        except TelegramMigrateToChat as error:
            if self._moved is None:
                raise RecipientUnreachableError from error
            await self._moved(to, Address(to.channel, error.migrate_to_chat_id))
            raise RetryLaterError(1) from error
        except NotShownError as error:
            raise RetryLaterError(error.seconds) from error
        except TelegramBadRequest as error:
            raise (RecipientUnreachableError if _is_gone(to, error) else MessageRejectedError)(error.message) from error

    async def show(self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None) -> None:
        """New messages in a chat, written for the one who will read them. Raises NotShownError."""
        listens = await self._people.reads_aloud(reader)
        shown, rest = _for_chat(chat, aloud(screen) if listens else screen), screen
        markup = keyboard(shown.rows) or (
            menu(aloud=listens, asks_place=screen.asks_place) if screen.menu and chat > 0 else None
        )
        reply = ReplyParameters(message_id=int(reply_to), allow_sending_without_reply=True) if reply_to else None
        try:
            if shown.attached:
                await self._attach(chat, shown.attached)
                rest = replace(rest, attached=None)
            for part in shown.before:
                await self._bot(_Say(chat_id=chat, text=part))
                rest = replace(rest, before=rest.before[1:])
            await self._bot(_Say(chat_id=chat, text=shown.text, reply_markup=markup, reply_parameters=reply))
        except LINE_IS_DOWN as error:
            seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else None
            raise NotShownError(rest, seconds) from error

    async def _attach(self, chat: int, attached: Pin | ContactCard | Paper | Picture) -> None:
        match attached:
            case Pin(lat, lon, title, address):
                await self._bot.send_venue(chat, lat, lon, title, address)
            case ContactCard(phone, name, vcard):
                await self._bot.send_contact(chat, phone, name, vcard=vcard)
            case Paper(name, content):
                await self._bot.send_document(chat, BufferedInputFile(content, name))
            case Picture(content, words):
                await self._bot.send_photo(chat, BufferedInputFile(content, "picture.png"), caption=words)

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        """The screen in place of an earlier one; False where that message cannot be changed any more.

        Raises NotShownError.
        """
        shown = _for_chat(chat, aloud(screen) if await self._people.reads_aloud(reader) else screen)
        try:
            await self._bot.edit_message_text(
                shown.text, chat_id=chat, message_id=int(message), reply_markup=keyboard(shown.rows)
            )
        except TelegramBadRequest as error:
            return _UNCHANGED in error.message
        except LINE_IS_DOWN as error:
            seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else None
            raise NotShownError(screen, seconds) from error
        return True


def _for_chat(chat: int, screen: Screen) -> Screen:
    """The screen for its chat; groups have negative numbers."""
    return among_colleagues(screen) if chat < 0 else screen


def _is_gone(to: Address, error: TelegramBadRequest) -> bool:
    """A group that takes no messages is lost whatever it calls it; only what is wrong with the message is not."""
    words = error.message.lower()
    if to.id < 0:
        return not any(fault in words for fault in _FAULTY)
    return any(gone in words for gone in _GONE)


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


@lru_cache(maxsize=4)
def menu(*, aloud: bool, asks_place: bool = False) -> ReplyKeyboardMarkup:
    """The main menu below the writing line."""
    rows = [[KeyboardButton(text=label) for label in row] for row in menu_labels(aloud=aloud)]
    if asks_place:
        rows.insert(0, [KeyboardButton(text=send_place_label(aloud=aloud), request_location=True)])
    return ReplyKeyboardMarkup(
        keyboard=rows, resize_keyboard=True, is_persistent=True, input_field_placeholder=_PLACEHOLDER
    )
