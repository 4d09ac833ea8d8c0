"""Questions in vain and updates set aside are counted once each."""

from datetime import timedelta

from bot.faq.unanswered import UnansweredQuestion
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.unanswered import UnansweredTable
from bot.storage.tables.unparsed_updates import UnparsedUpdateTable
from tests.hand_clock import NOON
from tests.storage.rows import rows

LATER = NOON + timedelta(hours=1)


async def test_the_same_question_in_vain_is_counted_together(database: Database) -> None:
    store = UnansweredTable(database)

    await store.add(
        [
            UnansweredQuestion("как", "none", NOON),
            UnansweredQuestion("где", "none", NOON),
            UnansweredQuestion("как", "none", LATER),
        ]
    )

    assert await rows(database, "select text, decision, times, first_at, last_at from gap order by text") == [
        ("где", "none", 1, NOON.isoformat(), NOON.isoformat()),
        ("как", "none", 2, NOON.isoformat(), LATER.isoformat()),
    ]


async def test_the_most_asked_come_first_and_those_with_suggestions_last(database: Database) -> None:
    store = UnansweredTable(database)
    often = [UnansweredQuestion("с подсказкой", "suggest", NOON)] * 9
    await store.add(
        [*often, UnansweredQuestion("раз давно", "none", NOON), UnansweredQuestion("раз недавно", "none", LATER)]
    )
    await store.add([UnansweredQuestion("дважды", "none", NOON)] * 2)

    assert await store.most_asked(10) == [("дважды", 2), ("раз недавно", 1), ("раз давно", 1), ("с подсказкой", 9)]
    assert await store.most_asked(1) == [("дважды", 2)]


async def test_questions_last_asked_long_ago_are_swept(database: Database) -> None:
    store = UnansweredTable(database)
    await store.add(
        [
            UnansweredQuestion("старый", "none", NOON),
            UnansweredQuestion("повторный", "none", NOON),
            UnansweredQuestion("повторный", "none", LATER),
        ]
    )

    await PersonalDataStore(database).end(NOON + timedelta(minutes=1), NOON)

    assert await store.most_asked(9) == [("повторный", 2)]


async def test_an_update_set_aside_twice_is_one_row(database: Database) -> None:
    store = UnparsedUpdateTable(database)

    await store.add(("telegram", "42:7"), NOON, "message", 120, "ValidationError")
    await store.add(("telegram", "42:7"), LATER, "message", 120, "ValueError")

    assert await rows(database, "select channel, key, at, kind, size, reason from set_aside") == [
        ("telegram", "42:7", NOON.isoformat(), "message", 120, "ValidationError")
    ]


async def test_updates_set_aside_long_ago_are_swept(database: Database) -> None:
    store = UnparsedUpdateTable(database)
    await store.add(("telegram", "42:7"), NOON, "message", 120, "ValidationError")
    await store.add(("telegram", "42:8"), LATER, "poll", 80, "ValidationError")

    await PersonalDataStore(database).end(NOON, NOON + timedelta(minutes=1))

    assert await rows(database, "select key from set_aside") == [("42:8",)]
