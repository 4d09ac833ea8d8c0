from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove, ReplyParameters

from bot.clock import MovableClock
from bot.sandbox.people import DEFAULT_PEOPLE, DESK_ID, Group
from bot.sandbox.server import Sandbox
from tests.chat_visitor import ActionRefused, Visitor
from tests.sandbox.asking import TOKEN, VERA, news, refusal

PLAIN = Group(-1009, "Читатели", (1001, 2001), is_forum=False, bot_is_admin=False)


@pytest.fixture
async def vera(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    async with Visitor.connect(sandbox.url, "vera", DESK_ID) as vera:
        yield vera


@pytest.fixture
async def readers() -> AsyncIterator[Sandbox]:
    """A sandbox with a group where the bot is an ordinary member."""
    sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=DEFAULT_PEOPLE, groups=[PLAIN])
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def guest(readers: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(readers.url))
    yield Bot(TOKEN, session=session)
    assert session._session is not None
    await session._session.close()


async def test_an_administrator_hears_everything_in_the_group(bot: Bot, vera: Visitor) -> None:
    await vera.say("просто слова")

    message = (await news(bot))[-1].message
    assert message is not None
    assert (message.chat.id, message.chat.type, message.text) == (DESK_ID, "supergroup", "просто слова")


async def test_the_bot_writes_to_a_group_where_nobody_pressed_start(bot: Bot, vera: Visitor) -> None:
    await bot.send_message(DESK_ID, "Новая запись")

    assert (await vera.reply()).text == "Новая запись"


async def test_an_ordinary_member_hears_only_what_is_meant_for_it(readers: Sandbox, guest: Bot) -> None:
    asked = await guest.send_message(PLAIN.id, "Кто придёт?")
    async with Visitor.connect(readers.url, "vera", PLAIN.id) as vera:
        said = await vera.say("между собой")
        await vera.say("/help@another_bot")
        await vera.say("/help")
        await vera.say("вот, @bibliogos_bot")
        await vera.say("я", reply_to=asked.message_id)
        await vera.do("edit", message=said, text="только нам")

    heard = [update.message and update.message.text for update in await news(guest)]
    assert heard == ["/help", "вот, @bibliogos_bot", "я"]


async def test_only_members_sit_in_a_group(sandbox: Sandbox, anna: Visitor) -> None:
    with pytest.raises(ActionRefused, match="Этого человека нет в этом чате"):
        await anna.do("say", chat=DESK_ID, text="можно?")
    with pytest.raises(ActionRefused, match="Этого человека нет в этом чате"):
        await anna.do("say", person=77, text="можно?")
    assert sandbox.state.chats[DESK_ID].posts == {}


async def test_a_topic_keeps_its_messages_and_the_answers_to_them(bot: Bot, vera: Visitor) -> None:
    topic = await bot.create_forum_topic(DESK_ID, "Вопросы")
    sent = await bot.send_message(DESK_ID, "Спрашивают", message_thread_id=topic.message_thread_id)

    await vera.say("Отвечаю", reply_to=sent.message_id)

    created, asked = await vera.reply(), await vera.reply()
    assert (created.kind, created.text, asked.raw["topic"]) == ("service", "Тема создана: Вопросы", "Вопросы")
    message = (await news(bot))[-1].message
    assert message is not None
    assert message.message_thread_id == topic.message_thread_id


async def test_a_topic_that_is_not_there_is_not_found(bot: Bot, vera: Visitor) -> None:
    words = await refusal(bot.send_message(DESK_ID, "да", message_thread_id=9))

    assert words == "Bad Request: message thread not found"
    await vera.silence(0.02)


async def test_topics_need_a_forum_and_a_name(bot: Bot, anna: Visitor) -> None:
    person = anna.seen.chat

    assert await refusal(bot.create_forum_topic(person, "Тема")) == "Bad Request: the chat is not a forum"
    assert await refusal(bot.create_forum_topic(DESK_ID, "я" * 129)) == "Bad Request: TOPIC_TITLE_EMPTY"


