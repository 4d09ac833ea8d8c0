"""A question and the promises about it are one: both are written or neither."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.questions.question import Question, QuestionId
from bot.questions.service import QUESTION_CAME
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.questions import QuestionStore
from tests.hand_clock import NOON
from tests.storage.rows import count, rows

ANNA, VERA = Address("telegram", 1), Address("telegram", 2001)
DRAFT = Question(QuestionId(0), ANNA, "как?", NOON, "one")


def promised(question: Question) -> Iterable[Notice]:
    yield Notice(VERA, "came", f"came:{question.id}", NOON, {"question": question.id})


def broken(question: Question) -> Iterable[Notice]:
    yield from promised(question)
    raise LookupError("no librarian")


@pytest.fixture
def store(database: Database) -> QuestionStore:
    return QuestionStore(database)


async def test_a_question_is_kept_as_it_was_asked_and_promised(store: QuestionStore, database: Database) -> None:
    question = await store.add(DRAFT, 3, promised)

    assert question == replace(DRAFT, id=QuestionId(1))
    assert await store.find_question(QuestionId(1)) == question
    assert await rows(database, "select recipient, dedupe_key, payload from outbox") == [
        (2001, "came:1", '{"question": 1}')
    ]


async def test_the_limit_counts_what_waits_of_the_same_citizen(store: QuestionStore) -> None:
    first = await store.add(DRAFT, 2, promised)
    second = await store.add(replace(DRAFT, text="где?"), 2, promised)
    third = await store.add(replace(DRAFT, text="когда?"), 2, promised)
    of_another = await store.add(replace(DRAFT, citizen=VERA), 2, promised)

    assert [question and question.id for question in (first, second, third, of_another)] == [1, 2, None, 3]


async def test_what_an_older_program_could_tell_nobody_is_handed_on(store: QuestionStore, database: Database) -> None:
    def came(question: Question) -> Iterable[Notice]:
        yield Notice(VERA, QUESTION_CAME, f"{QUESTION_CAME}:{question.id}:telegram:2001", NOON, {"question": 1})

    await store.add(DRAFT, 3, came)
    await database.write(lambda db: db.execute("update outbox set state = 'unreachable', payload = '{}'"))

    await store.hand_on(came)

    assert await rows(database, "select recipient, state, payload from outbox") == [
        (2001, "waiting", '{"question": 1}')
    ]


async def test_an_answered_question_no_longer_counts(store: QuestionStore) -> None:
    await store.add(DRAFT, 1, promised)
    await store.answer(QuestionId(1), "так", VERA, NOON, lambda _: ())

    assert await store.add(replace(DRAFT, text="где?"), 1, promised) is not None


async def test_a_message_delivered_again_is_one_question_also_at_the_limit(
    store: QuestionStore, database: Database
) -> None:
    message = RequestKey(ANNA, "message:1001:5")
    first = await store.add(DRAFT, 1, promised, message)
    second = await store.add(replace(DRAFT, asked_at=NOON + timedelta(seconds=1)), 1, promised, message)

    assert (first and first.id, second and second.id) == (1, 1)
    assert (await count(database, "question"), await count(database, "outbox")) == (1, 1)


async def test_asked_again_after_its_answer_it_is_a_new_question(store: QuestionStore) -> None:
    await store.add(DRAFT, 3, promised)
    await store.answer(QuestionId(1), "так", VERA, NOON, lambda _: ())

    again = await store.add(DRAFT, 3, promised)

    assert again is not None
    assert again.id == 2


async def test_a_promise_that_fails_takes_the_question_back(store: QuestionStore, database: Database) -> None:
    with pytest.raises(LookupError):
        await store.add(DRAFT, 3, broken)

    assert (await count(database, "question"), await count(database, "outbox")) == (0, 0)


async def test_only_the_first_answer_is_kept(store: QuestionStore, database: Database) -> None:
    later = NOON + timedelta(hours=1)
    await store.add(DRAFT, 3, lambda _: ())

    told = [await store.answer(QuestionId(1), text, VERA, later, promised) for text in ("так", "иначе")]

    assert told == [True, False]
    kept = replace(DRAFT, id=QuestionId(1), answer="так", answered_at=later, answered_by=VERA.id)
    assert await store.find_question(QuestionId(1)) == kept
    assert await count(database, "outbox") == 1


async def test_an_answer_whose_promise_fails_is_not_kept(store: QuestionStore) -> None:
    await store.add(DRAFT, 3, lambda _: ())

    with pytest.raises(LookupError):
        await store.answer(QuestionId(1), "так", VERA, NOON, broken)

    assert await store.find_question(QuestionId(1)) == replace(DRAFT, id=QuestionId(1))


async def test_what_is_not_there_is_neither_found_nor_answered(store: QuestionStore) -> None:
    assert await store.find_question(QuestionId(7)) is None
    assert not await store.answer(QuestionId(7), "так", VERA, NOON, promised)


async def test_a_number_that_no_database_holds_is_an_error_and_harms_nothing(store: QuestionStore) -> None:
    with pytest.raises((OverflowError, sqlite3.Error)):
        await store.find_question(QuestionId(10**30))

    assert await store.add(DRAFT, 3, promised) is not None


async def test_old_questions_are_swept_and_their_numbers_never_used_again(
    store: QuestionStore, database: Database
) -> None:
    await store.add(DRAFT, 3, promised)
    await PersonalDataStore(database).end(NOON, NOON)
    kept = await store.find_question(QuestionId(1))
    await PersonalDataStore(database).end(NOON + timedelta(seconds=1), NOON)

    after = await store.add(DRAFT, 3, promised)

    assert (kept is not None, await store.find_question(QuestionId(1)), after and after.id) == (True, None, 2)
