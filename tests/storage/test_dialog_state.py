"""What a talk waits for survives a restart, ends by itself, and is one thing at a time."""

import asyncio
import sqlite3
from datetime import timedelta

import pytest

from bot.dialog_state import Conversation, Prompt, TypedOptions
from bot.people import Address
from bot.screens.booking.actions import BookDays, BookTime
from bot.screens.booking.prompts import VisitorPrompt, WhenPrompt
from bot.screens.librarian_day.prompts import CallOffReasonPrompt
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.screens.stats.prompts import PeriodPrompt
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.dialog_rows import DialogRow, RowKind, of_prompt, put
from bot.storage.tables.dialog_state import DialogStateTable
from tests.hand_clock import HandClock
from tests.storage.rows import count

ANNA = Conversation("telegram", 1, 1)
ANNA_IN_GROUP = Conversation("telegram", 1, -5)
BORIS = Conversation("telegram", 2, 2)
QUESTION = QuestionPrompt("login-code")
ANSWER = AnswerPrompt(7)
TIME = BookTime("doctor", "ostrov", "2611270900")
STEP = WhenPrompt(BookDays("doctor", "ostrov"))


@pytest.fixture
async def store(database: Database, clock: HandClock) -> DialogStateTable:
    return DialogStateTable(database, clock)


async def reloaded(database: Database, clock: HandClock) -> DialogStateTable:
    store = DialogStateTable(database, clock)
    await store.load()
    return store


async def test_at_first_nothing_is_awaited(store: DialogStateTable) -> None:
    assert (store.text(ANNA), store.offered(ANNA).numbered, await store.clear(ANNA)) == (None, (), False)


async def test_each_person_in_each_chat_is_awaited_apart(store: DialogStateTable) -> None:
    await store.put(ANNA, QUESTION)
    await store.put(ANNA_IN_GROUP, ANSWER)

    assert [store.text(conversation) for conversation in (ANNA, ANNA_IN_GROUP, BORIS)] == [QUESTION, ANSWER, None]


async def test_another_text_takes_the_place_of_the_first(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, PeriodPrompt("ostrov"))
    await store.put(ANNA, ANSWER)

    assert store.text(ANNA) == (await reloaded(database, clock)).text(ANNA) == ANSWER
    assert await count(database, "awaited") == 1


async def test_of_words_for_another_person_it_is_known_that_another_text_took_their_place(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.put(ANNA, ANSWER)
    known = (store.left(ANNA), (await reloaded(database, clock)).left(ANNA))
    await store.drop_left(ANNA)

    assert known == (QUESTION, QUESTION)
    assert (store.text(ANNA), store.left(ANNA)) == (ANSWER, None)
    assert (await reloaded(database, clock)).left(ANNA) is None


async def test_choices_live_beside_the_text(store: DialogStateTable) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA, TypedOptions(("a:one:b", "a:two:b")))

    assert (store.text(ANNA), store.offered(ANNA).numbered) == (QUESTION, ("a:one:b", "a:two:b"))


