"""A tiny real bot for the page's tests: it says back what it was told, and owns one of each kind of button."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from html import escape
from io import BytesIO

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

TOKEN = "42:TEST"
KEYBOARD = ReplyKeyboardMarkup(
    keyboard=[
        [KeyboardButton(text="📍 Где я", request_location=True)],
        [KeyboardButton(text="Меню"), KeyboardButton(text="Файл")],
    ],
    resize_keyboard=True,
    is_persistent=True,
)
MENU = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Окно", callback_data="window"),
            InlineKeyboardButton(text="Строка", callback_data="line"),
        ],
        [InlineKeyboardButton(text="Перелистнуть", callback_data="page:1")],
        [InlineKeyboardButton(text="Молчать", callback_data="silence")],
        [InlineKeyboardButton(text="Сайт", url="https://www.gosuslugi.ru/")],
        [InlineKeyboardButton(text="Центр в Пскове", url="https://t.me/bibliogos_bot?start=c_pskov-1")],
        [InlineKeyboardButton(text="Код", copy_text=CopyTextButton(text="7F3K"))],
    ]
)
ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@asynccontextmanager
async def perched(url: str) -> AsyncIterator[Bot]:
    """The bot, answering whoever writes in the sandbox at this address."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot, dispatcher = Bot(TOKEN, session=session), Dispatcher()
    dispatcher.include_router(_router())
    await bot.set_my_commands(
        [BotCommand(command="start", description="Начать"), BotCommand(command="help", description="Помощь")]
    )
    listening = asyncio.create_task(_listen(bot, dispatcher))
    try:
        yield bot
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        if session._session:
            await session._session.close()  # aiogram's own close waits a quarter of a second for TLS


async def _listen(bot: Bot, dispatcher: Dispatcher) -> None:
    """Polls like aiogram's own loop, but ends at once when it is told to, and bears a broken line."""
    offset = None
    while True:
        try:
            for update in await bot.get_updates(offset=offset, timeout=10):
                offset = update.update_id + 1
                await dispatcher.feed_update(bot, update)
        except (TelegramAPIError, ClientDecodeError):
            await asyncio.sleep(0.1)


def _router() -> Router:
    router = Router()
    router.message.register(_greet, CommandStart())
    router.message.register(_menu, F.text == "Меню")
    router.message.register(_file, F.text == "Файл")
    router.message.register(_where, F.location)
    router.message.register(_received, F.document)
    router.message.register(_echo)
    router.edited_message.register(_corrected)
    router.callback_query.register(_pressed)
    return router


async def _greet(message: Message, command: CommandObject) -> None:
    await message.answer(f"Здравствуйте! Метка: {command.args or 'нет'}", reply_markup=KEYBOARD)


async def _menu(message: Message) -> None:
    await message.answer("Что нажать?", reply_markup=MENU)


async def _file(message: Message) -> None:
    await message.answer_document(BufferedInputFile(ICS, "запись.ics"), caption="Ваша запись")


async def _where(message: Message) -> None:
    assert message.location is not None
    await message.answer(f"Вы здесь: {message.location.latitude:.4f}, {message.location.longitude:.4f}")


async def _received(message: Message, bot: Bot) -> None:
    assert message.document is not None
    content = BytesIO()
    await bot.download(message.document, content)
    await message.answer(f"Получено: {message.document.file_name}, {content.getvalue().decode()}")


async def _echo(message: Message) -> None:
    await message.answer(f"Вы сказали: <b>{escape(message.text or message.content_type)}</b>", parse_mode="HTML")


async def _corrected(message: Message) -> None:
    await message.answer(f"Исправлено: {message.text}")


async def _pressed(query: CallbackQuery) -> None:
    match (query.data or "").partition(":"):
        case ("window", *_):
            await query.answer("Запись отменить нельзя", show_alert=True)
        case ("line", *_):
            await query.answer("Готово")
        case ("page", _, number):
            await _turn(query, int(number) + 1)
        case _:
            return  # «Молчать»: the press is never acknowledged


async def _turn(query: CallbackQuery, number: int) -> None:
    assert isinstance(query.message, Message)
    on = InlineKeyboardButton(text="Перелистнуть", callback_data=f"page:{number}")
    markup = InlineKeyboardMarkup(inline_keyboard=[[on]])
    await query.message.edit_text(f"Страница {number}", reply_markup=markup)
    await query.answer()
