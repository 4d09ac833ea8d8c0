import pytest
from aiogram import Bot
from aiohttp import FormData

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import ANNA, TOKEN, Raw


@pytest.mark.parametrize("method", ["sendmessage", "SENDMESSAGE", "sendMessage"])
async def test_the_name_of_a_method_may_be_written_anyhow(raw: Raw, anna: Visitor, method: str) -> None:
    await raw.call(method, chat_id=ANNA, text="да")

    assert (await anna.reply()).text == "да"


async def test_a_call_may_come_in_the_address(sandbox: Sandbox, raw: Raw, anna: Visitor) -> None:
    markup = '{"inline_keyboard":[[{"text":"Да","callback_data":"x"}]]}'
    query = {"chat_id": str(ANNA), "text": "12", "reply_markup": markup}

    async with raw.http.get(f"{sandbox.url}/bot{TOKEN}/sendMessage", params=query) as response:
        assert response.status == 200

    reply = await anna.reply()
    assert (reply.text, reply.labels) == ("12", ["Да"])


async def test_a_file_may_stand_in_its_own_field(sandbox: Sandbox, raw: Raw, anna: Visitor) -> None:
    form = FormData({"chat_id": str(ANNA)})
    form.add_field("document", b"x", filename="a.txt")

    async with raw.http.post(f"{sandbox.url}/bot{TOKEN}/sendDocument", data=form) as response:
        assert response.status == 200

    assert (await anna.reply()).raw["file"]["name"] == "a.txt"


async def test_a_file_that_was_not_attached_is_refused(sandbox: Sandbox, raw: Raw, anna: Visitor) -> None:
    form = FormData({"chat_id": str(ANNA), "document": "attach://b"})
    form.add_field("a", b"x", filename="a.txt")

    async with raw.http.post(f"{sandbox.url}/bot{TOKEN}/sendDocument", data=form) as response:
        answer = await response.json()

    assert answer["description"] == "Bad Request: wrong file identifier/HTTP URL specified"
    assert anna.seen.chat == ANNA


async def test_an_unknown_method_is_not_found(raw: Raw) -> None:
    assert await raw.call("sendTelepathy") == {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize("token", ["42:WRONG", "43:TEST", "42:ЖЖЖ"])
async def test_a_wrong_token_is_unauthorized(sandbox: Sandbox, raw: Raw, token: str) -> None:
    async with raw.http.post(f"{sandbox.url}/bot{token}/getMe") as response:
        answer = await response.json()

    assert (response.status, answer) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "да"}, "chat_id is empty"),
        ({}, "message text is empty"),
        ({"chat_id": ANNA, "text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"chat_id": 77, "text": "\U0001f600"}, "chat not found"),
        ({"chat_id": "", "text": "да"}, "chat_id is empty"),
        ({"chat_id": ANNA, "text": "да", "reply_parameters": {}}, 'can\'t find field "message_id"'),
        ({"chat_id": ANNA, "text": "да", "reply_markup": []}, "object expected as reply markup"),
        (
            {"chat_id": ANNA, "text": "да", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"chat_id": ANNA, "text": "да", "message_thread_id": "x"},
            'field "message_thread_id" has a wrong type or value',
        ),
    ],
)
async def test_a_call_without_what_it_needs_is_refused(
    raw: Raw, anna: Visitor, fields: dict[str, object], words: str
) -> None:
    assert (await raw.call("sendMessage", **fields))["description"] == f"Bad Request: {words}"
    assert len(anna.seen.messages) <= 1


async def test_an_edit_takes_inline_buttons_only(raw: Raw, bot: Bot, anna: Visitor) -> None:
    sent = await bot.send_message(ANNA, "да")
    fields = {"chat_id": ANNA, "message_id": sent.message_id, "reply_markup": {"keyboard": []}}

    answer = await raw.call("editMessageReplyMarkup", **fields)

    assert answer["description"] == "Bad Request: inline keyboard expected as reply markup"
    assert (await anna.reply()).text == "да"


async def test_markup_of_no_known_kind_is_no_markup(raw: Raw, anna: Visitor) -> None:
    await raw.call("sendMessage", chat_id=ANNA, text="да", reply_markup={"odd": 1})

    assert (await anna.reply()).labels == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{", "can't parse the request's JSON body"),
        ("[" * 100_000, "can't parse the request's JSON body"),
        ("[]", "expected an object as the request's JSON body"),
    ],
)
async def test_a_body_that_is_no_json_object_is_refused(sandbox: Sandbox, raw: Raw, body: str, words: str) -> None:
    headers = {"Content-Type": "application/json"}
    address = f"{sandbox.url}/bot{TOKEN}/getMe"

    async with raw.http.post(address, data=body, headers=headers) as response:
        assert (await response.json())["description"] == f"Bad Request: {words}"


async def test_markup_that_is_no_json_is_refused(sandbox: Sandbox, raw: Raw) -> None:
    form = {"chat_id": str(ANNA), "text": "да", "reply_markup": "{"}

    async with raw.http.post(f"{sandbox.url}/bot{TOKEN}/sendMessage", data=form) as response:
        answer = await response.json()

    assert answer["description"] == "Bad Request: can't parse reply markup JSON object"