async def test_new_choices_take_the_place_of_the_old(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.offer(ANNA, TypedOptions(("a:one:b",)))
    await store.offer(ANNA, TypedOptions(("a:two:b",)))

    assert store.offered(ANNA).numbered == (await reloaded(database, clock)).offered(ANNA).numbered == ("a:two:b",)


async def test_a_restart_loses_nothing(store: DialogStateTable, database: Database, clock: HandClock) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(BORIS, TypedOptions(("h", "b:1")))

    after = await reloaded(database, clock)

    assert (after.text(ANNA), after.offered(BORIS).numbered) == (QUESTION, ("h", "b:1"))


async def test_what_is_cleared_is_no_longer_awaited_and_choices_stay(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA, TypedOptions(("h",)))

    cleared = await store.clear(ANNA)

    after = await reloaded(database, clock)
    assert (cleared, store.text(ANNA), after.text(ANNA), after.offered(ANNA).numbered) == (True, None, None, ("h",))


@pytest.mark.parametrize(
    ("prompt", "life"),
    [(QUESTION, timedelta(hours=1)), (ANSWER, timedelta(hours=1)), (STEP, timedelta(days=2))],
)
async def test_a_text_is_awaited_for_its_time_and_no_longer(
    store: DialogStateTable, clock: HandClock, prompt: Prompt, life: timedelta
) -> None:
    await store.put(ANNA, prompt)
    clock.advance(life)
    at_the_end = store.text(ANNA)

    clock.advance(timedelta(seconds=1))

    assert (at_the_end, store.text(ANNA)) == (prompt, None)


async def test_choices_are_known_for_half_a_day(store: DialogStateTable, clock: HandClock) -> None:
    await store.offer(ANNA, TypedOptions(("h",)))
    clock.advance(timedelta(hours=12, seconds=1))

    assert store.offered(ANNA).numbered == ()


async def test_the_sweep_drops_what_is_over_and_keeps_the_rest(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.put(BORIS, STEP)
    clock.advance(timedelta(hours=26))

    await store.expire()

    assert (store.text(ANNA), store.text(BORIS), await count(database, "awaited")) == (None, STEP, 1)
    assert (len(store._live), len(store._left)) == (1, 0)


async def test_what_is_asked_while_the_sweep_writes_is_awaited(store: DialogStateTable, clock: HandClock) -> None:
    await store.put(ANNA, QUESTION)
    clock.advance(timedelta(hours=2))

    await asyncio.gather(store.put(ANNA, STEP), store.expire())

    assert store.text(ANNA) == STEP


async def test_what_ended_by_itself_is_known_for_a_day(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, CallOffReasonPrompt(7, "болеет"))
    clock.advance(timedelta(hours=2))
    before = store.left(ANNA)
    await store.expire()

    after, asked = await reloaded(database, clock), CallOffReasonPrompt(7)

    assert (store.text(ANNA), before, store.left(ANNA), after.left(ANNA)) == (None, asked, asked, asked)
    clock.advance(timedelta(days=1))
    assert store.left(ANNA) is None


async def test_what_was_left_is_awaited_no_longer_and_known_after_a_restart(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, VisitorPrompt(TIME, "Анна"))

    await store.leave(ANNA)

    after, left = await reloaded(database, clock), VisitorPrompt(TIME)
    assert (store.text(ANNA), store.left(ANNA), after.text(ANNA), after.left(ANNA)) == (None, left, None, left)


async def test_on_a_full_disk_what_was_left_is_awaited_no_longer(store: DialogStateTable, database: Database) -> None:
    await store.put(ANNA, ANSWER)
    await full(database)

    await store.leave(ANNA)

    assert (store.text(ANNA), store.left(ANNA)) == (None, ANSWER)


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [(ANSWER, ANSWER, None), (STEP, VisitorPrompt(TIME), None), (STEP, QUESTION, STEP)],
)
async def test_what_was_left_ends_when_the_same_is_asked_again(
    store: DialogStateTable, first: Prompt, then: Prompt, left: Prompt | None
) -> None:
    await store.put(ANNA, first)
    await store.leave(ANNA)

    await store.put(ANNA, then)

    assert (store.text(ANNA), store.left(ANNA)) == (then, left)


async def test_what_an_older_program_awaited_for_a_week_ends_in_an_hour(database: Database, clock: HandClock) -> None:
    row = of_prompt(RowKind.PROMPT, ANSWER, clock.now() + timedelta(days=7))
    await database.write(lambda db: put(db, ANNA, row))
    store = await reloaded(database, clock)

    clock.advance(timedelta(hours=1, seconds=1))

    assert store.text(ANNA) is None


async def test_who_is_forgotten_is_awaited_nowhere(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA_IN_GROUP, TypedOptions(("h",)))
    await store.put(BORIS, QUESTION)

    await PersonalDataStore(database).erase(Address("telegram", 1))
    store.forget("telegram", 1)

    after = await reloaded(database, clock)
    assert [store.text(ANNA), store.offered(ANNA_IN_GROUP).numbered, store.text(BORIS)] == [None, (), QUESTION]
    assert [after.text(ANNA), after.offered(ANNA_IN_GROUP).numbered, after.text(BORIS)] == [None, (), QUESTION]


async def full(database: Database) -> None:
    await database.write(lambda db: db.execute("pragma query_only = on"))


async def test_on_a_full_disk_choices_still_work_until_the_restart(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await full(database)

    await store.offer(ANNA, TypedOptions(("h",)))

    assert (store.offered(ANNA).numbered, (await reloaded(database, clock)).offered(ANNA).numbered) == (("h",), ())


async def test_on_a_full_disk_a_text_is_not_promised(store: DialogStateTable, database: Database) -> None:
    await store.put(ANNA, ANSWER)
    await full(database)

    with pytest.raises(sqlite3.OperationalError):
        await store.put(ANNA, QUESTION)

    assert store.text(ANNA) == ANSWER


async def test_the_same_choices_are_not_written_again(store: DialogStateTable, database: Database) -> None:
    await store.offer(ANNA, TypedOptions(("h",)))
    await full(database)

    await store.offer(ANNA, TypedOptions(("h",)))

    assert store.offered(ANNA).numbered == ("h",)


async def test_what_a_newer_program_awaited_is_passed_over(database: Database, clock: HandClock) -> None:
    row = DialogRow(RowKind.PROMPT, "[]", clock.now() + timedelta(days=1), "song")
    await database.write(lambda db: put(db, ANNA, row))

    assert (await reloaded(database, clock)).text(ANNA) is None
