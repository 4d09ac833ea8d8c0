"""A question goes to the librarians and an answer comes back, each once, masked, and promised as it is written."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.questions.question import Question, QuestionId
from bot.questions.service import (
    MAX_OPEN,
    MAX_TEXT,
    QUESTION_ANSWERED,
    QUESTION_CAME,
    AlreadyAnsweredError,
    Audience,
    NobodyToAskError,
    QuestionGoneError,
    QuestionService,
    QuestionTooLongError,
    TooManyOpenError,
)
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.questions import QuestionStore
from tests.hand_clock import NOON, HandClock

ANNA, BORIS = Address("telegram", 1001), Address("telegram", 1002)
VERA, GLEB = Address("telegram", 2001), Address("max", 3001)


@dataclass
class Room:
    """A desk over a real database; `woken` counts the knocks at the delivery worker's door."""

    database: Database
    clock: HandClock
    woken: int = 0
    silent: frozenset[Address] = frozenset()  # whom messages do not reach

    def desk(self, *librarians: Address) -> QuestionService:
        return QuestionService(QuestionStore(self.database), frozenset(librarians), self.clock, self._wake, self)

    def _wake(self) -> None:
        self.woken += 1

    async def reached(self, people: Collection[Address]) -> frozenset[Address]:
        return frozenset(people) - self.silent

    async def promised(self) -> list[tuple[Any, ...]]:
        sql = "select channel, recipient, kind, payload, due_at from outbox order by id"
        return await self.database.read(lambda db: db.execute(sql).fetchall())

    async def texts(self) -> list[str]:
        rows = await self.database.read(lambda db: db.execute("select text from question order by id").fetchall())
        return [text for (text,) in rows]


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        yield Room(database, HandClock())


@pytest.fixture
def desk(room: Room) -> QuestionService:
    return room.desk(VERA, GLEB)


def promise(to: Address, kind: str, number: int = 1, after: timedelta = timedelta()) -> tuple[Any, ...]:
    return (to.channel, to.id, kind, f'{{"question": {number}}}', (NOON + after).isoformat())


async def test_a_question_is_promised_to_every_librarian_at_once(desk: QuestionService, room: Room) -> None:
    question = await desk.hand_over(ANNA, "Где мой код?", "login-code")

    assert question == Question(QuestionId(1), ANNA, "Где мой код?", NOON, "login-code")
    assert await room.promised() == [promise(GLEB, QUESTION_CAME), promise(VERA, QUESTION_CAME)]
    assert room.woken == 1


async def test_what_is_personal_is_hidden_before_it_is_stored(desk: QuestionService, room: Room) -> None:
    question = await desk.hand_over(ANNA, "Код 4821, телефон 89111234567", None)

    assert await room.texts() == [question.text] == ["Код [код], телефон [телефон]"]


async def test_without_librarians_there_is_nobody_to_ask(room: Room) -> None:
    closed = room.desk()

    with pytest.raises(NobodyToAskError):
        await closed.hand_over(ANNA, "Где?", None)

    assert (closed.is_open, room.desk(VERA).is_open, await room.texts()) == (False, True, [])


async def asked(desk: QuestionService, *texts: str) -> list[Question]:
    return [await desk.hand_over(ANNA, text, None) for text in texts]


async def test_one_more_open_question_than_three_is_refused(desk: QuestionService, room: Room) -> None:
    await asked(desk, "раз", "два", "три")

    with pytest.raises(TooManyOpenError) as refusal:
        await desk.hand_over(ANNA, "четыре", None)

    assert (refusal.value, await room.texts(), room.woken) == (TooManyOpenError(MAX_OPEN), ["раз", "два", "три"], 3)
    assert (await desk.hand_over(BORIS, "четыре", None)).id == 4


async def test_an_answer_makes_room_for_the_next_question(desk: QuestionService) -> None:
    await asked(desk, "раз", "два", "три")
    await desk.answer(QuestionId(2), "ответ", VERA)

    assert (await desk.hand_over(ANNA, "четыре", None)).id == 4


