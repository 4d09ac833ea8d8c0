"""Shows screens as Telegram's messages."""

import html
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, NoReturn, cast

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import EditMessageReplyMarkup, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import BufferedInputFile, ReplyKeyboardMarkup, ReplyParameters

from bot.handlers.messenger import MessageId
from bot.outbox.delivery_worker import (
    MessageRejectedError,
    NeverStartedBotError,
    RecipientUnreachableError,
    RetryLaterError,
)
from bot.people import Address, People
from bot.screens.group_wording import among_colleagues
from bot.screens.screen import Attached, CarriedFiles, CarriedVoice, ContactCard, Paper, Picture, Pin, Screen
from bot.screens.screen_reader import aloud
from bot.telegram.api_session import LINE_IS_DOWN, at_once_or_not
from bot.telegram.keyboards import keyboard, menu
from bot.telegram.send_failures import SendFailure, send_failure

log = structlog.get_logger()

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

    def __init__(
        self,
        bot: Bot,
        people: People,
        moved: Moved | None = None,
        is_staff: Callable[[Address], bool] = lambda _: False,
    ) -> None:
        """`moved` is told of a group that has another number now; who is staff has another menu."""
        self._is_staff = is_staff
        self._bot = bot
        self._people = people
        self._moved = moved

    async def send(self, to: Address, screen: Screen) -> MessageId | None:
        """Sends a notice. Raises RecipientUnreachableError, MessageRejectedError or RetryLaterError."""
        try:
            with at_once_or_not():
                return await self._change_or_show(to, screen)
        except NotShownError as error:
            raise RetryLaterError(error.seconds) from error
        except (TelegramForbiddenError, TelegramMigrateToChat, TelegramBadRequest) as error:
            await self._explain(to, error)

    async def _change_or_show(self, to: Address, screen: Screen) -> MessageId | None:
        """A new message, unless an earlier one is to be changed and can be."""
        if screen.instead_of and await self.replace(to, to.id, MessageId(screen.instead_of), screen):
            return MessageId(screen.instead_of)
        return None if screen.instead_of and not screen.or_new else await self.show(to, to.id, screen)

    async def _explain(
        self, to: Address, error: TelegramForbiddenError | TelegramMigrateToChat | TelegramBadRequest
    ) -> NoReturn:
        """Raises what the delivery worker understands."""
        match send_failure(error, in_group=to.id < 0):
            case SendFailure.NEVER_STARTED:
                raise NeverStartedBotError from error
            case SendFailure.MOVED if self._moved and isinstance(error, TelegramMigrateToChat):
                await self._moved(to, Address(to.channel, error.migrate_to_chat_id))
                raise RetryLaterError(1) from error
            case SendFailure.GONE | SendFailure.MOVED:
                raise RecipientUnreachableError(error.message) from error
            case _:
                raise MessageRejectedError(error.message) from error

    async def show(
        self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None
    ) -> MessageId | None:
        """New messages in a chat, written for the one who will read them; the last one. Raises NotShownError."""
        listens = await self._people.reads_aloud(reader)
        shown, rest = _for_chat(chat, aloud(screen) if listens else screen), screen
        below = self._menu(reader, screen, aloud=listens) if screen.menu and chat > 0 else None
        markup = keyboard(shown.rows)
        reply = ReplyParameters(message_id=int(reply_to), allow_sending_without_reply=True) if reply_to else None
        menu_first = below if markup and shown.before else None
        try:
            for part in shown.before:
                await self._call(_Say(chat_id=chat, text=part, reply_markup=menu_first))
                rest, menu_first = replace(rest, before=rest.before[1:]), None
            if shown.attached:
                await self._attach(chat, shown.attached)
                rest = replace(rest, attached=None)
            sent = await self._call(
                _Say(chat_id=chat, text=shown.text, reply_markup=markup or below, reply_parameters=reply)
            )
        except LINE_IS_DOWN as error:
            seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else None
            raise NotShownError(rest, seconds) from error
        return _id_of(sent)

    def _menu(self, reader: Address, screen: Screen, *, aloud: bool) -> ReplyKeyboardMarkup:
        return menu(aloud=aloud, asks_place=screen.asks_place, staff=self._is_staff(reader))

    async def _attach(self, chat: int, attached: Attached) -> None:
        match attached:
            case Pin(lat, lon, title, address):
                await self._bot.send_venue(chat, lat, lon, title, address)
            case ContactCard(phone, name, vcard):
                await self._bot.send_contact(chat, phone, name, vcard=vcard)
            case Paper(name, content):
                await self._bot.send_document(chat, BufferedInputFile(content, name))
            case Picture(content, words):
                await self._bot.send_photo(chat, BufferedInputFile(content, "picture.png"), caption=words)
            case CarriedVoice(source, message, otherwise):
                await self._carry(chat, source, (message,), otherwise)
            case CarriedFiles(source, messages, otherwise):
                await self._carry(chat, source, messages, otherwise)

    async def _carry(self, chat: int, source: int, messages: tuple[str, ...], otherwise: str) -> None:
        """Copies the messages; said in words where their author has deleted one, or the reader takes none such.

        Their captions stay behind: what was written there stands in the words, with the secrets hidden.
        """
        numbers = sorted({int(message) for message in messages})
        try:
            come = len(await self._bot.copy_messages(chat, source, numbers, remove_caption=True))
        except TelegramBadRequest as error:
            if send_failure(error, in_group=chat < 0) in {SendFailure.GONE, SendFailure.NEVER_STARTED}:
                raise
            log.info("message.not_carried", reason=error.message)
            come = 0
        if come < len(numbers):
            await self._call(_Say(chat_id=chat, text=otherwise))

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        """The screen in place of an earlier one; False where that message cannot be changed any more.

        Also False for people who listen: a change of what was read already is not read aloud. Raises NotShownError.
        """
        if await self._people.reads_aloud(reader):
            return False
        shown = _for_chat(chat, screen)
        try:
            markup = keyboard(shown.rows)
            await self._call(
                EditMessageText(text=shown.text, chat_id=chat, message_id=int(message), reply_markup=markup)
            )
        except TelegramBadRequest as error:
            return send_failure(error, in_group=chat < 0) is SendFailure.UNCHANGED
        except LINE_IS_DOWN as error:
            seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else None
            raise NotShownError(screen, seconds) from error
        return True

    async def drop_buttons(self, chat: int, message: MessageId) -> None:
        """The buttons of an earlier message go; one that is gone or has none is left as it is. Raises NotShownError."""
        try:
            await self._bot(EditMessageReplyMarkup(chat_id=chat, message_id=int(message)))
        except TelegramBadRequest as error:
            log.info("message.buttons_stay", reason=error.message)
        except LINE_IS_DOWN as error:
            raise NotShownError(Screen(""), None) from error

    async def _call(self, method: SendMessage | EditMessageText) -> object:
        """What Telegram answers to the call; a text whose marks it does not understand goes again without them."""
        try:
            return await self._bot(cast("TelegramMethod[Any]", method))
        except TelegramBadRequest as error:
            if send_failure(error, in_group=False) is not SendFailure.UNPARSABLE:
                raise
            log.error("message.marks_not_understood", reason=error.message)  # noqa: TRY400 - expected, no traceback
            plain = method.model_copy(update={"text": _without_marks(method.text or ""), "parse_mode": None})
            return await self._bot(cast("TelegramMethod[Any]", plain))


def _without_marks(text: str) -> str:
    return html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text))


def _id_of(sent: object) -> MessageId | None:
    """The number of a message as it came back, unparsed."""
    return MessageId(str(sent["message_id"])) if isinstance(sent, dict) and "message_id" in sent else None


def _for_chat(chat: int, screen: Screen) -> Screen:
    """The screen for its chat; groups have negative numbers."""
    return among_colleagues(screen) if chat < 0 else screen
