"""A question goes to its readers, masked, once, and is promised as it is written."""

from datetime import timedelta

import pytest

from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.questions.errors import NobodyToAskError, QuestionTooLongError, TooManyOpenError
from bot.questions.notices import QUESTION_CAME
from bot.questions.question import QuestionState, RoutingStep
from bot.questions.routing import Audience
from bot.questions.service import MAX_OPEN, MAX_TEXT
from tests.hand_clock import NOON
from tests.questions.desk import ANNA, BORIS, GLEB, OLGA, VERA, Desk

CAME_TO_BOTH = [(QUESTION_CAME, GLEB.id), (QUESTION_CAME, VERA.id)]


async def test_a_question_is_promised_to_every_librarian_at_once(desk: Desk) -> None:
    question = await desk.ask("Где мой код?")

    assert (question.text, question.state, question.step) == ("Где мой код?", QuestionState.NEW, RoutingStep.DUTY)
    assert await desk.promised(QUESTION_CAME) == CAME_TO_BOTH
    assert (await desk.now(question), desk.woken) == (question, 1)


async def test_what_is_personal_is_hidden_before_it_is_stored(desk: Desk) -> None:
    question = await desk.ask("Код 4821, телефон 89111234567")

    assert await desk.rows("select text from question") == [(question.text,)] == [("Код [код], телефон [телефон]",)]


async def test_without_librarians_there_is_nobody_to_ask(desk: Desk) -> None:
    desk.everybody.clear()

    with pytest.raises(NobodyToAskError):
        await desk.ask()

    assert (desk.service.is_open, await desk.rows("select id from question")) == (False, [])


async def test_one_more_open_question_than_three_is_refused(desk: Desk) -> None:
    for text in ("раз", "два", "три"):
        await desk.ask(text)

    with pytest.raises(TooManyOpenError) as refusal:
        await desk.ask("четыре")

    assert (refusal.value, desk.woken) == (TooManyOpenError(MAX_OPEN), 3)
    assert (await desk.ask("четыре", BORIS)).id == 4


@pytest.mark.parametrize("asks", [False, True])
async def test_what_awaits_no_librarian_makes_room_for_the_next_question(desk: Desk, asks: bool) -> None:  # noqa: FBT001 - a case
    questions = [await desk.ask(text) for text in ("раз", "два", "три")]
    await desk.say(questions[1], asks=asks)

    assert (await desk.ask("четыре")).id == 4


async def test_an_update_delivered_again_is_the_same_question_and_promised_once(desk: Desk) -> None:
    message = RequestKey(ANNA, "message:1001:5")
    draft = desk.service.draft(ANNA, "раз")

    first, second = [await desk.service.hand_over(draft, message) for _ in range(2)]

    assert (first.question.id, second.question.id, await desk.promised(QUESTION_CAME)) == (1, 1, CAME_TO_BOTH)


async def test_the_same_words_in_another_message_are_another_question(desk: Desk) -> None:
    for number in (5, 6):
        await desk.service.hand_over(desk.service.draft(ANNA, "раз"), RequestKey(ANNA, f"message:1001:{number}"))

    assert await desk.rows("select text from question") == [("раз",), ("раз",)]


async def test_what_one_message_cannot_carry_is_refused(desk: Desk) -> None:
    await desk.ask("я" * MAX_TEXT)

    with pytest.raises(QuestionTooLongError):
        await desk.ask("я" * (MAX_TEXT + 1))

    assert len(await desk.rows("select id from question")) == 1


async def test_a_promise_that_cannot_be_written_takes_the_question_back(desk: Desk) -> None:
    await desk.database.write(lambda db: db.execute("drop table outbox"))

    with pytest.raises(Exception, match="no such table: outbox"):
        await desk.ask()

    assert (await desk.rows("select id from question"), desk.woken) == ([], 0)


async def test_a_librarian_is_known_by_the_whole_address(desk: Desk) -> None:
    assert (desk.service.is_librarian(VERA), desk.service.is_librarian(Address("max", VERA.id))) == (True, False)


async def test_a_question_reaches_those_on_duty_and_all_where_nobody_is(desk: Desk) -> None:
    desk.off_duty = {GLEB}
    await desk.ask("Первый")
    first = await desk.promised(QUESTION_CAME)
    desk.off_duty = {GLEB, VERA}

    handed = await desk.service.hand_over(desk.service.draft(ANNA, "Второй"))

    assert (first, handed.audience) == ([(QUESTION_CAME, VERA.id)], Audience.EVERYBODY)
    assert (await desk.promised(QUESTION_CAME))[1:] == CAME_TO_BOTH


async def test_where_nobody_on_duty_can_be_reached_the_others_are_asked(desk: Desk) -> None:
    desk.off_duty, desk.silent = {GLEB}, {VERA}

    handed = await desk.service.hand_over(desk.service.draft(ANNA, "Где?"))

    assert (handed.audience, await desk.promised(QUESTION_CAME)) == (Audience.EVERYBODY, CAME_TO_BOTH)


async def test_a_question_that_reaches_nobody_is_kept_and_nothing_is_promised_to_the_citizen(desk: Desk) -> None:
    desk.silent = {VERA, GLEB}

    handed = await desk.service.hand_over(desk.service.draft(ANNA, "Где?"))

    assert (handed.audience, handed.question.promised_at) == (Audience.NOBODY, None)
    assert await desk.promised(QUESTION_CAME) == CAME_TO_BOTH


async def test_what_has_reached_nobody_is_handed_on_and_only_to_a_librarian(desk: Desk) -> None:
    desk.everybody, desk.silent = {VERA}, {VERA}
    await desk.ask()
    await desk.database.write(lambda db: db.execute("update outbox set state = 'unreachable'"))
    desk.everybody = {VERA, GLEB}

    await desk.service.hand_on(BORIS)
    await desk.service.hand_on(GLEB)

    assert await desk.promised(QUESTION_CAME) == [(QUESTION_CAME, VERA.id), (QUESTION_CAME, GLEB.id)]


async def test_a_question_about_a_centre_goes_to_its_librarians_first(desk: Desk) -> None:
    desk.everybody |= {OLGA}
    desk.of_centre = {"ostrov": {OLGA}}

    question = await desk.ask(centre="ostrov")

    assert (question.step, await desk.promised(QUESTION_CAME)) == (RoutingStep.CENTRE, [(QUESTION_CAME, OLGA.id)])


@pytest.mark.parametrize("reason", ["silent", "off_duty"])
async def test_a_step_at_which_nobody_can_be_reached_is_passed_over(desk: Desk, reason: str) -> None:
    desk.everybody |= {OLGA}
    desk.of_centre, desk.of_district = {"ostrov": {OLGA}}, {"ostrov": {OLGA, VERA}}
    setattr(desk, reason, {OLGA})

    question = await desk.ask(centre="ostrov")

    assert question.step is RoutingStep.DISTRICT
    assert (QUESTION_CAME, VERA.id) in await desk.promised(QUESTION_CAME)


async def test_an_answer_is_promised_in_working_hours(desk: Desk) -> None:
    question = await desk.ask()  # on Tuesday at 12:00

    assert question.promised_at == NOON + timedelta(hours=23)  # Wednesday at 11:00
    assert question.step_until == NOON + timedelta(hours=2)


async def test_without_known_hours_nothing_is_promised(desk: Desk) -> None:
    desk.hours = None

    assert (await desk.ask()).promised_at is None
