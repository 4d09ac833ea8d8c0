import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonDefault,
)

from bot.sandbox.people import DESK_ID
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import ANNA, BORIS, GLEB, VERA, refusal


def commands(*names: str) -> list[BotCommand]:
    return [BotCommand(command=name, description="Что это") for name in names]


async def shown(sandbox: Sandbox, key: str, chat: int | None = None) -> list[str]:
    async with Visitor.connect(sandbox.url, key, chat) as person:
        return person.commands


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.id, me.is_bot, me.username, me.first_name) == (42, True, "bibliogos_bot", "БиблиоГос")


async def test_the_narrowest_scope_that_has_commands_is_shown(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await bot.set_my_commands(commands("faq"))
    await bot.set_my_commands(commands("start"), BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(commands("today"), BotCommandScopeChat(chat_id=ANNA))
    await bot.set_my_commands(commands("desk"), BotCommandScopeAllGroupChats())

    assert await shown(sandbox, "anna") == ["today"]
    assert await shown(sandbox, "boris") == ["start"]
    assert await shown(sandbox, "vera", DESK_ID) == ["desk"]
    await anna.say("жду")
    assert anna.commands == ["today"]


async def test_administrators_and_members_of_a_group_have_their_own(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_my_commands(commands("faq"), BotCommandScopeDefault())
    await bot.set_my_commands(commands("stats"), BotCommandScopeAllChatAdministrators())
    await bot.set_my_commands(commands("walkin"), BotCommandScopeChatMember(chat_id=DESK_ID, user_id=VERA))

    assert await shown(sandbox, "gleb", DESK_ID) == ["stats"]
    assert await shown(sandbox, "vera", DESK_ID) == ["walkin"]


async def test_commands_in_the_persons_language_go_before_those_in_none(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_my_commands(commands("help"))
    await bot.set_my_commands(commands("pomosch"), language_code="ru")

    assert await shown(sandbox, "boris") == ["pomosch"]
    assert [command.command for command in await bot.get_my_commands()] == ["help"]


async def test_deleted_commands_give_way_to_the_wider_scope(sandbox: Sandbox, bot: Bot) -> None:
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(commands("faq"))
    await bot.set_my_commands(commands("start"), private)

    await bot.delete_my_commands(private)

    assert await shown(sandbox, "boris") == ["faq"]
    assert await bot.get_my_commands(private) == []


async def test_a_person_who_never_wrote_has_no_scope(bot: Bot) -> None:
    scope = BotCommandScopeChat(chat_id=BORIS)

    assert await refusal(bot.set_my_commands(commands("faq"), scope)) == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ([BotCommand(command="Faq", description="Что это")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="a" * 33, description="Что это")], "BOT_COMMAND_INVALID"),
        ([BotCommand(command="faq", description="")], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([BotCommand(command="faq", description="я" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        (commands(*["faq"] * 101), "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_telegram_would_not_take_are_refused(bot: Bot, wanted: list[BotCommand], words: str) -> None:
    assert await refusal(bot.set_my_commands(wanted)) == f"Bad Request: {words}"


async def test_the_menu_button_of_a_chat_goes_before_the_common_one(bot: Bot, anna: Visitor) -> None:
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)

    await bot.set_chat_menu_button(ANNA, MenuButtonDefault())
    await bot.set_chat_menu_button()

    assert isinstance(await bot.get_chat_menu_button(anna.seen.chat), MenuButtonDefault)


async def test_name_and_descriptions_are_kept_by_language(bot: Bot, anna: Visitor) -> None:
    await bot.set_my_name("Библиотекарь")
    await bot.set_my_description("Помогаю с Госуслугами", language_code="ru")
    await bot.set_my_short_description("Госуслуги")

    assert (await bot.get_my_name("ru")).name == "Библиотекарь"
    assert (await bot.get_my_description("ru")).description == "Помогаю с Госуслугами"
    assert (await bot.get_my_description()).description == ""
    assert (await bot.get_my_short_description("en")).short_description == "Госуслуги"
    assert (await bot.get_me()).first_name == "Библиотекарь"
    assert (await bot.send_message(ANNA, "да")).message_id == (await anna.reply()).id


async def test_a_description_has_a_limit(bot: Bot) -> None:
    words = await refusal(bot.set_my_short_description("я" * 121))

    assert words == "Bad Request: bot short description is too long"


async def test_a_chat_is_described(bot: Bot, anna: Visitor) -> None:
    person = await bot.get_chat(ANNA)
    desk = await bot.get_chat(DESK_ID)

    assert (person.type, person.first_name) == ("private", "Анна Петровна")
    assert (desk.type, desk.title, desk.is_forum) == ("supergroup", "Стол библиотеки", True)
    assert await refusal(bot.get_chat(BORIS)) == "Bad Request: chat not found"
    assert anna.seen.chat == ANNA


async def test_members_of_a_group_have_their_place(bot: Bot) -> None:
    statuses = [(await bot.get_chat_member(DESK_ID, user)).status for user in (GLEB, VERA, 42)]

    assert statuses == ["creator", "member", "member"]
    assert await refusal(bot.get_chat_member(DESK_ID, ANNA)) == "Bad Request: member not found"
