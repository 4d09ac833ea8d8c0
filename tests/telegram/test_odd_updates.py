"""Whatever getUpdates answers, polling goes on, and the good updates in it are handled."""

import asyncio
from typing import Any

import pytest

from tests.telegram.hearing import Hearing, batch, offsets, update
from tests.telegram.small_api import Api


def result(*items: object) -> tuple[int, object]:
    return 200, {"ok": True, "result": list(items)}


BODIES: dict[str, object] = {
    "not a list": {"ok": True, "result": {"update_id": 1}},
    "a number": {"ok": True, "result": 7},
    "a text": {"ok": True, "result": "[]"},
    "null": {"ok": True, "result": None},
    "no result": {"ok": True},
    "a list as the whole": [1, 2],
    "null as the whole": "null",
    "a text as the whole": '"ok"',
    "ok is a text": {"ok": "yes", "result": []},
    "refused without a code": {"ok": False},
    "refused with odd parameters": {"ok": False, "error_code": "x", "description": 5, "parameters": []},
    "no JSON": "{",
    "deep brackets": "[" * 100_000,
    "deep result": '{"ok": true, "result": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "a long number": '{"ok": true, "result": [{"update_id": ' + "9" * 5_000 + "}]}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_an_odd_body_does_not_end_the_process(api: Api, hearing: Hearing, body: object) -> None:
    api.will("getUpdates", (200, body), batch(3))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: work.done() or hearing.heard == ["3"])

    hearing.stop.set()
    await work
    assert hearing.heard == ["3"]


ITEMS: dict[str, object] = {
    "a number": 5,
    "null": None,
    "a list": [],
    "empty": {},
    "no number": {"message": update(1)["message"]},
    "a text as its number": update(1) | {"update_id": "1"},
    "null as its number": update(1) | {"update_id": None},
    "a fraction": update(1) | {"update_id": 1.5},
    "yes as its number": update(1) | {"update_id": True},
    "negative": update(1) | {"update_id": -1},
    "huge": update(1) | {"update_id": 10**30},
}


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS.keys())
async def test_what_is_no_update_is_passed_over_and_those_beside_it_are_handled(
    api: Api, hearing: Hearing, item: Any
) -> None:
    api.will("getUpdates", result(update(3), item, update(4)))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: work.done() or (len(hearing.heard) == 2 and offsets(api)[-1] == 5))

    hearing.stop.set()
    await work
    assert hearing.heard == ["3", "4"]


async def test_an_update_handed_out_twice_is_handled_once(api: Api, hearing: Hearing) -> None:
    api.will("getUpdates", result(update(3), update(3)), batch(3, 4), batch(2))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: work.done() or "2" in hearing.heard)

    hearing.stop.set()
    await work
    assert hearing.heard == ["3", "4", "2"]
