"""Shows screens as Telegram's messages."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import NoReturn

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import EditMessageReplyMarkup
from aiogram.types import ReplyKeyboardMarkup, ReplyParameters

from bot.handlers.messenger import MessageId
from bot.outbox.delivery_worker import (
    MessageRejectedError,
    NeverStartedBotError,
    RecipientUnreachableError,
    RetryLaterError,
)
from bot.people import Address, People
from bot.screens.group_wording import among_colleagues
from bot.screens.screen import Screen
from bot.screens.screen_reader import aloud
from bot.screens.staff.group_chats import topic_lost
from bot.telegram.api_session import LINE_IS_DOWN, at_once_or_not
from bot.telegram.keyboards import keyboard, menu
from bot.telegram.message_calls import ChatPlace, MessageCalls
from bot.telegram.send_failures import SendFailure, send_failure

log = structlog.get_logger()

Moved = Callable[[Address, Address], Awaitable[None]]
TopicLost = Callable[[Address, int], Awaitable[bool]]


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
        topic_lost: TopicLost | None = None,
    ) -> None:
        """`moved` is told of a group that has another number now; who is staff has another menu.

        `topic_lost` is told of a topic that takes no messages; True where notices came there until now.
        """
        self._is_staff = is_staff
        self._topic_lost = topic_lost
        self._bot = bot
        self._calls = MessageCalls(bot)
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
            case SendFailure.GONE | SendFailure.MOVED | SendFailure.TOPIC_GONE:  # the general topic, that is
                raise RecipientUnreachableError(error.message) from error
            case _:
                raise MessageRejectedError(error.message) from error

    async def show(
        self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None
    ) -> MessageId | None:
        """New messages in a chat, written for the one who will read them; the last one. Raises NotShownError.

        What a topic of a forum takes no more comes in the general one.
        """
        place = ChatPlace(chat, screen.forum_topic if chat < 0 else None)
        try:
            return await self._show(reader, place, screen, reply_to)
        except TelegramBadRequest as error:
            if place.topic is None or send_failure(error, in_group=True) is not SendFailure.TOPIC_GONE:
                raise
        group = Address(reader.channel, chat)
        is_news = self._topic_lost and await self._topic_lost(group, place.topic)
        said = screen.below(topic_lost()) if is_news else screen
        return await self._show(reader, ChatPlace(chat), said, None)  # an answer to words there would go there too

    async def _show(
        self, reader: Address, place: ChatPlace, screen: Screen, reply_to: MessageId | None
    ) -> MessageId | None:
        chat = place.chat
        listens = await self._people.reads_aloud(reader)
        shown, rest = _for_chat(chat, aloud(screen) if listens else screen), screen
        below = self._menu(reader, screen, aloud=listens) if screen.menu and chat > 0 else None
        markup = keyboard(shown.rows)
        reply = ReplyParameters(message_id=int(reply_to), allow_sending_without_reply=True) if reply_to else None
        menu_first = below if markup and shown.before else None
        try:
            for part in shown.before:
                await self._calls.say(place, part, menu_first)
                rest, menu_first = replace(rest, before=rest.before[1:]), None
            if shown.attached:
                await self._calls.attach(place, shown.attached)
                rest = replace(rest, attached=None)
            sent = await self._calls.say(place, shown.text, markup or below, reply)
        except LINE_IS_DOWN as error:
            seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else None
            raise NotShownError(rest, seconds) from error
        return _id_of(sent)

    def _menu(self, reader: Address, screen: Screen, *, aloud: bool) -> ReplyKeyboardMarkup:
        return menu(aloud=aloud, asks_place=screen.asks_place, staff=self._is_staff(reader))

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        """The screen in place of an earlier one; False where that message cannot be changed any more.

        Also False for people who listen: a change of what was read already is not read aloud. Raises NotShownError.
        """
        if await self._people.reads_aloud(reader):
            return False
        shown = _for_chat(chat, screen)
        try:
            await self._calls.change(chat, int(message), shown.text, keyboard(shown.rows))
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


def _id_of(sent: object) -> MessageId | None:
    """The number of a message as it came back, unparsed."""
    return MessageId(str(sent["message_id"])) if isinstance(sent, dict) and "message_id" in sent else None


def _for_chat(chat: int, screen: Screen) -> Screen:
    """The screen for its chat; groups have negative numbers."""
    return among_colleagues(screen) if chat < 0 else screen
