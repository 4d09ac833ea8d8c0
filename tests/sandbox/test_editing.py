from datetime import timedelta

from aiogram import Bot
from aiogram.types import BufferedInputFile, KeyboardButton, Message, ReplyKeyboardMarkup

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import ANNA, YES, Raw, refusal


async def test_an_edited_message_changes_in_place(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "раз", reply_markup=YES)

    changed = await bot.edit_message_text("<b>два</b>", chat_id=ANNA, message_id=sent.message_id, parse_mode="HTML")

    edited = await anna.edited()
    assert (edited.id, edited.html, edited.labels) == (sent.message_id, "<b>два</b>", [])
    assert isinstance(changed, Message)
    assert changed.edit_date is not None


async def test_only_the_buttons_can_be_changed(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "раз")

    await bot.edit_message_reply_markup(chat_id=ANNA, message_id=sent.message_id, reply_markup=YES)

    edited = await anna.edited()
    assert (edited.text, edited.labels) == ("раз", ["Да"])


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "раз", reply_markup=YES)
    same = bot.edit_message_text("раз", chat_id=ANNA, message_id=sent.message_id, reply_markup=YES)
    buttons = bot.edit_message_reply_markup(chat_id=ANNA, message_id=sent.message_id, reply_markup=YES)

    words = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    assert await refusal(same) == words
    assert await refusal(buttons) == words
    assert (await anna.reply()).text == "раз"


async def test_what_is_gone_cannot_be_edited(bot: Bot, anna: Visitor) -> None:
    words = await refusal(bot.edit_message_text("да", chat_id=ANNA, message_id=99))

    assert words == "Bad Request: message to edit not found"
    await anna.silence(0.02)


async def test_the_words_of_a_person_cannot_be_edited(bot: Bot, anna: Visitor) -> None:
    said = await anna.say("моё")

    words = await refusal(bot.edit_message_text("да", chat_id=ANNA, message_id=said))

    assert words == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: Bot, anna: Visitor) -> None:
    menu = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]])
    sent = await bot.send_message(ANNA, "раз", reply_markup=menu)

    words = await refusal(bot.edit_message_text("два", chat_id=ANNA, message_id=sent.message_id))

    assert words == "Bad Request: message can't be edited"
    assert (await anna.reply()).text == "раз"


async def test_a_file_has_no_text_to_edit(bot: Bot, anna: Visitor) -> None:
    sheet = BufferedInputFile(b"BEGIN:VCALENDAR", "visit.ics")
    file = await bot.send_document(ANNA, sheet, caption="раз")

    words = await refusal(bot.edit_message_text("два", chat_id=ANNA, message_id=file.message_id))

    assert words == "Bad Request: there is no text in the message to edit"
    assert (await anna.reply()).id == file.message_id


async def test_an_edit_must_say_which_message(raw: Raw) -> None:
    assert (await raw.call("editMessageText", text="да"))["description"] == "Bad Request: chat_id is empty"
    answer = await raw.call("editMessageText", text="да", chat_id=ANNA)
    assert answer["description"] == "Bad Request: message identifier is not specified"


async def test_a_deleted_message_leaves_the_page(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "лишнее")
    await anna.reply()

    assert await bot.delete_message(ANNA, sent.message_id)

    await anna.say("чисто")
    assert sent.message_id not in anna.seen.messages


async def test_what_is_gone_cannot_be_deleted(bot: Bot, anna: Visitor) -> None:
    assert await refusal(bot.delete_message(ANNA, 99)) == "Bad Request: message to delete not found"
    await anna.silence(0.02)


async def test_after_two_days_a_message_stays(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "старое")
    await sandbox.advance(timedelta(hours=49))

    assert await refusal(bot.delete_message(ANNA, sent.message_id)) == "Bad Request: message can't be deleted"
    assert sent.message_id in anna.seen.messages
