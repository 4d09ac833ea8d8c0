import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot
from aiogram.types import BotCommand, ForceReply, KeyboardButton, ReplyKeyboardMarkup
from aiohttp import WSMsgType

from bot.clock import MovableClock
from bot.sandbox.chat import KEPT_POSTS
from bot.sandbox.events import TimeMoved
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.chat_visitor import ActionRefused, Visitor
from tests.sandbox.asking import ANNA, BORIS, TOKEN, YES, Raw, news


async def test_a_reload_shows_the_whole_talk_again(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await anna.say("раз")
    await bot.send_message(ANNA, "два", reply_markup=YES)
    await anna.reply()

    async with Visitor.connect(sandbox.url, "anna") as again:
        assert again.seen.messages == anna.seen.messages
        assert again.screen.labels == ["Да"]


async def test_the_first_event_describes_everything(sandbox: Sandbox, raw: Raw, bot: Bot, anna: Visitor) -> None:
    ask = KeyboardButton(text="Где я", request_location=True)
    tell = KeyboardButton(text="Мой номер", request_contact=True)
    await bot.send_message(ANNA, "да", reply_markup=ReplyKeyboardMarkup(keyboard=[[ask, tell]]))
    await bot.set_my_commands([BotCommand(command="help", description="Помощь")])
    await anna.reply()

    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        hello = await page.receive_json()

    room = hello["chats"][0]
    assert hello["people"][0] == {
        "id": ANNA,
        "key": "anna",
        "name": "Анна Петровна",
        "role": "citizen",
        "started": True,
        "blocked": False,
    }
    assert room["keyboards"]["1001"]["rows"] == [
        [{"label": "Где я", "asks": "location"}, {"label": "Мой номер", "asks": "contact"}]
    ]
    assert room["commands"] == {"1001": [{"command": "help", "description": "Помощь"}]}
    assert (room["menu_button"], hello["limits"], hello["fault"]) == ("commands", False, None)
    assert [chat["title"] for chat in hello["chats"]][-1] == "Стол библиотеки"


async def test_an_invitation_to_reply_is_shown(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "как вас звать?", reply_markup=ForceReply(input_field_placeholder="Имя"))
    await anna.reply()

    async with anna._http.ws_connect(f"{sandbox.url}/chat") as page:
        keyboards = (await page.receive_json())["chats"][0]["keyboards"]

    assert keyboards["1001"] == {"kind": "force_reply", "message": sent.message_id, "placeholder": "Имя"}


@pytest.mark.parametrize(
    ("action", "fields", "shown"),
    [
        ("location", {"latitude": 57.8, "longitude": 28.3}, "location"),
        ("contact", {}, "contact"),
        ("contact", {"phone": "+7 900", "name": "Сосед"}, "contact"),
        ("sticker", {"emoji": "👍"}, "sticker"),
    ],
)
async def test_what_a_person_sends_reaches_the_bot_and_the_page(
    bot: Bot, anna: Visitor, action: str, fields: dict[str, object], shown: str
) -> None:
    done = await anna.do(action, **fields)

    message = (await news(bot))[-1].message
    assert message is not None
    assert message.content_type == shown
    assert anna.seen.messages[done["message"]].kind == shown


async def test_ones_own_contact_bears_ones_own_number(bot: Bot, anna: Visitor) -> None:
    await anna.do("contact")
    await anna.do("contact", phone="+7 900")

    own, others = [update.message for update in (await news(bot))[-2:]]
    assert own is not None
    assert own.contact is not None
    assert (own.contact.user_id, own.contact.phone_number) == (ANNA, "+70000001001")
    assert others is not None
    assert others.contact is not None
    assert others.contact.user_id is None


async def test_a_live_location_can_be_moved(bot: Bot, anna: Visitor) -> None:
    sent = (await anna.do("location", latitude=57.8, longitude=28.3, live_seconds=900))["message"]

    await anna.do("move", message=sent, latitude=57.9, longitude=28.3)

    edited = (await news(bot))[-1].edited_message
    assert edited is not None
    assert edited.location is not None
    assert edited.location.latitude == 57.9
    assert anna.seen.messages[sent].raw["place"]["live"] is True


async def test_a_message_can_be_forwarded_to_the_bot(bot: Bot, anna: Visitor) -> None:
    said = await anna.say("раз")

    await anna.do("forward", from_chat=ANNA, message=said)

    message = (await news(bot))[-1].message
    assert message is not None
    assert message.forward_origin is not None


async def test_a_person_can_remove_a_message_and_the_bot_hears_nothing(bot: Bot, anna: Visitor) -> None:
    said = await anna.say("раз")
    await news(bot)

    await anna.do("delete", message=said)

    assert said not in anna.seen.messages
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    ("action", "fields", "reason"),
    [
        ("say", {"text": "  "}, "Напишите хоть что-нибудь"),
        ("say", {"text": "я" * 4097}, "длиннее 4096 знаков"),
        ("say", {"text": "а\ud83d"}, "описано неверно: text"),
        ("say", {}, "описано неверно: text"),
        ("edit", {"message": 99, "text": "да"}, "только своё сообщение"),
        ("edit", {"message": 1, "text": " "}, "только текст"),
        ("move", {"message": 1, "latitude": 1, "longitude": 1}, "только живую геопозицию"),
        ("location", {"latitude": 91, "longitude": 1}, "описано неверно: latitude"),
        ("forward", {"from_chat": BORIS, "message": 1}, "нет в этом чате"),
        ("forward", {"from_chat": ANNA, "message": 99}, "больше нет"),
        ("delete", {"message": 99}, "больше нет"),
        ("press", {"message": 1}, "кнопки больше нет"),
        ("advance", {"minutes": -1}, "описано неверно: minutes"),
        ("advance", {"until": "2000-01-01T00:00:00Z"}, "только вперёд"),
        ("advance", {"to_next": True}, "нет ни одного напоминания"),
        ("dance", {}, "не знает такого действия"),
    ],
)
async def test_what_cannot_be_done_is_refused_in_words(
    anna: Visitor, action: str, fields: dict[str, object], reason: str
) -> None:
    with pytest.raises(ActionRefused, match=reason):
        await anna.do(action, **fields)


