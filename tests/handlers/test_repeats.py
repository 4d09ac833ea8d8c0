"""The same deed again: what is said is what is so, whatever this attempt has changed."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.centres.card_edits import CardPart
from bot.people import Address
from bot.questions.question import EntryId, EntryKind, QuestionId, ThreadEntry
from bot.sandbox.people import DESK_ID
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.centre_edits.actions import DecideChange, SendChange
from bot.screens.closures.actions import LinkGroupChat, UnlinkGroupChat
from bot.screens.home.actions import ForgetMe
from bot.screens.librarian_day.actions import CallOff, GiveBack, MarkVisit, ShiftTo, StrikeOff, TakeOn
from bot.screens.librarian_day.entry_actions import GuestCame
from bot.screens.my_bookings.actions import CancelVisit, MoveTo, RateVisit, WillCome
from bot.screens.time_codes import minute_of, moment_code
from tests.dialogue import DESK
from tests.handlers.librarian_day.day_stage import PSKOV, THREE, VERA, booked, hush, pressed, said
from tests.stage import IDS, StraightStage, straight_stage

DAY = timedelta(days=1)
OTHER_TIME = THREE + timedelta(hours=1)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        yield stage


AHEAD: dict[str, tuple[str, Action]] = {
    "the citizen is coming": ("anna", WillCome(1)),
    "the citizen moves": ("anna", MoveTo(1, minute_of(OTHER_TIME + DAY))),
    "a librarian moves": ("vera", ShiftTo(1, moment_code(OTHER_TIME + DAY))),
    "a librarian takes the visitor": ("vera", TakeOn(1, over=False)),
    "a librarian takes over": ("vera", TakeOn(1, over=True)),
    "a librarian gives the visitor back": ("vera", GiveBack(1)),
    "a person is forgotten": ("anna", ForgetMe(sure=True)),
}
OVER: dict[str, tuple[str, Action]] = {
    "came": ("vera", MarkVisit(1, "arrived")),
    "did not come": ("vera", MarkVisit(1, "missed")),
    "it led to": ("vera", MarkVisit(1, "not_solved")),
}


@pytest.mark.parametrize("deed", AHEAD)
async def test_a_deed_done_twice_ahead_of_the_visit_reads_the_same(stage: StraightStage, deed: str) -> None:
    person, action = AHEAD[deed]
    await booked(stage, at=THREE + DAY)
    await stage.app.edge.delivery_worker.deliver_due()

    assert await pressed(stage, action, person) == await pressed(stage, action, person) != ""


@pytest.mark.parametrize("deed", OVER)
async def test_a_mark_made_twice_reads_the_same(stage: StraightStage, deed: str) -> None:
    person, action = OVER[deed]
    await booked(stage)
    await stage.pass_time(timedelta(hours=5))

    assert await pressed(stage, action, person) == await pressed(stage, action, person) != ""


async def test_a_rating_given_twice_is_thanked_for_twice(stage: StraightStage) -> None:
    await booked(stage)
    await stage.pass_time(timedelta(hours=5))
    await pressed(stage, MarkVisit(1, "arrived"))

    assert await pressed(stage, RateVisit(1, 5), "anna") == await pressed(stage, RateVisit(1, 5), "anna") != ""


async def test_a_walk_in_struck_off_twice_is_off(stage: StraightStage) -> None:
    await pressed(stage, GuestCame("recovery", PSKOV))

    assert await pressed(stage, StrikeOff(1)) == await pressed(stage, StrikeOff(1)) != ""


async def test_a_visit_cancelled_twice_is_cancelled(stage: StraightStage) -> None:
    await booked(stage, at=THREE + DAY)

    first = await pressed(stage, CancelVisit(1, sure=True), "anna")
    again = await pressed(stage, CancelVisit(1, sure=True), "anna")

    assert first.startswith("Запись отменена: завтра, среда, 25 ноября, 15:00.")
    assert again.startswith("Эта запись отменена: среда, 25 ноября, 15:00.")


async def test_a_visit_called_off_after_its_citizen_gave_it_up_promises_to_write_to_nobody(
    stage: StraightStage,
) -> None:
    booking = await booked(stage, at=THREE + DAY)
    await pressed(stage, CallOff(booking.id, sure=False))
    await stage.say("vera", "заболела")
    await pressed(stage, CancelVisit(booking.id, sure=True), "anna")
    hush(stage)

    await stage.say("vera", "да")

    answer = await said(stage)
    assert ("отменена" in answer, "я напишу" in answer) == (True, False)


async def test_an_answer_delivered_again_is_said_to_be_sent(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Где вы?")
    await stage.press("anna", "Отправить")
    await stage.press("vera", "Ответить")
    await stage.say("vera", "На Ленина, 5.")
    sent = ThreadEntry(EntryId(0), QuestionId(1), EntryKind.ANSWER, "На Ленина, 5.", stage.clock.now(), VERA)
    await stage.app.services.staff.answer_service.answer(sent, 0)  # killed before the answer was confirmed
    hush(stage)

    await stage.press("vera", "Отправить")

    assert await said(stage) == "Ответ на вопрос № 1 передан. Спасибо!"


async def test_a_change_sent_again_after_it_was_refused_is_not_on_its_way(stage: StraightStage) -> None:
    desk = stage.app.edge.dispatcher.workflow_data["card_edit_service"]
    change = await desk.draft(VERA, PSKOV, CardPart.PHONE, "8 (811) 266-21-11")
    await pressed(stage, SendChange(change.id))
    await pressed(stage, DecideChange(change.id, accept=False), "gleb")

    assert await pressed(stage, SendChange(change.id)) == "Правку № 1 уже рассмотрели: её не приняли."


async def test_unlinked_in_a_group_that_is_no_desk_it_names_the_group_that_is(stage: StraightStage) -> None:
    await stage.press_data(f"vera{DESK}", pack(LinkGroupChat(PSKOV)))
    desks = stage.app.edge.dispatcher.workflow_data["group_chats"]
    await desks.link(VERA, PSKOV, Address("telegram", -77), "Новый стол")
    hush(stage)

    await stage.press_data(f"vera{DESK}", pack(UnlinkGroupChat(PSKOV)))

    text = stage.wire.inbox[DESK_ID][-1].text
    assert text.startswith("Эта группа не стол центра Областная библиотека")
    assert text.endswith("Записи приходят в группу «Новый стол».")
