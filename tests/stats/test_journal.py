"""Contacts are counted under names that lead nowhere, behind the answer, and opinions once a day."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.people import Address
from bot.stats.contact import Contact, Kind, Pseudonyms
from bot.stats.journal import Journal
from bot.storage.contacts import ContactStore
from bot.storage.database import Database
from bot.write_behind import WriteBehind
from tests.hand_clock import NOON, HandClock

ANNA = Address("telegram", 1001)
PSKOV = ZoneInfo("Europe/Moscow")
NAMES = Pseudonyms(b"key")


class Count:
    """A journal over a real database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = HandClock()
        contacts = ContactStore(database)
        self.journal = Journal(WriteBehind("contact", contacts.add), contacts, NAMES, self.clock, PSKOV)

    async def rows(self) -> list[tuple[Any, ...]]:
        await self.journal.settle()
        sql = (
            "select at, channel, kind, name, article, detail from contact"
            " join pseudonym on pseudonym.id = person order by contact.id"
        )
        return await self.database.read(lambda db: db.execute(sql).fetchall())


@pytest.fixture
async def counted(tmp_path: Path) -> AsyncIterator[Count]:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        yield Count(database)


async def test_a_contact_is_written_without_a_name(counted: Count) -> None:
    counted.journal.note(ANNA, Kind.READ, "login-code", "b")

    assert await counted.rows() == [(NOON.isoformat(), "telegram", "read", NAMES.of(ANNA), "login-code", "b")]


async def test_days_and_hours_are_those_of_the_region(counted: Count) -> None:
    counted.clock.advance(timedelta(hours=12, minutes=30))
    counted.journal.note(ANNA, Kind.TALK)
    await counted.journal.settle()

    found = await counted.database.read(lambda db: db.execute("select at, day, hour from contact").fetchall())
    assert found == [("2026-11-24T21:30:00+00:00", "2026-11-25", 0)]


async def test_a_contact_may_say_where_and_about_what(counted: Count) -> None:
    counted.journal.note(ANNA, Kind.EVENT, centre="pskov-pounb", topic="safety")
    await counted.journal.settle()

    found = await counted.database.read(lambda db: db.execute("select kind, centre, topic from contact").fetchall())
    assert found == [("event", "pskov-pounb", "safety")]


async def test_a_button_of_an_article_that_is_gone_opens_nothing(counted: Count) -> None:
    counted.journal.note(ANNA, Kind.READ, None, "b")

    assert [row[2:] for row in await counted.rows()] == [("odd", NAMES.of(ANNA), None, "gone")]


async def test_a_new_opinion_is_a_contact_and_a_second_tap_is_none(counted: Count) -> None:
    told = [await counted.journal.rate(ANNA, "one", helped=helped) for helped in (True, True, False)]

    assert told == [True, False, True]
    assert [row[2:] for row in await counted.rows()] == [
        ("opinion", NAMES.of(ANNA), "one", "helped"),
        ("opinion", NAMES.of(ANNA), "one", "not_helped"),
    ]


async def test_the_next_day_has_its_own_opinion(counted: Count) -> None:
    await counted.journal.rate(ANNA, "one", helped=True)
    counted.clock.advance(timedelta(days=1))

    assert await counted.journal.rate(ANNA, "one", helped=True)


def test_a_pseudonym_is_the_same_while_the_key_stays_and_tells_nothing() -> None:
    name = NAMES.of(ANNA)

    assert (name, len(name)) == (Pseudonyms(b"key").of(ANNA), 24)
    assert str(ANNA.id) not in name


def test_people_channels_and_keys_have_names_of_their_own() -> None:
    names = [
        NAMES.of(ANNA),
        NAMES.of(Address("telegram", 1002)),
        NAMES.of(Address("max", 1001)),
        Pseudonyms(b"another").of(ANNA),
    ]

    assert len(set(names)) == 4


def test_a_contact_needs_no_more_than_what_when_and_where() -> None:
    assert Contact(NOON, "telegram", Kind.TALK, "p") == Contact(NOON, "telegram", Kind.TALK, "p", None, None)