async def test_time_is_wound_on_and_whoever_waits_is_told(sandbox: Sandbox, anna: Visitor) -> None:
    moments: list[datetime] = []

    async def look() -> None:
        moments.append(sandbox.state.clock.now())

    sandbox.on_time_moved = look
    await anna.advance(minutes=90)
    morning = (datetime.now(UTC) + timedelta(days=3)).replace(microsecond=0)
    await anna.do("advance", until=morning.isoformat())

    assert moments[0] - datetime.now(UTC) > timedelta(minutes=89)
    assert timedelta() <= moments[1] - morning < timedelta(seconds=5)
    assert sandbox.on_time_moved is look


async def test_time_is_wound_on_to_what_the_bot_has_promised_next(sandbox: Sandbox, anna: Visitor) -> None:
    evening = (datetime.now(UTC) + timedelta(hours=7)).replace(microsecond=0)
    promised = [evening, datetime.now(UTC), None]

    async def next_moment() -> datetime | None:
        return promised.pop(0)

    sandbox.next_moment = next_moment
    moments = [datetime.fromisoformat((await anna.do("advance", to_next=True))["now"]) for _ in range(2)]

    assert sandbox.next_moment is next_moment
    assert all(timedelta() <= moment - evening < timedelta(seconds=5) for moment in moments)
    with pytest.raises(ActionRefused, match="нет ни одного напоминания"):
        await anna.do("advance", to_next=True)


async def test_every_page_hears_of_every_change(sandbox: Sandbox, raw: Raw, bot: Bot, anna: Visitor) -> None:
    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        await page.receive_json()
        await anna.advance(minutes=1)
        await anna.do("limits", on=True)
        await anna.do("break", kind="slow")
        await anna.do("mend")
        await bot.set_my_name("Другой")
        await anna.do("block")

        heard = [await page.receive_json() for _ in range(6)]

    assert [event["event"] for event in heard] == ["time", "limits", "fault", "fault", "bot", "person"]
    assert (heard[2]["fault"], heard[3]["fault"]) == ({"kind": "slow", "seconds": 30}, None)
    assert (heard[4]["bot"]["name"], heard[5]["person"]["blocked"]) == ("Другой", True)


@pytest.mark.parametrize("frame", ["{", "[]", '"x"', "[" * 100_000])
async def test_a_frame_that_is_no_action_is_refused(sandbox: Sandbox, raw: Raw, frame: str) -> None:
    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        await page.receive_json()
        await page.send_bytes(b"ignored")
        await page.send_str(frame)

        assert (await page.receive_json())["event"] == "refused"


async def test_a_page_that_reads_too_slowly_gets_the_whole_state_again(
    sandbox: Sandbox, raw: Raw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.page.pages.MOST_UNREAD", 2)
    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        await page.receive_json()

        # Three events at once, before anything can be written.
        for _ in range(3):
            sandbox.state.notify(TimeMoved())

        assert (await page.receive_json())["event"] == "hello"


async def test_the_oldest_messages_go_when_there_are_too_many(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    room = sandbox.state.chats[ANNA]
    sample = room.posts[1]
    for number in range(2, KEPT_POSTS + 1):
        room.posts[number] = sample
    room.last_id = KEPT_POSTS

    await bot.send_message(ANNA, "последнее")

    assert len(room.posts) == KEPT_POSTS
    assert 1 not in room.posts
    assert (await anna.reply()).text == "последнее"


async def test_the_end_of_the_sandbox_closes_the_pages(sandbox: Sandbox, raw: Raw) -> None:
    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        await page.receive_json()

        await sandbox.stop()

        assert (await page.receive()).type in {WSMsgType.CLOSE, WSMsgType.CLOSING}
    await sandbox.stop()


async def test_other_people_can_play(raw: Raw) -> None:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=[Person(7, "olga", "Ольга")], groups=[])
    await sandbox.start("localhost", port=0)

    async with raw.http.ws_connect(f"{sandbox.url}/chat") as page:
        hello = await page.receive_json()
    await sandbox.stop()

    assert [chat["title"] for chat in hello["chats"]] == ["Ольга"]


async def test_nothing_is_lost_in_a_flood(bot: Bot, anna: Visitor) -> None:
    await asyncio.gather(*(bot.send_message(ANNA, str(number)) for number in range(100)))

    texts = {(await anna.reply()).text for _ in range(100)}
    assert texts == {str(number) for number in range(100)}
