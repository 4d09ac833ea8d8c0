"""What may be typed after a message, and which message asked: over the real table of dialogue state."""

import pytest

from bot.dialog_state import Conversation, TypedOptions
from bot.screens.booking.actions import BookDays, BookTime
from bot.screens.booking.prompts import WhenPrompt
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.storage.database import Database
from bot.storage.tables.dialog_state import DialogStateTable
from tests.hand_clock import HandClock

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


LIST = TypedOptions(("a:one:b",), (("a:one:b", "1. Один"), ("h", "🏠 В начало")))


async def test_the_words_of_a_list_survive_a_restart(database: Database, clock: HandClock) -> None:
    store = DialogStateTable(database, clock)

    await store.offer(ANNA, LIST)

    assert (await reloaded(database, clock)).offered(ANNA) == LIST


async def test_a_message_without_a_list_ends_the_numbers_of_the_one_before(
    database: Database, clock: HandClock
) -> None:
    store = DialogStateTable(database, clock)
    await store.offer(ANNA, LIST)

    await store.offer(ANNA, TypedOptions((), (("h", "🏠 В начало"),)))

    assert [store.offered(ANNA).numbered, (await reloaded(database, clock)).offered(ANNA).numbered] == [(), ()]


async def test_what_was_opened_from_a_list_leaves_its_numbers(database: Database, clock: HandClock) -> None:
    store = DialogStateTable(database, clock)
    await store.offer(ANNA, LIST)

    await store.offer(ANNA, TypedOptions((), (("x", "Отменить"),), keeps_numbers=True))

    assert (store.offered(ANNA).numbered, store.offered(ANNA).named) == (LIST.numbered, (("x", "Отменить"),))


async def test_a_prompt_knows_the_message_that_asked_it(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA, LIST, "m-1")
    await store.offer(ANNA, TypedOptions(("h",)), "m-2")

    assert store.asked_by(ANNA) == (await reloaded(database, clock)).asked_by(ANNA) == "m-1"


async def test_a_prompt_put_later_was_asked_by_another_message(
    store: DialogStateTable, database: Database, clock: HandClock
) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA, LIST, "m-1")
    await store.put(ANNA, STEP)
    before = store.asked_by(ANNA)
    await store.offer(ANNA, LIST, "m-2")

    assert (before, store.asked_by(ANNA), (await reloaded(database, clock)).asked_by(ANNA)) == (None, "m-2", "m-2")


async def test_what_was_suspended_was_asked_by_no_message(store: DialogStateTable) -> None:
    await store.put(ANNA, QUESTION)
    await store.offer(ANNA, LIST, "m-1")

    await store.leave(ANNA)

    assert store.asked_by(ANNA) is None
