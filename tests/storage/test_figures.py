"""Contacts, opinions, questions in vain and updates set aside are counted once each."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.faq.gaps import Gap
from bot.stats.contact import Contact, Kind
from bot.storage.contacts import ContactStore
from bot.storage.database import Database
from bot.storage.gaps import GapStore, SetAsideStore
from tests.hand_clock import NOON
from tests.storage.rows import count, rows

LATER = NOON + timedelta(hours=1)


async def test_contacts_are_written_as_they_are(database: Database) -> None:
    contacts = [Contact(NOON, "telegram", Kind.ANSWER, "p", "one"), Contact(LATER, "max", Kind.TALK, "q", detail="ok")]

    await ContactStore(database).add(contacts)

    sql = "select at, channel, kind, name, article, detail from contact, pseudonym where pseudonym.id = person order by at"
    assert await rows(database, sql) == [
        (NOON.isoformat(), "telegram", "answer", "p", "one", None),
        (LATER.isoformat(), "max", "talk", "q", None, "ok"),
    ]


async def test_a_batch_with_a_bad_row_is_not_written_at_all(database: Database) -> None:
    batch = [Contact(NOON, "telegram", Kind.TALK, "p"), Contact(NOON, "telegram", Kind.TALK, "\ud800")]

    with pytest.raises(UnicodeEncodeError):
        await ContactStore(database).add(batch)

    assert await count(database, "contact") == 0


@pytest.mark.parametrize(
    ("opinions", "new", "kept"),
    [
        ([True], [True], [1]),
        ([True, True], [True, False], [1]),
        ([True, False], [True, True], [0]),
        ([False, True, True], [True, True, False], [1]),
    ],
)
async def test_of_a_day_the_last_opinion_counts_and_a_second_tap_is_none(
    database: Database, opinions: Sequence[bool], new: list[bool], kept: list[int]
) -> None:
    store = ContactStore(database)

    told = [await store.rate("p", "one", NOON, helped=helped) for helped in opinions]

    assert (told, await rows(database, "select helped from opinion")) == (new, [(kept[0],)])


async def test_opinions_of_other_days_answers_and_people_count_apart(database: Database) -> None:
    store = ContactStore(database)

    told = [
        await store.rate("p", "one", NOON, helped=True),
        await store.rate("p", "one", NOON + timedelta(days=1), helped=True),
        await store.rate("p", "two", NOON, helped=True),
        await store.rate("q", "one", NOON, helped=True),
    ]

    assert (told, await count(database, "opinion")) == ([True] * 4, 4)


async def test_the_same_question_in_vain_is_counted_together(database: Database) -> None:
    store = GapStore(database)

    await store.add([Gap("как", "none", NOON), Gap("где", "none", NOON), Gap("как", "none", LATER)])

    assert await rows(database, "select text, decision, times, first_at, last_at from gap order by text") == [
        ("где", "none", 1, NOON.isoformat(), NOON.isoformat()),
        ("как", "none", 2, NOON.isoformat(), LATER.isoformat()),
    ]


async def test_the_most_asked_come_first_and_those_with_suggestions_last(database: Database) -> None:
    store = GapStore(database)
    often = [Gap("с подсказкой", "suggest", NOON)] * 9
    await store.add([*often, Gap("раз давно", "none", NOON), Gap("раз недавно", "none", LATER)])
    await store.add([Gap("дважды", "none", NOON)] * 2)

    assert await store.most_asked(10) == [("дважды", 2), ("раз недавно", 1), ("раз давно", 1), ("с подсказкой", 9)]
    assert await store.most_asked(1) == [("дважды", 2)]


async def test_questions_last_asked_long_ago_are_swept(database: Database) -> None:
    store = GapStore(database)
    await store.add([Gap("старый", "none", NOON), Gap("повторный", "none", NOON), Gap("повторный", "none", LATER)])

    await store.sweep(NOON + timedelta(minutes=1))

    assert await store.most_asked(9) == [("повторный", 2)]


async def test_an_update_set_aside_twice_is_one_row(database: Database) -> None:
    store = SetAsideStore(database)

    await store.add(7, NOON, "message", "ValidationError")
    await store.add(7, LATER, "message", "ValueError")

    assert await rows(database, "select update_id, at, kind, reason from set_aside") == [
        (7, NOON.isoformat(), "message", "ValidationError")
    ]


async def test_the_database_refuses_what_is_no_opinion(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="helped_is_yes_or_no"):
        await database.write(lambda db: db.execute("insert into opinion values ('p', 'one', '2026-11-24', 2)"))