async def test_topics_need_rights(readers: Sandbox, guest: Bot) -> None:
    forum = Group(PLAIN.id, PLAIN.title, PLAIN.members, is_forum=True, bot_is_admin=False)
    readers.state.chats[PLAIN.id].place = forum

    words = await refusal(guest.create_forum_topic(PLAIN.id, "Тема"))

    assert words == "Bad Request: not enough rights to create a topic"


async def test_a_selective_keyboard_is_for_the_one_who_was_answered(sandbox: Sandbox, bot: Bot, vera: Visitor) -> None:
    said = await vera.say("кто на смене?")
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Я")]], selective=True)

    await bot.send_message(DESK_ID, "Вы?", reply_markup=keyboard, reply_parameters=ReplyParameters(message_id=said))

    await vera.reply()
    await vera.say("подумаю")
    assert vera.keyboard == ["Я"]
    assert list(sandbox.state.chats[DESK_ID].keyboards) == [VERA]


async def test_a_keyboard_for_all_is_removed_from_all(sandbox: Sandbox, bot: Bot, vera: Visitor) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Я")]])
    await bot.send_message(DESK_ID, "Кто?", reply_markup=keyboard)

    await bot.send_message(DESK_ID, "Никто", reply_markup=ReplyKeyboardRemove())

    assert sandbox.state.chats[DESK_ID].keyboards == {}
    assert (await vera.reply()).text == "Кто?"


async def test_an_administrator_deletes_the_words_of_others(bot: Bot, vera: Visitor) -> None:
    said = await vera.say("паспорт 1234 567890")

    assert await bot.delete_message(DESK_ID, said)


async def test_an_ordinary_member_deletes_only_its_own(readers: Sandbox, guest: Bot) -> None:
    own = await guest.send_message(PLAIN.id, "моё")
    async with Visitor.connect(readers.url, "vera", PLAIN.id) as vera:
        said = await vera.say("чужое")

    assert await guest.delete_message(PLAIN.id, own.message_id)
    assert await refusal(guest.delete_message(PLAIN.id, said)) == "Bad Request: message can't be deleted"


async def test_a_group_may_forbid_the_bot_to_write_and_allow_it_again(bot: Bot, vera: Visitor) -> None:
    await vera.do("mute", reason="TOPIC_CLOSED")
    said = await refusal(bot.send_message(DESK_ID, "Новая запись"))
    await vera.do("unmute")
    await bot.send_message(DESK_ID, "Новая запись")

    assert "TOPIC_CLOSED" in said
    assert (await vera.reply()).text == "Новая запись"


async def test_in_private_the_bot_is_blocked_not_forbidden_to_write(vera: Visitor) -> None:
    with pytest.raises(ActionRefused):
        await vera.do("mute", chat=VERA)


async def test_people_open_a_topic_write_in_it_and_close_it(bot: Bot, vera: Visitor) -> None:
    topic = int((await vera.do("open_topic", name="Записи"))["topic"])
    await vera.say("здесь", topic=topic)
    await bot.send_message(DESK_ID, "Новая запись", message_thread_id=topic)
    await vera.do("close_topic", topic=topic)
    closed = await refusal(bot.send_message(DESK_ID, "да", message_thread_id=topic))
    await vera.do("close_topic", topic=topic, delete=True)
    gone = await refusal(bot.send_message(DESK_ID, "да", message_thread_id=topic))

    begun, said = [update.message for update in await news(bot)]
    assert (closed, gone) == ("Bad Request: TOPIC_CLOSED", "Bad Request: message thread not found")
    assert begun is not None
    assert begun.forum_topic_created is not None
    assert said is not None
    assert (said.message_thread_id, said.is_topic_message) == (topic, True)
    assert (await vera.reply()).raw["topic"] == "Записи"


async def test_a_private_chat_has_no_topics(anna: Visitor) -> None:
    with pytest.raises(ActionRefused, match="в группе с темами"):
        await anna.do("open_topic", name="Записи")
    with pytest.raises(ActionRefused, match="Такой темы"):
        await anna.do("say", text="да", topic=3)
