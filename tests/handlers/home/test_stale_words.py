"""What was asked for and is no longer wanted swallows nothing; «отмена» says what stays."""

import pytest

from bot.dialog_state import Conversation, DialogStore, Prompt
from bot.screens.closures.prompts import ClosureReasonPrompt
from bot.screens.librarian_day.actions import CallOff, ShiftVisit
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, WillCome
from bot.screens.questions.prompts import AnswerPrompt
from tests.handlers.my_bookings.visiting import ANNA, VERA, booked, desk
from tests.stage import IDS, StraightStage
from tests.telegram.pressing import pressed, said


def awaited(stage: StraightStage, person: str = "anna") -> Prompt | None:
    waiting: DialogStore = stage.app.edge.dispatcher.workflow_data["awaited"]
    return waiting.text(Conversation("telegram", IDS[person], IDS[person]))


@pytest.mark.parametrize("sure", [True, False])
async def test_a_visit_given_up_waits_for_no_other_time(stage: StraightStage, sure: bool) -> None:  # noqa: FBT001 - a case of the test
    booking = await booked(stage)
    await pressed(stage, MoveVisit(booking.id))

    await pressed(stage, CancelVisit(booking.id, sure=sure))

    assert awaited(stage) is None


async def test_whoever_comes_after_all_waits_for_no_other_time(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, MoveVisit(booking.id))

    await pressed(stage, WillCome(booking.id))

    assert awaited(stage) is None


async def test_a_visit_cancelled_meanwhile_is_told_once_and_asks_for_no_time(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, MoveVisit(booking.id))
    await desk(stage).cancel(ANNA, booking.id)

    shown = await said(stage, "послезавтра")

    assert (shown.text.split(":")[0], awaited(stage)) == ("Эта запись отменена", None)


async def test_a_secret_typed_instead_of_a_time_is_warned_of(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, MoveVisit(booking.id))

    await said(stage, "мой СНИЛС 112-233-445 95")

    assert stage.wire.inbox[ANNA.id][0].text.startswith("Осторожно")


async def test_to_stop_calling_off_does_not_sound_as_if_it_was_done(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, CallOff(booking.id, sure=False), "vera")

    shown = await said(stage, "отменить", "vera")

    assert shown.text.startswith("Хорошо, остановился. Все записи остались как были.")


async def test_a_visit_is_moved_by_no_words_that_are_not_surely_a_time(stage: StraightStage) -> None:
    booking = await booked(stage, centre="pskov-pounb")
    await pressed(stage, ShiftVisit(booking.id), "vera")

    shown = await said(stage, "не придёт завтра в 10:00", "vera")

    assert shown.text.startswith("Я понял «завтра в 10:00», но не понял «не придет».")
    assert await desk(stage).own(ANNA, booking.id) == booking


@pytest.mark.parametrize("waiting", [AnswerPrompt(1), ClosureReasonPrompt("pskov-pounb", 29932740, 29934180)])
async def test_a_visit_code_is_never_an_answer_nor_a_reason(stage: StraightStage, waiting: Prompt) -> None:
    booking = await booked(stage)
    await stage.app.edge.dispatcher.workflow_data["awaited"].put(Conversation(VERA.channel, VERA.id, VERA.id), waiting)

    shown = await said(stage, booking.code, "vera")

    assert (f"Код визита: {booking.code}" in shown.text, awaited(stage, "vera")) == (True, None)
