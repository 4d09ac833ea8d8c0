import pytest
from aiogram import Bot
from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from tests.chat_visitor import Visitor
from tests.sandbox.asking import ANNA, BORIS, YES, Raw, button, refusal


async def test_a_message_reaches_the_person_with_its_formatting(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "<b>Здравствуйте</b>, Анна", parse_mode="HTML")

    reply = await anna.reply()
    assert (reply.id, reply.html) == (sent.message_id, "<b>Здравствуйте</b>, Анна")


async def test_the_bot_gets_back_what_was_stored(bot: Bot, anna: Visitor) -> None:
    quiet = LinkPreviewOptions(is_disabled=True)

    sent = await bot.send_message(ANNA, "<b>a.ru</b>", parse_mode="HTML", link_preview_options=quiet)

    assert sent.html_text == "<b>a.ru</b>"
    assert sent.link_preview_options is not None
    assert sent.link_preview_options.is_disabled is True
    assert sent.message_id == (await anna.reply()).id


@pytest.mark.parametrize("chat", [0, -1, 77, "@nobody", "слово", "１００１", "1_001", "9" * 5000])
async def test_an_unknown_chat_is_not_found(bot: Bot, chat: int | str) -> None:
    assert await refusal(bot.send_message(chat, "да")) == "Bad Request: chat not found"


async def test_a_bot_cannot_write_first(bot: Bot, stranger: Visitor) -> None:
    words = await refusal(bot.send_message(BORIS, "да"))

    assert words == "Forbidden: bot can't initiate conversation with a user"
    assert not stranger.seen.messages


async def test_a_bot_that_was_blocked_cannot_write_nor_type(bot: Bot, anna: Visitor) -> None:
    await anna.do("block")

    assert await refusal(bot.send_message(ANNA, "да")) == "Forbidden: bot was blocked by the user"
    assert await refusal(bot.send_chat_action(ANNA, "typing")) == "Forbidden: bot was blocked by the user"


async def test_an_empty_text_is_refused(bot: Bot, anna: Visitor) -> None:
    assert await refusal(bot.send_message(ANNA, "")) == "Bad Request: message text is empty"
    await anna.silence(0.02)


async def test_typing_is_shown(bot: Bot, anna: Visitor) -> None:
    await bot.send_chat_action(ANNA, "typing")

    await anna.say("вижу")
    assert anna.seen.typing == 1


async def test_a_reply_shows_what_it_answers(bot: Bot, anna: Visitor) -> None:
    question = await anna.say("где?")

    sent = await bot.send_message(ANNA, "тут", reply_parameters=ReplyParameters(message_id=question))

    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "где?"
    assert (await anna.reply()).raw["reply_to"] == question


async def test_a_reply_to_nothing_is_refused_unless_it_may_go_alone(bot: Bot, anna: Visitor) -> None:
    lost = ReplyParameters(message_id=999)
    lenient = ReplyParameters(message_id=999, allow_sending_without_reply=True)

    words = await refusal(bot.send_message(ANNA, "да", reply_parameters=lost))
    sent = await bot.send_message(ANNA, "да", reply_parameters=lenient)

    assert words == "Bad Request: message to be replied not found"
    assert sent.reply_to_message is None
    assert (await anna.reply()).raw["reply_to"] is None


async def test_the_older_way_to_reply_works_too(raw: Raw, anna: Visitor) -> None:
    question = await anna.say("где?")

    await raw.call("sendMessage", chat_id=ANNA, text="тут", reply_to_message_id=question)

    assert (await anna.reply()).raw["reply_to"] == question


async def test_a_venue_is_shown(bot: Bot, anna: Visitor) -> None:
    await bot.send_venue(ANNA, 57.8, 28.3, "Библиотека", "Псков, улица Профсоюзная, 2")

    venue = await anna.reply()
    assert venue.kind == "venue"
    assert venue.raw["place"]["title"] == "Библиотека"


async def test_a_place_off_the_globe_or_without_a_name_is_refused(bot: Bot, anna: Visitor) -> None:
    assert (
        await refusal(bot.send_venue(ANNA, 91, 0, "да", "да")) == "Bad Request: wrong latitude or longitude specified"
    )
    words = await refusal(bot.send_venue(ANNA, 1, 1, " ", "да"))
    assert words == "Bad Request: venue title and address must be non-empty"
    await anna.silence(0.02)


async def test_a_contact_is_shown_with_its_whole_name(bot: Bot, anna: Visitor) -> None:
    await bot.send_contact(ANNA, "+7 8112 00-00-00", "Областная", last_name="библиотека")

    assert (await anna.reply()).raw["contact"] == {"phone": "+7 8112 00-00-00", "name": "Областная библиотека"}