async def test_an_update_delivered_again_is_the_same_question_and_promised_once(
    desk: QuestionService, room: Room
) -> None:
    message = RequestKey(ANNA, "message:1001:5")
    first = await desk.hand_over(ANNA, "раз", None, message)
    second = await desk.hand_over(ANNA, "раз", None, message)

    assert (first.id, second.id, len(await room.promised())) == (1, 1, 2)


async def test_the_same_words_in_another_message_are_another_question(desk: QuestionService, room: Room) -> None:
    for number in (5, 6):
        await desk.hand_over(ANNA, "раз", None, RequestKey(ANNA, f"message:1001:{number}"))

    assert (await room.texts(), len(await room.promised())) == (["раз", "раз"], 4)


async def test_what_one_message_cannot_carry_is_refused_on_both_sides(desk: QuestionService, room: Room) -> None:
    await desk.hand_over(ANNA, "я" * MAX_TEXT, None)

    with pytest.raises(QuestionTooLongError) as of_citizen:
        await desk.hand_over(ANNA, "я" * (MAX_TEXT + 1), None)
    with pytest.raises(QuestionTooLongError) as of_librarian:
        await desk.answer(QuestionId(1), "я" * (MAX_TEXT + 1), VERA)

    assert of_citizen.value == of_librarian.value == QuestionTooLongError(MAX_TEXT)
    assert (len(await room.texts()), await desk.open_question(QuestionId(1)) is not None) == (1, True)


async def test_an_answer_is_kept_and_promised_to_the_citizen(desk: QuestionService, room: Room) -> None:
    (question,) = await asked(desk, "Где?")
    room.clock.advance(timedelta(hours=1))

    returned = await desk.answer(question.id, "Вот", VERA)

    kept = await QuestionStore(room.database).find_question(question.id)
    answered_at = NOON + timedelta(hours=1)
    assert returned == kept == replace(question, answer="Вот", answered_at=answered_at, answered_by=VERA.id)
    assert (await room.promised())[2:] == [promise(ANNA, QUESTION_ANSWERED, after=timedelta(hours=1))]
    assert room.woken == 2


async def test_the_second_librarian_is_told_that_it_is_answered(desk: QuestionService, room: Room) -> None:
    (question,) = await asked(desk, "Где?")
    await desk.answer(question.id, "Вот", VERA)

    with pytest.raises(AlreadyAnsweredError) as refusal:
        await desk.answer(question.id, "Там", GLEB)

    assert (refusal.value.question.answer, len(await room.promised())) == ("Вот", 3)


async def test_an_answer_delivered_again_is_the_answer_that_was_sent(desk: QuestionService, room: Room) -> None:
    (question,) = await asked(desk, "Где?")
    first = await desk.answer(question.id, "Вот", VERA)

    assert (await desk.answer(question.id, "Вот", VERA), len(await room.promised())) == (first, 3)


async def test_another_answer_of_the_same_librarian_is_not_sent(desk: QuestionService, room: Room) -> None:
    (question,) = await asked(desk, "Где?")
    await desk.answer(question.id, "Вот", VERA)

    with pytest.raises(AlreadyAnsweredError) as refusal:
        await desk.answer(question.id, "Там", VERA)

    assert (refusal.value.question.is_answered_by(VERA), len(await room.promised())) == (True, 3)


class Faster(QuestionStore):
    """Another librarian's answer comes between the look and the writing."""

    async def find_question(self, id_: QuestionId) -> Question | None:
        found = await super().find_question(id_)
        await super().answer(id_, "Быстрее", GLEB, NOON, lambda _: ())
        return found


