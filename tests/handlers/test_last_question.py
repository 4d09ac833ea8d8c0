"""Whatever was asked for is awaited no longer once another screen is shown; what belongs to it leaves it standing."""

from datetime import timedelta

import pytest

from bot.dialog_state import Conversation, Prompt
from bot.screens import suspended
from bot.screens.action import Action
from bot.screens.actions import ShowArticle
from bot.screens.callback_data import pack
from bot.screens.librarian_day.prompts import ShiftTimePrompt
from bot.screens.my_bookings.actions import CancelVisit, ShowVisits
from bot.screens.my_bookings.prompts import CancelReasonPrompt, OtherTimePrompt
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.storage.tables.dialog_state import DialogStateTable
from tests.handlers.every_prompt import EVERY_PROMPT, TYPED, step_of
from tests.handlers.my_bookings.visiting import booked, desk
from tests.stage import IDS, StraightStage
from tests.telegram.pressing import pressed, said

MINE = Conversation("telegram", IDS["vera"], IDS["vera"])
# Of what concerns nobody else one hears after a question, of these after any words.
TOLD = [asked for asked in EVERY_PROMPT if suspended.offer(asked) and not asked.rule.is_own]


def store(stage: StraightStage) -> DialogStateTable:
    found = stage.app.edge.dispatcher.workflow_data["awaited"]
    assert isinstance(found, DialogStateTable)
    return found


@pytest.mark.parametrize("asked", EVERY_PROMPT, ids=step_of)
@pytest.mark.parametrize("opened", ["/settings", "❓ Вопросы и ответы", "/start c_ostrov"])
async def test_a_command_or_the_menu_ends_it(stage: StraightStage, asked: Prompt, opened: str) -> None:
    await store(stage).put(MINE, asked)

    await stage.say("vera", opened)

    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", EVERY_PROMPT, ids=step_of)
@pytest.mark.parametrize("action", [ShowArticle("login-forgot"), ShowVisits()])
async def test_a_button_of_something_else_ends_it(stage: StraightStage, asked: Prompt, action: Action) -> None:
    await store(stage).put(MINE, asked)

    await pressed(stage, action, "vera")

    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", EVERY_PROMPT, ids=step_of)
async def test_yes_to_a_question_asked_later_is_no_answer_to_it(stage: StraightStage, asked: Prompt) -> None:
    booking = await booked(stage)
    await store(stage).put(Conversation("telegram", IDS["anna"], IDS["anna"]), asked)
    await pressed(stage, CancelVisit(booking.id, sure=False))

    shown = await said(stage, "да")

    assert shown.text.startswith("Запись отменена")
    assert [one.id for one in await desk(stage).bookings_of(booking.citizen)] == []  # type: ignore[arg-type]  # - Anna's own


@pytest.mark.parametrize("asked", EVERY_PROMPT, ids=step_of)
async def test_it_ends_by_itself(stage: StraightStage, asked: Prompt) -> None:
    await store(stage).put(MINE, asked)

    stage.clock.advance(timedelta(hours=1, seconds=1))
    after_an_hour = store(stage).text(MINE)
    stage.clock.advance(timedelta(days=2))

    assert (after_an_hour is not None) == asked.rule.is_own
    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", EVERY_PROMPT, ids=step_of)
async def test_the_way_back_can_be_pressed_and_holds_no_words(stage: StraightStage, asked: Prompt) -> None:
    await store(stage).put(MINE, asked)
    await store(stage).leave(MINE)
    left = store(stage).left(MINE)

    assert (left is not None) == asked.rule.awaits_words  # a choice leaves the form before it to go back to
    assert TYPED not in str(left)
    screen = suspended.offer(left) if left else None
    assert screen is None or all(pack(one.action) for row in screen.rows for one in row)  # type: ignore[union-attr]  # - no links


@pytest.mark.parametrize("asked", [OtherTimePrompt(404), CancelReasonPrompt(404), ShiftTimePrompt(404)], ids=step_of)
async def test_what_is_asked_of_a_booking_that_is_gone_ends_with_the_refusal(
    stage: StraightStage, asked: Prompt
) -> None:
    await store(stage).put(MINE, asked)

    await stage.say("vera", "послезавтра 12:00")
    refused = (await stage.next("vera")).text
    await stage.silence()

    assert (store(stage).text(MINE), store(stage).left(MINE)) == (None, None)
    assert refused.startswith(("Этой записи", "С этой записью"))


async def test_a_toast_alone_ends_nothing(stage: StraightStage) -> None:
    anna, asked = Conversation("telegram", IDS["anna"], IDS["anna"]), QuestionPrompt()
    await stage.press_data("anna", "r:login-forgot:1")
    await store(stage).put(anna, asked)

    toast = await stage.press_data("anna", "r:login-forgot:1")

    assert (toast, store(stage).text(anna)) == ("Ваш ответ уже записан. Спасибо!", asked)


async def test_a_notice_ends_nothing(stage: StraightStage) -> None:
    await store(stage).put(MINE, AnswerPrompt(1))

    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")

    assert stage.wire.inbox[IDS["vera"]][-1].text.startswith("Вопрос № 1")
    assert store(stage).text(MINE) == AnswerPrompt(1)


@pytest.mark.parametrize("words", ["да", "Конечно можно!", "спасибо", "хорошо", "порхов", "нет"])
@pytest.mark.parametrize("asked", TOLD, ids=step_of)
async def test_the_first_words_after_it_was_left_hear_that_nothing_came_of_it(
    stage: StraightStage, asked: Prompt, words: str
) -> None:
    await store(stage).put(MINE, asked)
    await stage.say("vera", "/settings")

    told = [await all_said(stage, words), await all_said(stage, words)]

    nothing = suspended.offer(asked.without_words())
    assert nothing
    assert [texts.count(nothing.text) for texts in told] == [1, 0]


async def test_a_point_on_the_map_in_between_does_not_hide_that_nothing_was_sent(stage: StraightStage) -> None:
    await store(stage).put(MINE, AnswerPrompt(1))
    await stage.say("vera", "/settings")
    await stage.send("vera", "место")

    told = await all_said(stage, "Конечно можно!")

    nothing = suspended.offer(AnswerPrompt(1))
    assert nothing
    assert told.count(nothing.text) == 1


async def all_said(stage: StraightStage, text: str) -> list[str]:
    stage.wire.inbox[IDS["vera"]].clear()
    await stage.say("vera", text)
    return [shown.text for shown in stage.wire.inbox[IDS["vera"]]]


async def test_yes_that_another_question_takes_hears_of_nothing_else(stage: StraightStage) -> None:
    booking = await booked(stage)
    anna = Conversation("telegram", IDS["anna"], IDS["anna"])
    await store(stage).put(anna, QuestionPrompt())
    await pressed(stage, CancelVisit(booking.id, sure=False))
    stage.wire.inbox[IDS["anna"]].clear()

    await stage.say("anna", "да")

    told = [one.text.split(".")[0].split(":")[0] for one in stage.wire.inbox[IDS["anna"]]]
    assert told == ["Запись отменена"]
