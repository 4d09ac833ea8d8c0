"""Groups take the bot in and put it out; buttons of a group are judged by who presses them."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.methods import SendMessage

from bot.sandbox.people import DESK_ID
from tests.dialogue import DESK
from tests.handlers.staff.group_talk import BOT, LIBRARY, book, linked, texts
from tests.stage import IDS, StraightStage

NEW_NUMBER = -1009


async def member(stage: StraightStage, person: str, before: str, after: str) -> None:
    change = {"chat": stage._chat(person), "from": stage._user(person), "date": 1}
    old, new = ({"status": status, "user": BOT} | _until(status) for status in (before, after))
    await stage.feed(my_chat_member=change | {"old_chat_member": old, "new_chat_member": new})


def _until(status: str) -> dict[str, Any]:
    return {"until_date": 0} if status == "kicked" else {}


async def desks(stage: StraightStage) -> list[tuple[str, int]]:
    sql = "select centre, chat from desk_chat order by centre"
    return await stage.app.database.read(lambda db: db.execute(sql).fetchall())


async def test_taken_in_by_a_librarian_it_says_what_the_group_may_become(stage: StraightStage) -> None:
    await member(stage, f"vera{DESK}", "left", "member")

    assert (await stage.next(f"vera{DESK}")).labels == ("Выбрать библиотеку",)


@pytest.mark.parametrize(("person", "before"), [("anna", "left"), ("vera", "member")])
async def test_taken_in_by_others_or_given_rights_it_keeps_silent(
    stage: StraightStage, person: str, before: str
) -> None:
    await member(stage, f"{person}{DESK}", before, "administrator")

    await stage.silence()


async def test_put_out_of_the_group_it_tells_the_librarians_and_the_admins(stage: StraightStage) -> None:
    await linked(stage)

    await member(stage, f"vera{DESK}", "member", "kicked")

    for person in ("vera", "gleb"):
        (said,) = texts(stage, IDS[person])
        assert said.startswith("Я больше не могу писать в группу «Стол библиотеки».")
    assert await desks(stage) == []


REFUSALS = (
    TelegramForbiddenError(SendMessage(chat_id=1, text=""), "Forbidden: bot was kicked from the supergroup chat"),
    *(
        TelegramBadRequest(SendMessage(chat_id=1, text=""), f"Bad Request: {reason}")
        for reason in (
            "not enough rights to send text messages to the chat",
            "have no rights to send a message",
            "TOPIC_CLOSED",
            "CHAT_WRITE_FORBIDDEN",
            "chat not found",
            "CHAT_RESTRICTED",
            "something Telegram will think of in five years",
        )
    ),
)


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
async def test_a_group_that_refuses_messages_is_lost_and_the_librarians_read_the_notice(
    stage: StraightStage, refusal: TelegramAPIError
) -> None:
    await linked(stage)
    stage.wire.refused = {DESK_ID: refusal}

    await book(stage)
    await stage.pass_time(timedelta(seconds=1))

    said = texts(stage, IDS["vera"])
    assert any(one.startswith("Я больше не могу писать в группу") for one in said)
    assert sum("Анна" in one for one in said) == 1
    assert await desks(stage) == []


@pytest.mark.parametrize("fault", ["can't parse entities: unexpected end tag at byte offset 5", "message is too long"])
async def test_a_message_that_no_chat_would_take_loses_no_group(stage: StraightStage, fault: str) -> None:
    await linked(stage)
    stage.wire.refused = {DESK_ID: TelegramBadRequest(SendMessage(chat_id=1, text=""), f"Bad Request: {fault}")}

    await book(stage)
    await stage.pass_time(timedelta(seconds=1))

    assert await desks(stage) == [(LIBRARY, DESK_ID)]


async def test_a_librarian_who_leaves_the_group_hears_of_bookings_personally(stage: StraightStage) -> None:
    await linked(stage)
    stage.wire.at_desk.discard(IDS["vera"])
    await stage.pass_time(timedelta(minutes=20))
    await stage.ring()
    texts(stage, IDS["vera"])

    await book(stage)

    assert any("Анна" in said for said in texts(stage, DESK_ID))
    assert any("Анна" in said for said in texts(stage, IDS["vera"]))


async def test_an_upgraded_group_is_found_by_its_new_number(stage: StraightStage) -> None:
    await linked(stage)

    await stage.feed(message=stage.message(f"vera{DESK}", migrate_to_chat_id=NEW_NUMBER))

    assert await desks(stage) == [(LIBRARY, NEW_NUMBER)]
    await stage.silence()


async def test_a_notice_follows_a_group_of_whose_upgrade_nobody_told(stage: StraightStage) -> None:
    await linked(stage)
    moved = TelegramMigrateToChat(SendMessage(chat_id=1, text=""), "upgraded", NEW_NUMBER)
    stage.wire.refused = {DESK_ID: moved}

    await book(stage)
    await stage.pass_time(timedelta(seconds=5))

    assert any("Анна" in said for said in texts(stage, NEW_NUMBER))
    assert await desks(stage) == [(LIBRARY, NEW_NUMBER)]