async def test_of_two_answers_at_the_same_moment_the_first_is_kept(room: Room) -> None:
    (question,) = await asked(room.desk(VERA, GLEB), "Где?")
    desk = QuestionService(Faster(room.database), frozenset({VERA}), room.clock, lambda: None, room)

    with pytest.raises(AlreadyAnsweredError) as refusal:
        await desk.answer(question.id, "Вот", VERA)

    assert refusal.value.question.answer == "Быстрее"
    kept = await QuestionStore(room.database).find_question(question.id)
    assert (kept and kept.answer, len(await room.promised())) == ("Быстрее", 2)


async def test_a_question_that_is_gone_can_be_neither_opened_nor_answered(desk: QuestionService) -> None:
    with pytest.raises(QuestionGoneError):
        await desk.open_question(QuestionId(7))
    with pytest.raises(QuestionGoneError):
        await desk.answer(QuestionId(7), "Вот", VERA)


async def test_a_promise_that_cannot_be_written_takes_the_question_back(room: Room, desk: QuestionService) -> None:
    await room.database.write(lambda db: db.execute("drop table outbox"))

    with pytest.raises(Exception, match="no such table: outbox"):
        await desk.hand_over(ANNA, "Где?", None)

    assert (await room.texts(), room.woken) == ([], 0)


@pytest.mark.parametrize(("librarians", "known"), [((VERA, GLEB), True), ((GLEB,), False), ((), False)])
async def test_a_librarian_is_known_by_the_whole_address(
    room: Room, librarians: Collection[Address], known: object
) -> None:
    desk = room.desk(*librarians)

    assert (desk.is_librarian(VERA), desk.is_librarian(Address("max", VERA.id))) == (known, False)


async def test_the_same_answer_is_promised_once_whatever_happens(room: Room, desk: QuestionService) -> None:
    await asked(desk, "Где?")
    await desk.answer(QuestionId(1), "Вот", VERA)
    written = await room.promised()

    await room.database.write(lambda db: notices.put(db, desk._to_citizen(Question(QuestionId(1), ANNA, "", NOON))))

    assert await room.promised() == written


async def test_a_question_reaches_those_on_duty_and_all_where_nobody_is(room: Room) -> None:
    on_duty = {VERA}
    desk = QuestionService(QuestionStore(room.database), (VERA, GLEB), room.clock, room._wake, room, lambda: on_duty)

    await desk.hand_over(ANNA, "Первый", None)
    assert await desk.audience() is Audience.ON_DUTY
    on_duty.clear()
    await desk.hand_over(ANNA, "Второй", None)

    assert await desk.audience() is Audience.EVERYBODY
    assert [row[1] for row in await room.promised()] == [VERA.id, GLEB.id, VERA.id]
    assert desk.is_librarian(GLEB)


async def test_where_nobody_on_duty_can_be_reached_the_others_are_asked(room: Room) -> None:
    desk = QuestionService(QuestionStore(room.database), (VERA, GLEB), room.clock, room._wake, room, lambda: {VERA})
    room.silent = frozenset({VERA})

    await desk.hand_over(ANNA, "Где?", None)

    assert await desk.audience() is Audience.EVERYBODY
    assert [row[1] for row in await room.promised()] == [GLEB.id, VERA.id]


async def test_a_question_that_reaches_nobody_is_kept_and_promised(room: Room, desk: QuestionService) -> None:
    room.silent = frozenset({VERA, GLEB})

    question = await desk.hand_over(ANNA, "Где?", None)

    assert await desk.audience() is Audience.NOBODY
    assert await QuestionStore(room.database).find_question(question.id) == question
    assert [row[1] for row in await room.promised()] == [GLEB.id, VERA.id]


async def test_only_what_has_reached_nobody_is_handed_on_and_only_to_a_librarian(room: Room) -> None:
    await asked(room.desk(VERA), "Первый", "Второй")
    sql = "update outbox set state = iif(id = 1, 'unreachable', 'sent')"
    await room.database.write(lambda db: db.execute(sql))
    both = room.desk(VERA, GLEB)

    await both.hand_on(BORIS)
    await both.hand_on(GLEB)

    assert (await room.promised())[2:] == [promise(GLEB, QUESTION_CAME, 1)]
