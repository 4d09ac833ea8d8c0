"""The calls that put something into a chat of Telegram, or into one topic of a forum."""

import html
import re
from dataclasses import dataclass
from typing import Any, cast

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyParameters

from bot.screens.screen import Attached, CarriedFiles, CarriedVoice, ContactCard, Paper, Picture, Pin
from bot.telegram.send_failures import SendFailure, send_failure

_TAKES_NOTHING = frozenset({SendFailure.GONE, SendFailure.NEVER_STARTED, SendFailure.TOPIC_GONE})

log = structlog.get_logger()


class _Say(SendMessage):
    """sendMessage whose answer nobody reads: parsing it costs as much as parsing the update."""

    __returning__ = dict  # type: ignore[assignment]  # - the class says Message, and this one is not to be built


@dataclass(frozen=True, slots=True)
class ChatPlace:
    """A chat, and in a forum the topic; without one its general topic."""

    chat: int
    topic: int | None = None


class MessageCalls:
    """Sends texts and what is attached to them. Raises what aiogram raises."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def say(
        self,
        place: ChatPlace,
        text: str,
        markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | None = None,
        reply: ReplyParameters | None = None,
    ) -> object:
        """Sends a text; what Telegram answers, unparsed."""
        return await self._call(
            _Say(
                chat_id=place.chat,
                message_thread_id=place.topic,
                text=text,
                reply_markup=markup,
                reply_parameters=reply,
            )
        )

    async def change(self, chat: int, message: int, text: str, markup: InlineKeyboardMarkup | None) -> None:
        """Changes the text and the buttons of an earlier message."""
        await self._call(EditMessageText(text=text, chat_id=chat, message_id=message, reply_markup=markup))

    async def attach(self, place: ChatPlace, attached: Attached) -> None:
        """Sends a point, a contact, a file or a picture, or copies somebody's messages."""
        chat, topic = place.chat, place.topic
        match attached:
            case Pin(lat, lon, title, address):
                await self._bot.send_venue(chat, lat, lon, title, address, message_thread_id=topic)
            case ContactCard(phone, name, vcard):
                await self._bot.send_contact(chat, phone, name, vcard=vcard, message_thread_id=topic)
            case Paper(name, content):
                await self._bot.send_document(chat, BufferedInputFile(content, name), message_thread_id=topic)
            case Picture(content, words):
                picture = BufferedInputFile(content, "picture.png")
                await self._bot.send_photo(chat, picture, caption=words, message_thread_id=topic)
            case CarriedVoice(source, message, otherwise):
                await self._carry(place, source, (message,), otherwise)
            case CarriedFiles(source, messages, otherwise):
                await self._carry(place, source, messages, otherwise)

    async def _carry(self, place: ChatPlace, source: int, messages: tuple[str, ...], otherwise: str) -> None:
        """Copies the messages; said in words where their author has deleted one, or the reader takes none such.

        Their captions stay behind: what was written there stands in the words, with the secrets hidden.
        """
        numbers = sorted({int(message) for message in messages})
        try:
            copies = await self._bot.copy_messages(
                place.chat, source, numbers, message_thread_id=place.topic, remove_caption=True
            )
            come = len(copies)
        except TelegramBadRequest as error:
            if send_failure(error, in_group=place.chat < 0) in _TAKES_NOTHING:
                raise
            log.info("message.not_carried", reason=error.message)
            come = 0
        if come < len(numbers):
            await self.say(place, otherwise)

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