async def test_a_reply_keyboard_stays_until_it_is_removed(bot: Bot, anna: Visitor) -> None:
    menu = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]], is_persistent=True)
    await bot.send_message(ANNA, "вот", reply_markup=menu)
    await anna.reply()

    await anna.press("Меню")
    assert anna.keyboard == ["Меню"]

    await bot.send_message(ANNA, "нет", reply_markup=ReplyKeyboardRemove())
    await anna.reply()
    await anna.say("пусто")
    assert anna.keyboard == []


async def test_a_one_time_keyboard_goes_after_its_press(bot: Bot, anna: Visitor) -> None:
    once = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Да")]], one_time_keyboard=True)
    await bot.send_message(ANNA, "верно?", reply_markup=once)
    await anna.reply()

    await anna.say("другое")
    assert anna.keyboard == ["Да"]

    await anna.press("Да")
    assert anna.keyboard == []


async def test_a_forced_reply_waits_for_any_words(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "как вас звать?", reply_markup=ForceReply(input_field_placeholder="Имя"))
    asked = await anna.reply()

    async with Visitor.connect(anna._url, "anna") as again:
        room = again.seen.keyboard
    await anna.say("Анна")

    assert room == []
    assert asked.text == "как вас звать?"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (button(callback_data="я" * 33), "BUTTON_DATA_INVALID"),
        (
            button(),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            button(callback_data=""),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (button(callback_data="x", url="https://a.ru"), "BUTTON_TYPE_INVALID"),
        (button(pay=True), "BUTTON_TYPE_INVALID"),
        (button(url="не ссылка"), "BUTTON_URL_INVALID"),
        (button(url="слово"), "inline keyboard button URL 'слово' is invalid: Wrong HTTP URL"),
        (
            button(url="http://localhost/x"),
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            button(url="ftp://a.ru"),
            "inline keyboard button URL 'ftp://a.ru' is invalid: Unsupported URL protocol",
        ),
        (
            button(web_app={"url": "http://a.ru"}),
            "inline keyboard button Web App URL 'http://a.ru' is invalid: Only HTTPS links are allowed",
        ),
        (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (button(text=" ", callback_data="x"), "inline keyboard button text must be non-empty"),
        (
            InlineKeyboardMarkup(inline_keyboard=YES.inline_keyboard * 101),
            "REPLY_MARKUP_TOO_LONG",
        ),
        (ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="")]]), "keyboard button text must be non-empty"),
        (ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="а")] * 301]), "REPLY_MARKUP_TOO_LONG"),
    ],
)
async def test_a_button_telegram_would_not_take_is_refused(
    bot: Bot, anna: Visitor, markup: InlineKeyboardMarkup | ReplyKeyboardMarkup, words: str
) -> None:
    assert await refusal(bot.send_message(ANNA, "да", reply_markup=markup)) == f"Bad Request: {words}"
    assert len(anna.seen.messages) <= 1


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (button(callback_data="x" * 64), {"label": "Кнопка", "kind": "callback"}),
        (button(url="https://a.ru"), {"label": "Кнопка", "kind": "url", "url": "https://a.ru"}),
        (button(url="tg://user?id=1"), {"label": "Кнопка", "kind": "url", "url": "tg://user?id=1"}),
        (button(copy_text={"text": "AB12"}), {"label": "Кнопка", "kind": "copy", "text": "AB12"}),
        (button(switch_inline_query=""), {"label": "Кнопка", "kind": "other"}),
    ],
)
async def test_each_kind_of_button_is_shown(
    bot: Bot, anna: Visitor, markup: InlineKeyboardMarkup, shown: dict[str, str]
) -> None:
    await bot.send_message(ANNA, "да", reply_markup=markup)

    assert (await anna.reply()).raw["buttons"] == [[shown]]


async def test_a_keyboard_of_empty_rows_is_no_keyboard(bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "да", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[]]))

    assert sent.reply_markup is None
    assert (await anna.reply()).labels == []


async def test_a_forwarded_message_names_its_first_author(bot: Bot, anna: Visitor) -> None:
    question = await anna.say("моё")

    first = await bot.forward_message(ANNA, ANNA, question)
    again = await bot.forward_message(ANNA, ANNA, first.message_id)

    assert again.forward_origin == first.forward_origin
    assert (await anna.reply()).raw["forwarded_from"] == "Анна Петровна"


async def test_a_copied_message_names_nobody(bot: Bot, anna: Visitor) -> None:
    question = await anna.say("моё")

    copied = await bot.copy_message(ANNA, ANNA, question, reply_markup=YES)

    reply = await anna.reply()
    assert (reply.id, reply.text, reply.labels) == (copied.message_id, "моё", ["Да"])
    assert reply.raw["forwarded_from"] is None


async def test_what_is_gone_cannot_be_forwarded_nor_copied(bot: Bot, anna: Visitor) -> None:
    assert await refusal(bot.forward_message(ANNA, ANNA, 99)) == "Bad Request: message to forward not found"
    assert await refusal(bot.copy_message(ANNA, ANNA, 99)) == "Bad Request: message to copy not found"
    await anna.silence(0.02)
