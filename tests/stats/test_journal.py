"""Contacts are counted under names that lead nowhere, behind the answer, and opinions once a day."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.people import Address
from bot.stats.interaction import Interaction, InteractionKind, Pseudonyms
from bot.stats.journal import Journal
from bot.storage.database import Database
from bot.storage.tables.interactions import InteractionTable
from bot.write_behind import WriteBehind
from tests.hand_clock import NOON, HandClock

ANNA = Address("telegram", 1001)
VERA = Address("telegram", 2001)  # works here
PSKOV = ZoneInfo("Europe/Moscow")
NAMES = Pseudonyms(b"key")


class Count:
    """A journal over a real database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = HandClock()
        contacts = InteractionTable(database)
        behind = WriteBehind("contact", contacts.add)
        self.journal = Journal(behind, contacts, NAMES, self.clock, PSKOV, lambda who: who == VERA)

    async def rows(self) -> list[tuple[Any, ...]]:
        await self.journal.flush()
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
    counted.journal.record(ANNA, InteractionKind.READ, "login-code", "b")

    assert await counted.rows() == [
        (NOON.isoformat(), "telegram", "read", NAMES.pseudonym_for(ANNA), "login-code", "b")
    ]


async def test_days_and_hours_are_those_of_the_region(counted: Count) -> None:
    counted.clock.advance(timedelta(hours=12, minutes=30))
    counted.journal.record(ANNA, InteractionKind.TALK)
    await counted.journal.flush()

    found = await counted.database.read(lambda db: db.execute("select at, day, hour from contact").fetchall())
    assert found == [("2026-11-24T21:30:00+00:00", "2026-11-25", 0)]


async def test_a_contact_may_say_where_and_about_what(counted: Count) -> None:
    counted.journal.record(ANNA, InteractionKind.EVENT, centre="pskov-pounb", topic="safety")
    await counted.journal.flush()

    found = await counted.database.read(lambda db: db.execute("select kind, centre, topic from contact").fetchall())
    assert found == [("event", "pskov-pounb", "safety")]


async def test_a_button_of_an_article_that_is_gone_opens_nothing(counted: Count) -> None:
    counted.journal.record(ANNA, InteractionKind.READ, None, "b")

    assert [row[2:] for row in await counted.rows()] == [("odd", NAMES.pseudonym_for(ANNA), None, "gone")]


@pytest.mark.parametrize(
    ("kind", "article", "detail"),
    [(InteractionKind.READ, "one", "b"), (InteractionKind.NOTHING_FOUND, None, "none_fits")],
)
async def test_a_double_tap_is_one_contact_and_a_later_one_is_another(
    counted: Count, kind: InteractionKind, article: str | None, detail: str
) -> None:
    counted.journal.record(ANNA, kind, article, detail)
    counted.clock.advance(timedelta(seconds=1))
    counted.journal.record(ANNA, kind, article, detail)
    counted.clock.advance(timedelta(seconds=3))
    counted.journal.record(ANNA, kind, article, detail)

    assert len(await counted.rows()) == 2


async def test_one_after_another_buttons_of_two_people_and_two_articles_all_count(counted: Count) -> None:
    for person in (ANNA, Address("telegram", 1002)):
        for article in ("one", "two"):
            counted.journal.record(person, InteractionKind.READ, article, "b")

    assert len(await counted.rows()) == 4


async def test_words_sent_twice_are_two_questions(counted: Count) -> None:
    counted.journal.record(ANNA, InteractionKind.ANSWER, "one")
    counted.journal.record(ANNA, InteractionKind.ANSWER, "one")

    assert len(await counted.rows()) == 2


async def test_of_very_many_people_the_first_are_not_remembered(counted: Count) -> None:
    people = [Address("telegram", number) for number in range(1001)]
    for person in (*people, people[0]):
        counted.journal.record(person, InteractionKind.READ, "one", "b")

    assert len(await counted.rows()) == 1002


async def test_a_new_opinion_is_a_contact_and_a_second_tap_is_none(counted: Count) -> None:
    told = [await counted.journal.rate(ANNA, "one", helped=helped) for helped in (True, True, False)]

    assert told == [True, False, True]
    assert [row[2:] for row in await counted.rows()] == [
        ("opinion", NAMES.pseudonym_for(ANNA), "one", "helped"),
        ("opinion", NAMES.pseudonym_for(ANNA), "one", "not_helped"),
    ]


async def test_what_staff_writes_and_thinks_is_no_contact_of_a_citizen(counted: Count) -> None:
    noted = [counted.journal.record(who, InteractionKind.NOTHING_FOUND) for who in (VERA, ANNA)]
    rated = await counted.journal.rate(VERA, "one", helped=False)

    opinions = await counted.database.read(lambda db: db.execute("select article from opinion").fetchall())
    assert (noted, rated, opinions) == ([False, True], True, [])
    assert [row[3] for row in await counted.rows()] == [NAMES.pseudonym_for(ANNA)]


async def test_the_next_day_has_its_own_opinion(counted: Count) -> None:
    await counted.journal.rate(ANNA, "one", helped=True)
    counted.clock.advance(timedelta(days=1))

    assert await counted.journal.rate(ANNA, "one", helped=True)


def test_a_pseudonym_is_the_same_while_the_key_stays_and_tells_nothing() -> None:
    name = NAMES.pseudonym_for(ANNA)

    assert (name, len(name)) == (Pseudonyms(b"key").pseudonym_for(ANNA), 24)
    assert str(ANNA.id) not in name


def test_people_channels_and_keys_have_names_of_their_own() -> None:
    names = [
        NAMES.pseudonym_for(ANNA),
        NAMES.pseudonym_for(Address("telegram", 1002)),
        NAMES.pseudonym_for(Address("max", 1001)),
        Pseudonyms(b"another").pseudonym_for(ANNA),
    ]

    assert len(set(names)) == 4


def test_a_contact_needs_no_more_than_what_when_and_where() -> None:
    assert Interaction(NOON, "telegram", InteractionKind.TALK, "p") == Interaction(
        NOON, "telegram", InteractionKind.TALK, "p", None, None
    )
