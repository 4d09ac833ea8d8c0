"""Whatever was asked for is awaited no longer once another screen is shown; what belongs to it leaves it standing."""

from datetime import timedelta

import pytest

from bot.conversation import Awaited, Conversation, Wait
from bot.handlers.features import ROUTES
from bot.screens import left_behind
from bot.screens.action import Action
from bot.screens.actions import ShowArticle
from bot.screens.own_visit_actions import CancelVisit, ShowVisits
from bot.screens.packing import pack
from bot.screens.visit_actions import BookDays
from bot.storage.awaited import AwaitedStore
from tests.handlers.pressing import pressed, said
from tests.handlers.visiting import booked, desk
from tests.telegram import IDS, StraightStage

DAYS = pack(BookDays("doctor", "ostrov"))
ASKED = {
    Wait.QUESTION: "login-code",
    Wait.ANSWER: "1",
    Wait.PLACE: "",
    Wait.CENTRE: "card",
    Wait.CHANGE: "hours:ostrov",
    Wait.VISIT_PLACE: DAYS,
    Wait.WHEN: DAYS,
    Wait.OTHER_TIME: "1 2026-11-27",
    Wait.CALLED: f"{DAYS}\n0Анна",
    Wait.REASON: "1",
    Wait.DESK: "why:1:болеет",
    Wait.EDIT: "keep:login-code\nНовый текст",
    Wait.CLOSURE: "why:ostrov:29932740:29934180",
    Wait.PERIOD: "ostrov",
}
KINDS = [Awaited(what, context) for what, context in ASKED.items()]
MINE = Conversation("telegram", IDS["vera"], IDS["vera"])
LONGER_THAN_AN_HOUR = {Wait.VISIT_PLACE, Wait.WHEN, Wait.CALLED, Wait.OTHER_TIME}


def store(stage: StraightStage) -> AwaitedStore:
    found = stage.app.dispatcher.workflow_data["awaited"]
    assert isinstance(found, AwaitedStore)
    return found


def test_every_kind_of_text_is_tried_here() -> None:
    assert set(ASKED) == set(ROUTES.awaited)


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.what)
@pytest.mark.parametrize("opened", ["/settings", "❓ Вопросы и ответы", "/start c_ostrov"])
async def test_a_command_or_the_menu_ends_it(stage: StraightStage, asked: Awaited, opened: str) -> None:
    await store(stage).put(MINE, asked)

    await stage.say("vera", opened)

    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.what)
@pytest.mark.parametrize("action", [ShowArticle("login-forgot"), ShowVisits()])
async def test_a_button_of_something_else_ends_it(stage: StraightStage, asked: Awaited, action: Action) -> None:
    await store(stage).put(MINE, asked)

    await pressed(stage, action, "vera")

    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.what)
async def test_yes_to_a_question_asked_later_is_no_answer_to_it(stage: StraightStage, asked: Awaited) -> None:
    booking = await booked(stage)
    await store(stage).put(Conversation("telegram", IDS["anna"], IDS["anna"]), asked)
    await pressed(stage, CancelVisit(booking.id, sure=False))

    shown = await said(stage, "да")

    assert shown.text.startswith("Запись отменена")
    assert [one.id for one in await desk(stage).of(booking.citizen)] == []  # type: ignore[arg-type]  # - Anna's own


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.what)
async def test_it_ends_by_itself(stage: StraightStage, asked: Awaited) -> None:
    await store(stage).put(MINE, asked)

    stage.clock.advance(timedelta(hours=1, seconds=1))
    after_an_hour = store(stage).text(MINE)
    stage.clock.advance(timedelta(days=2))

    assert (after_an_hour is not None) == (asked.what in LONGER_THAN_AN_HOUR)
    assert store(stage).text(MINE) is None


@pytest.mark.parametrize("asked", KINDS, ids=lambda asked: asked.what)
async def test_the_way_back_can_be_pressed_and_holds_no_words(stage: StraightStage, asked: Awaited) -> None:
    await store(stage).put(MINE, asked)
    await store(stage).leave(MINE)
    left = store(stage).left(MINE)

    assert left is not None
    assert not {"Анна", "болеет", "Новый текст"} & set(left.context.replace("\n", ":").split(":"))
    screen = left_behind.offer(left)
    assert screen is None or all(pack(one.action) for row in screen.rows for one in row)  # type: ignore[union-attr]  # - no links


async def test_a_toast_alone_ends_nothing(stage: StraightStage) -> None:
    anna, asked = Conversation("telegram", IDS["anna"], IDS["anna"]), Awaited(Wait.QUESTION)
    await stage.press_data("anna", "r:login-forgot:1")
    await store(stage).put(anna, asked)

    toast = await stage.press_data("anna", "r:login-forgot:1")

    assert (toast, store(stage).text(anna)) == ("Ваш ответ уже записан. Спасибо!", asked)


async def test_a_notice_ends_nothing(stage: StraightStage) -> None:
    await store(stage).put(MINE, Awaited(Wait.ANSWER, "1"))

    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")

    assert stage.wire.inbox[IDS["vera"]][-1].text.startswith("Вопрос № 1")
    assert store(stage).text(MINE) == Awaited(Wait.ANSWER, "1")


@pytest.mark.parametrize("words", ["да", "Конечно можно!", "спасибо", "хорошо", "порхов", "нет"])
@pytest.mark.parametrize("what", [Wait.ANSWER, Wait.QUESTION, Wait.CHANGE, Wait.CLOSURE, Wait.EDIT])
async def test_the_first_words_after_it_was_left_hear_that_nothing_came_of_it(
    stage: StraightStage, what: Wait, words: str
) -> None:
    asked = Awaited(what, ASKED[what])
    await store(stage).put(MINE, asked)
    await stage.say("vera", "/settings")

    told = [await all_said(stage, words), await all_said(stage, words)]

    nothing = left_behind.offer(Awaited(what, ASKED[what].partition("\n")[0]))
    assert nothing
    assert [texts.count(nothing.text) for texts in told] == [1, 0]


async def all_said(stage: StraightStage, text: str) -> list[str]:
    stage.wire.inbox[IDS["vera"]].clear()
    await stage.say("vera", text)
    return [shown.text for shown in stage.wire.inbox[IDS["vera"]]]


async def test_yes_to_another_question_hears_before_its_answer_that_nothing_went(stage: StraightStage) -> None:
    booking = await booked(stage)
    anna = Conversation("telegram", IDS["anna"], IDS["anna"])
    await store(stage).put(anna, Awaited(Wait.QUESTION))
    await pressed(stage, CancelVisit(booking.id, sure=False))
    stage.wire.inbox[IDS["anna"]].clear()

    await stage.say("anna", "да")

    told = [one.text.split(".")[0].split(":")[0] for one in stage.wire.inbox[IDS["anna"]]]
    assert told == ["Библиотекарю ничего не передано", "Запись отменена"]
