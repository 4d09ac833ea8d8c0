import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.sandbox.server import Sandbox
from tests.chat_visitor import ActionRefused, Visitor
from tests.sandbox.asking import Raw, news, refusal


def texts(updates: object) -> list[str | None]:
    assert isinstance(updates, list)
    return [update.message.text for update in updates if update.message]


async def test_updates_come_again_until_they_are_confirmed(bot: Bot, anna: Visitor) -> None:
    await anna.say("раз")

    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[-1].update_id + 1)

    assert texts(first) == texts(again) == ["/start", "раз"]
    assert after == []


async def test_no_more_than_the_limit_comes_at_once(bot: Bot, anna: Visitor) -> None:
    await anna.say("раз")
    await anna.say("два")

    assert texts(await bot.get_updates(limit=2)) == ["/start", "раз"]


async def test_a_negative_offset_forgets_all_but_the_last(bot: Bot, anna: Visitor) -> None:
    await anna.say("раз")
    await anna.say("два")

    assert texts(await bot.get_updates(offset=-1)) == ["два"]
    assert texts(await bot.get_updates()) == ["два"]


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, stranger: Visitor) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.02)

    await stranger.say("раз")

    assert texts(await asyncio.wait_for(polling, 1)) == ["раз"]


async def test_a_long_poll_ends_empty_after_its_time(bot: Bot) -> None:
    assert await bot.get_updates(timeout=1) == []


async def test_a_second_poller_ends_the_first(bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)

    assert await bot.get_updates(timeout=0) == []
    with pytest.raises(TelegramConflictError) as caught:
        await first
    assert caught.value.message == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_unwanted_kinds_are_not_kept(bot: Bot, anna: Visitor) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.say("раз")

    assert texts(await news(bot)) == ["/start"]


async def test_the_choice_of_kinds_is_remembered_until_another(bot: Bot, anna: Visitor) -> None:
    await bot.get_updates(allowed_updates=["message"])
    await bot.get_updates()
    await anna.do("block")
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await anna.do("unblock")

    kinds = [update.event_type for update in await news(bot)]
    assert kinds == ["message", "my_chat_member"]


async def test_blocking_and_unblocking_is_told(bot: Bot, anna: Visitor) -> None:
    await anna.do("block")
    await anna.do("block")
    await anna.do("unblock")
    await anna.do("unblock")

    changes = [update.my_chat_member for update in await news(bot) if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


async def test_pressing_start_unblocks(bot: Bot, anna: Visitor) -> None:
    await anna.do("block")

    await anna.start("c_pskov-1")

    assert texts(await news(bot))[-1] == "/start c_pskov-1"
    assert await bot.send_chat_action(anna.seen.person, "typing")


async def test_who_has_blocked_must_unblock_before_writing(anna: Visitor) -> None:
    await anna.do("block")

    with pytest.raises(ActionRefused, match="Сначала разблокируйте"):
        await anna.say("раз")


async def test_an_edited_message_is_told(bot: Bot, anna: Visitor) -> None:
    said = await anna.say("рас")

    await anna.do("edit", message=said, text="раз /help")

    edited = (await news(bot))[-1].edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (said, "раз /help")
    assert edited.entities is not None


async def test_a_confirmed_update_can_be_delivered_again(bot: Bot, anna: Visitor) -> None:
    await anna.say("раз")
    confirmed = await news(bot)

    await anna.do("replay")
    assert texts(await bot.get_updates(offset=confirmed[-1].update_id + 1)) == ["раз"]

    await anna.do("replay", update=confirmed[0].update_id)
    assert texts(await bot.get_updates(offset=confirmed[-1].update_id + 1)) == ["/start"]


async def test_what_never_happened_cannot_be_repeated(stranger: Visitor) -> None:
    with pytest.raises(ActionRefused, match="Такого обновления не было"):
        await stranger.do("replay")


async def test_anything_can_be_injected_as_an_update(raw: Raw, anna: Visitor) -> None:
    await anna.do("inject", update={"tomorrow_kind": {"x": [1]}})

    updates = (await raw.call("getUpdates"))["result"]
    assert isinstance(updates, list)
    assert updates[-1]["tomorrow_kind"] == {"x": [1]}


@pytest.mark.parametrize("number", ["нет", True, 2**60])
async def test_the_number_of_an_injected_update_must_be_one(anna: Visitor, number: object) -> None:
    with pytest.raises(ActionRefused, match="целым числом"):
        await anna.do("inject", update={"update_id": number})


async def test_numbers_go_on_after_an_injected_one(bot: Bot, anna: Visitor) -> None:
    last = (await news(bot))[-1].update_id

    await anna.do("inject", update={"update_id": last + 10, "odd": 1})
    await anna.say("раз")

    assert [update.update_id - last for update in await news(bot)] == [10, 11]


async def test_the_end_of_the_sandbox_ends_a_poll(sandbox: Sandbox, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0.02)

    await sandbox.stop()

    assert await polling == []


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")

    assert await refusal(bot.get_updates()) == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    await bot.delete_webhook()
    assert await bot.get_updates() == []
