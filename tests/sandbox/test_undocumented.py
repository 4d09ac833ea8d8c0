"""What the Bot API does not document is taken in silence, as Telegram takes it, and named to the author of the bot."""

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument, LinkPreviewOptions

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import ANNA, YES, Raw

STRANGE_KEYBOARD = {"inline_keyboard": [[{"text": "Да", "callback_data": "x", "colour": "red"}]]}


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"disable_web_page_preview": True}, {"sendMessage: disable_web_page_preview"}),
        ({"reply_to_message_id": 1, "allow_sending_without_reply": True},
         {"sendMessage: reply_to_message_id", "sendMessage: allow_sending_without_reply"}),
        ({"link_preview": {"is_disabled": True}}, {"sendMessage: link_preview"}),
        ({"reply_markup": STRANGE_KEYBOARD}, {"sendMessage: reply_markup.inline_keyboard.colour"}),
        ({"link_preview_options": {"is_disabled": True, "quiet": 1}}, {"sendMessage: link_preview_options.quiet"}),
    ],
)  # fmt: skip
async def test_what_is_not_documented_is_named(
    sandbox: Sandbox, raw: Raw, anna: Visitor, fields: dict[str, object], named: set[str]
) -> None:
    answer = await raw.call("sendMessage", chat_id=ANNA, text="да", **fields)

    assert answer["ok"] is True
    assert (await anna.reply()).text == "да"
    assert sandbox.state.undocumented == named


async def test_what_is_documented_is_not_named(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await bot.send_message(
        ANNA, "а", reply_markup=YES, link_preview_options=LinkPreviewOptions(is_disabled=True), parse_mode="HTML"
    )
    await bot.send_document(ANNA, BufferedInputFile(b"x", "a.txt"), caption="б")
    await bot.send_media_group(ANNA, [InputMediaDocument(media=BufferedInputFile(b"x", "a.txt")) for _ in range(2)])

    await anna.wait_for_text("б")
    assert sandbox.state.undocumented == set()
