"""How updates come in over real HTTP: polling and webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot
from aiohttp import ClientSession

from bot.telegram.polling import RevokedTokenError
from bot.telegram.webhook import SECRET_HEADER, Webhook
from tests.telegram.hearing import Hearing, batch, offsets, stored, update
from tests.telegram.small_api import Api, refusal


@asynccontextmanager
async def webhook_of(hearing: Hearing) -> AsyncIterator[str]:
    free = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = free.sockets[0].getsockname()[1]
    free.close()
    await free.wait_closed()
    work = asyncio.create_task(Webhook(hearing.intake, "secret_1", "/hook").run("127.0.0.1", port, hearing.stop))
    await asyncio.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    hearing.stop.set()
    await work


async def test_what_is_in_hand_for_long_is_stored_and_confirmed(api: Api, hearing: Hearing) -> None:
    hearing.gate.clear()
    api.will("getUpdates", batch(7, 8))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: offsets(api)[-1:] == [9])

    assert hearing.heard == []
    assert await stored(hearing.database) == ["42:7", "42:8"]
    hearing.gate.set()
    await hearing.until(lambda: hearing.heard == ["7", "8"])
    hearing.stop.set()
    await work
    assert await stored(hearing.database) == []


async def test_what_the_disk_refuses_is_confirmed_only_after_it_was_handled(api: Api, hearing: Hearing) -> None:
    await hearing.database.write(lambda db: db.execute("alter table inbox rename to full_disk"))
    hearing.gate.clear()
    api.will("getUpdates", batch(7, 8), batch(7, 8), batch(7, 8, 9))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: len(offsets(api)) > 3)

    assert set(offsets(api)[1:]) == {7}, offsets(api)

    hearing.gate.set()
    await hearing.until(lambda: offsets(api)[-1] == 10)
    hearing.stop.set()
    await work
    assert hearing.heard == ["7", "8", "9"]


async def test_told_to_stop_it_ends_what_is_in_hand_and_confirms_it(api: Api, hearing: Hearing) -> None:
    hearing.gate.clear()
    api.will("getUpdates", batch(1, 2))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: len(offsets(api)) > 1)

    hearing.stop.set()
    await asyncio.sleep(0.05)
    hearing.gate.set()
    await work

    assert hearing.heard == ["1", "2"]
    assert api.calls[-1] == ("getUpdates", api.calls[-1][1] | {"offset": 3, "limit": 1, "timeout": 0})


async def test_a_line_that_is_down_at_the_end_is_only_noted(api: Api, hearing: Hearing) -> None:
    api.will("getUpdates", batch(1))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: hearing.heard == ["1"])

    hearing.stop.set()
    api.will("getUpdates", *[(502, "<html>")] * 3)
    await work


async def test_it_polls_on_after_every_kind_of_refusal(api: Api, hearing: Hearing) -> None:
    api.will("getUpdates", (502, "<html>"), refusal(409, "Conflict: terminated by other getUpdates request"))
    api.will("getUpdates", refusal(429, "Too Many Requests", retry_after=1), refusal(500, "oops"), batch(3))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: hearing.heard == ["3"])

    hearing.stop.set()
    await work


async def test_a_revoked_token_ends_the_work(api: Api, hearing: Hearing) -> None:
    api.will("getUpdates", refusal(401, "Unauthorized"), refusal(401, "Unauthorized"))

    with pytest.raises(RevokedTokenError):
        await hearing.polling.run(asyncio.Event())


async def test_a_webhook_says_ok_after_the_update_was_handled(hearing: Hearing) -> None:

    async with webhook_of(hearing) as url, ClientSession() as http:
        headers = {SECRET_HEADER: "secret_1"}
        async with http.post(f"{url}/hook", json=update(1), headers=headers) as answer:
            assert answer.status == 200
            assert hearing.heard == ["1"]


@pytest.mark.parametrize("slowly", [True, False])
async def test_an_update_brought_again_by_webhook_is_answered_once(hearing: Hearing, *, slowly: bool) -> None:
    (hearing.gate.clear if slowly else hearing.gate.set)()

    async with webhook_of(hearing) as url, ClientSession(headers={SECRET_HEADER: "secret_1"}) as http:
        told = await asyncio.gather(*(_post(http, url, number) for number in (1, 1, 1, 2)))
        hearing.gate.set()
        told += [await _post(http, url, 1)]
        await hearing.until(lambda: len(hearing.heard) > 1)

    assert (told, hearing.heard) == ([200] * 5, ["1", "2"])


async def test_an_update_brought_again_after_a_restart_is_not_answered_again(bot: Bot, hearing: Hearing) -> None:
    await hearing.intake.accept(update(1))
    await hearing.intake.inbox.close()
    again = Hearing(bot, hearing.database)
    await again.intake.inbox.open()

    await again.intake.accept(update(1))
    await again.intake.accept(update(2))

    assert again.heard == ["2"]


async def _post(http: ClientSession, url: str, number: int) -> int:
    async with http.post(f"{url}/hook", json=update(number)) as answer:
        return answer.status


@pytest.mark.parametrize(("secret", "body", "status"), [("wrong", "{}", 401), ("", "{}", 401), ("секрет", "[]", 401)])
async def test_a_webhook_lets_nobody_in_without_the_secret(
    hearing: Hearing, secret: str, body: str, status: int
) -> None:
    headers = {SECRET_HEADER: secret}

    async with webhook_of(hearing) as url, ClientSession() as http:
        refused = await http.post(f"{url}/hook", data=body, headers=headers)

        assert refused.status == status


async def test_a_webhook_refuses_what_is_no_update_and_tells_its_health(hearing: Hearing) -> None:
    async with webhook_of(hearing) as url, ClientSession() as http:
        headers = {SECRET_HEADER: "secret_1"}
        async with (
            http.post(f"{url}/hook", data=b"[1]", headers=headers) as refused,
            http.get(f"{url}/health") as health,
        ):
            assert (refused.status, health.status) == (400, 200)
