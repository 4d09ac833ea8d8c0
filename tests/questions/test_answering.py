"""An answer comes to the citizen once; nobody's words go over a colleague's, and nothing said is lost."""

from datetime import timedelta

import pytest

from bot.questions.errors import (
    AnsweredMeanwhileError,
    QuestionClosedError,
    QuestionGoneError,
    QuestionTooLongError,
    TooLateToCorrectError,
)
from bot.questions.notices import (
    ANSWER_CORRECTED,
    ANSWER_UNDELIVERED,
    QUESTION_ADDED,
    QUESTION_ANSWERED,
    QUESTION_CAME,
    QUESTION_SETTLED,
)
from bot.questions.question import ClosedBy, QuestionId, QuestionState
from bot.questions.service import MAX_TEXT
from bot.storage.personal_data.store import PersonalDataStore
from tests.hand_clock import NOON
from tests.questions.desk import ANNA, BORIS, GLEB, VERA, Desk, numbered


async def test_an_answer_is_kept_and_promised_to_the_citizen(desk: Desk) -> None:
    question = await desk.ask()
    desk.clock.advance(timedelta(hours=1))

    await desk.say(question, "Вот")

    kept = await desk.now(question)
    assert (kept.state, kept.answer, kept.answered_by) == (QuestionState.ANSWERED, "Вот", VERA)
    assert kept.answered_at == NOON + timedelta(hours=1)
    assert (await desk.promised(QUESTION_ANSWERED), desk.woken) == ([(QUESTION_ANSWERED, ANNA.id)], 2)


async def test_of_two_answers_at_once_the_second_is_shown_the_first_and_kept(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question, "Вот", VERA)

    with pytest.raises(AnsweredMeanwhileError) as refusal:
        await desk.say(question, "Там", GLEB)

    assert (refusal.value.entry.text, refusal.value.said) == ("Вот", 1)
    assert len(await desk.promised(QUESTION_ANSWERED)) == 1


async def test_who_has_read_the_first_answer_may_send_another(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question, "Вот", VERA)
    await desk.say(question, "Там", GLEB, seen=1)

    assert [one.text for one in (await desk.service.thread(question.id)).entries] == ["Вот", "Там"]
    assert len(await desk.promised(QUESTION_ANSWERED)) == 2


async def test_an_answer_delivered_again_is_the_answer_that_was_sent(desk: Desk) -> None:
    question = await desk.ask()

    assert await desk.say(question, "Вот") == await desk.say(question, "Вот")
    assert len(await desk.promised(QUESTION_ANSWERED)) == 1


async def test_copies_on_other_phones_are_changed_and_the_author_s_is_not(desk: Desk) -> None:
    question = await desk.ask()
    await desk.told(question, VERA, "501")
    await desk.told(question, GLEB, "502")

    await desk.say(question, "Вот", VERA)

    assert await desk.promised(QUESTION_SETTLED) == [(QUESTION_SETTLED, GLEB.id)]


async def test_a_question_that_a_librarian_asks_back_comes_back_to_the_same_one(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question, "Какой?", VERA, asks=True)
    waits = await desk.now(question)

    await desk.own.add(question.id, "Синий", ANNA)

    back = await desk.now(question)
    assert (waits.state, back.state, back.taken_by, back.round) == (QuestionState.WAITING, QuestionState.TAKEN, VERA, 2)
    assert (await desk.promised(QUESTION_CAME))[2:] == [(QUESTION_CAME, VERA.id)]


async def test_words_added_after_the_librarian_has_left_go_on_their_way_anew(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question, by=VERA)
    desk.everybody.discard(VERA)

    await desk.own.add(question.id, "А ещё?", ANNA)

    assert (await desk.now(question)).state is QuestionState.NEW
    assert (await desk.promised(QUESTION_CAME))[2:] == [(QUESTION_CAME, GLEB.id)]


