"""By the clock a question goes on to further readers, and is never given up unsaid; nothing is told twice."""

from datetime import timedelta

from bot.questions.notices import (
    BEFORE_PROMISE,
    QUESTION_CAME,
    QUESTION_EXPIRED,
    QUESTION_LATE,
    QUESTION_OVERDUE,
    QUESTION_REMINDER,
)
from bot.questions.question import ClosedBy, QuestionState, RoutingStep
from bot.storage.personal_data.store import PersonalDataStore
from tests.questions.desk import ANNA, DAYS, GLEB, OLGA, VERA, Desk

HOUR = timedelta(hours=1)


async def test_unanswered_it_goes_on_to_whoever_has_it_not_yet_up_to_admins(desk: Desk) -> None:
    desk.everybody |= {OLGA}
    desk.admins = {GLEB}
    desk.off_duty = {GLEB}
    desk.of_centre, desk.of_district = {"ostrov": {OLGA}}, {"ostrov": {OLGA, VERA}}
    question = await desk.ask(centre="ostrov")
    steps = []

    for _ in range(4):
        await desk.watch.look()
        await desk.watch.look()
        steps.append(((await desk.now(question)).step, len(await desk.promised(QUESTION_CAME))))
        desk.clock.advance(2 * HOUR)

    assert steps == [
        (RoutingStep.CENTRE, 1), (RoutingStep.DISTRICT, 2), (RoutingStep.ADMINS, 3), (RoutingStep.ADMINS, 3)
    ]  # fmt: skip
    assert (await desk.promised(QUESTION_CAME))[-1] == (QUESTION_CAME, GLEB.id)


async def test_the_night_is_no_working_time(desk: Desk) -> None:
    desk.admins = {GLEB}
    question = await desk.ask()
    desk.clock.advance(5 * HOUR)  # 17:00
    late = await desk.ask("Второй", OLGA)

    desk.clock.advance(12 * HOUR)
    await desk.watch.look()

    assert ((await desk.now(question)).step, (await desk.now(late)).step) == (RoutingStep.ADMINS, RoutingStep.DUTY)


async def test_who_has_come_to_work_later_gets_what_waits(desk: Desk) -> None:
    await desk.ask()
    desk.everybody.add(OLGA)

    assert await desk.watch.look()
    assert not await desk.watch.look()

    assert (await desk.promised(QUESTION_CAME))[-1] == (QUESTION_CAME, OLGA.id)


async def test_a_question_that_is_taken_stays_until_its_librarian_holds_it_too_long(desk: Desk) -> None:
    desk.admins = {OLGA}
    desk.everybody = {VERA, OLGA}
    desk.off_duty = {OLGA}
    question = await desk.ask()
    desk.clock.advance(HOUR)
    await desk.answers.take(question.id, VERA)
    desk.clock.advance(1.5 * HOUR)
    await desk.watch.look()
    held = await desk.now(question)

    desk.clock.advance(HOUR)
    await desk.watch.look()

    assert (held.state, held.step) == (QuestionState.TAKEN, RoutingStep.DUTY)
    free = await desk.now(question)
    assert (free.state, free.step, free.taken_by) == (QuestionState.NEW, RoutingStep.ADMINS, None)


async def test_a_question_of_a_librarian_who_has_left_is_free_at_once(desk: Desk) -> None:
    question = await desk.ask()
    await desk.answers.take(question.id, VERA)
    desk.everybody.discard(VERA)

    await desk.watch.look()

    assert (await desk.now(question)).state is QuestionState.NEW


async def test_a_reminder_is_due_before_the_promise_and_after_it_admins_and_the_citizen_are_told(desk: Desk) -> None:
    desk.admins = {GLEB}
    question = await desk.ask()

    due = await desk.rows("select kind, recipient, due_at from outbox where kind <> 'question_came' order by id")

    assert question.promised_at is not None
    before, then = question.promised_at - BEFORE_PROMISE, question.promised_at
    assert [(kind, to) for kind, to, _ in due] == [
        (QUESTION_REMINDER, GLEB.id), (QUESTION_REMINDER, VERA.id), (QUESTION_OVERDUE, GLEB.id),
        (QUESTION_LATE, ANNA.id),
    ]  # fmt: skip
    assert [at for *_, at in due] == [
        one.astimezone(desk.clock.now().tzinfo).isoformat() for one in (before, before, then, then)
    ]


async def test_an_unanswered_question_is_closed_with_a_word_to_both_sides_and_then_deleted(desk: Desk) -> None:
    question = await desk.ask()
    await desk.told(question, VERA, "501")
    desk.clock.advance(timedelta(days=DAYS, minutes=1))
    await _sweep(desk)
    kept = await desk.now(question)

    await desk.watch.give_up()
    await desk.watch.give_up()
    await _sweep(desk)

    closed = await desk.now(question)
    assert (kept.state, closed.state, closed.closed_by) == (QuestionState.NEW, QuestionState.CLOSED, ClosedBy.TIME)
    assert await desk.promised(QUESTION_EXPIRED) == [(QUESTION_EXPIRED, ANNA.id), (QUESTION_EXPIRED, VERA.id)]
    desk.clock.advance(timedelta(days=31))
    await _sweep(desk)
    assert await desk.store.find_question(question.id) is None


async def test_what_is_still_talked_about_is_not_given_up(desk: Desk) -> None:
    question = await desk.ask()
    desk.clock.advance(timedelta(days=DAYS - 1))
    await desk.own.add(question.id, "Ещё жду", ANNA)
    desk.clock.advance(timedelta(days=2))

    await desk.watch.give_up()

    assert (await desk.now(question)).state is QuestionState.NEW


async def test_an_answered_question_is_deleted_in_time_and_its_number_never_used_again(desk: Desk) -> None:
    question = await desk.ask()
    await desk.say(question)
    desk.clock.advance(timedelta(days=DAYS, minutes=1))

    await _sweep(desk)

    assert await desk.store.find_question(question.id) is None
    assert (await desk.ask()).id == 2


async def _sweep(desk: Desk) -> None:
    now = desk.clock.now()
    await PersonalDataStore(desk.database).end(now - timedelta(days=DAYS), now - timedelta(days=30))
