"""Admins are told once that the file is gone, and the bot is asked to stop whether they could be told or not."""

import asyncio

import pytest

from bot.maintenance import database_watch as module
from bot.maintenance.database_watch import DatabaseWatch
from bot.people import Address

GLEB, VERA = Address("telegram", 1), Address("telegram", 2)


class Postman:
    """Tells those who can be told."""

    def __init__(self) -> None:
        self.lost = False
        self.told: list[Address] = []

    async def tell(self, admin: Address) -> None:
        if admin == GLEB:
            raise ConnectionError
        self.told.append(admin)


async def never(_: Address) -> None:
    await asyncio.sleep(60)


async def test_while_the_file_is_there_nobody_is_told() -> None:
    postman = Postman()
    watch = DatabaseWatch(lambda: postman.lost, [GLEB, VERA], postman.tell)

    await watch.look()

    assert (postman.told, watch.lost.is_set()) == ([], False)


async def test_whoever_can_be_told_is_told_once() -> None:
    postman = Postman()
    watch = DatabaseWatch(lambda: postman.lost, [GLEB, VERA], postman.tell)
    postman.lost = True

    await watch.look()
    await watch.look()

    assert (postman.told, watch.lost.is_set()) == ([VERA], True)


async def test_a_messenger_that_does_not_answer_keeps_nobody_from_stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TELLING_SECONDS", 0.01)
    watch = DatabaseWatch(lambda: True, [VERA], never)

    await watch.look()

    assert watch.lost.is_set()