async def test_words_added_before_an_answer_come_to_those_who_have_the_question(desk: Desk) -> None:
    question = await desk.ask()
    await desk.told(question, VERA, "501")

    await desk.own.add(question.id, "Телефон 89111234567", ANNA)

    assert await desk.promised(QUESTION_ADDED) == [(QUESTION_ADDED, VERA.id)]
    assert [one.text for one in (await desk.service.thread(question.id)).entries] == ["Телефон [телефон]"]


async def test_nobody_adds_to_somebody_else_s_question(desk: Desk) -> None:
    question = await desk.ask()

    with pytest.raises(QuestionGoneError):
        await desk.own.add(question.id, "И мне", BORIS)
    with pytest.raises(QuestionGoneError):
        await desk.own.withdraw(question.id, BORIS)


async def test_an_answer_is_corrected_within_the_hour_by_its_author(desk: Desk) -> None:
    question = await desk.ask()
    entry = await desk.say(question, "Во вторник")
    desk.clock.advance(timedelta(minutes=59))

    await desk.answers.correct(entry.id, "В среду", VERA)

    assert (await desk.now(question)).answer == "В среду"
    assert await desk.promised(ANSWER_CORRECTED) == [(ANSWER_CORRECTED, ANNA.id)]


@pytest.mark.parametrize(("by", "minutes"), [(VERA, 60), (GLEB, 1)])
async def test_an_answer_is_corrected_neither_later_nor_by_another(desk: Desk, by: object, minutes: int) -> None:
    entry = await desk.say(await desk.ask(), "Во вторник")
    desk.clock.advance(timedelta(minutes=minutes))

    with pytest.raises(TooLateToCorrectError):
        await desk.answers.correct(entry.id, "В среду", GLEB if by == GLEB else VERA)


async def test_a_question_taken_back_is_closed_and_the_copies_say_so(desk: Desk) -> None:
    question = await desk.ask()
    await desk.told(question, VERA, "501")

    closed = await desk.own.withdraw(question.id, ANNA)

    assert (closed.state, closed.closed_by) == (QuestionState.CLOSED, ClosedBy.CITIZEN)
    assert await desk.promised(QUESTION_SETTLED) == [(QUESTION_SETTLED, VERA.id)]
    with pytest.raises(QuestionClosedError):
        await desk.say(question)
    with pytest.raises(QuestionClosedError):
        await desk.own.add(question.id, "Ещё", ANNA)


async def test_an_answer_to_who_has_been_forgotten_is_gone(desk: Desk) -> None:
    question = await desk.ask()
    await desk.own.add(question.id, "Ещё", ANNA)
    await desk.told(question, VERA, "501")
    await PersonalDataStore(desk.database).erase(ANNA)

    with pytest.raises(QuestionGoneError):
        await desk.say(question)

    assert await desk.rows("select id from question_entry union all select id from question_copy") == []


async def test_what_has_not_come_to_the_citizen_is_told_to_its_author_once(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question, by=VERA)

    await desk.answers.not_delivered(ANNA)
    await desk.answers.not_delivered(ANNA)

    assert await desk.promised(ANSWER_UNDELIVERED) == [(ANSWER_UNDELIVERED, VERA.id)]


async def test_what_cannot_be_found_or_carried_is_refused(desk: Desk) -> None:
    question = await desk.ask()

    with pytest.raises(QuestionGoneError):
        await desk.say(numbered(question, 7))
    with pytest.raises(QuestionTooLongError):
        await desk.say(question, "я" * (MAX_TEXT + 1))
    with pytest.raises(QuestionGoneError):
        await desk.answers.take(QuestionId(7), VERA)


async def test_a_taken_question_is_another_s_only_where_it_is_taken_over(desk: Desk) -> None:
    question = await desk.ask()
    await desk.answers.take(question.id, VERA)

    kept = await desk.answers.take(question.id, GLEB)
    over = await desk.answers.take(question.id, GLEB, over=True)
    await desk.answers.release(question.id, VERA)

    assert (kept.taken_by, over.taken_by, (await desk.now(question)).taken_by) == (VERA, GLEB, GLEB)
