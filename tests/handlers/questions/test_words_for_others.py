"""Words for another person: nothing goes unseen, twice, late, or after something else was opened."""

from datetime import timedelta

import pytest

from bot.screens.action import Action
from bot.screens.centre_edits.actions import MendCard
from bot.screens.centres.actions import FindCentre
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.my_bookings.actions import ShowVisits
from bot.screens.questions.actions import DropDraft, SendDraft
from tests.handlers.my_bookings.visiting import booked
from tests.stage import IDS, ODD, StraightStage
from tests.telegram.pressing import pressed, said

NOTHING_SENT = "Человеку ничего не отправлено."


async def asked(stage: StraightStage, text: str = "Можно с мамой?") -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", text)
    await stage.press("anna", "Отправить")


async def answers(stage: StraightStage) -> list[str | None]:
    rows = await stage.app.database.read(lambda db: db.execute("select answer from question order by id").fetchall())
    return [answer for (answer,) in rows]


async def kept(stage: StraightStage, words: str) -> int:
    """How many rows of what is awaited hold these words."""
    sql = "select count(*) from awaited where context like ?"
    (number,) = await stage.app.database.read(lambda db: db.execute(sql, (f"%{words}%",)).fetchone())
    return int(number)


@pytest.mark.parametrize("opened", ["/today", "/week", "/my", "/help", "❓ Вопросы и ответы", "/nosuchcommand"])
async def test_a_command_or_a_menu_word_ends_the_answer(stage: StraightStage, opened: str) -> None:
    await asked(stage)
    await stage.press("vera", "Ответить")
    await stage.say("vera", opened)

    shown = await said(stage, "порхов", "vera")

    assert (shown.text.startswith(NOTHING_SENT), await answers(stage)) == (True, [None])


@pytest.mark.parametrize("opened", [OpenVisit(1), FindCentre(), MendCard("pskov-pounb"), ShowVisits()])
async def test_a_screen_opened_by_a_button_ends_the_answer(stage: StraightStage, opened: Action) -> None:
    await booked(stage, centre="pskov-pounb")
    await asked(stage)
    await stage.press("vera", "Ответить")
    await pressed(stage, opened, "vera")

    await said(stage, "порхов", "vera")
    await stage.say("vera", "да")

    assert await answers(stage) == [None]


async def test_an_answer_goes_once_whatever_is_pressed_again(stage: StraightStage) -> None:
    await asked(stage)
    await stage.press("vera", "Ответить")
    await stage.say("vera", "Можно.")
    _, button = stage.wire.buttons[IDS["vera"]]["Отправить"]
    await stage.press_data("vera", button)
    stage.clock.advance(timedelta(hours=2))

    again = [await said_after(stage, button) for _ in range(2)]

    assert [text.split(".")[0] for text in again] == ["На вопрос № 1 вы уже ответили: «Можно"] * 2
    assert await answers(stage) == ["Можно."]
    assert len([one for one in stage.wire.inbox[IDS["anna"]] if one.text.startswith("Ответ библиотекаря")]) == 1


async def said_after(stage: StraightStage, button: str, person: str = "vera") -> str:
    stage.wire.inbox[IDS[person]].clear()
    await stage.press_data(person, button)
    return stage.wire.inbox[IDS[person]][-1].text


async def test_the_button_of_an_earlier_draft_sends_nothing(stage: StraightStage) -> None:
    await asked(stage)
    await stage.press("vera", "Ответить")
    await stage.say("vera", "Черновик.")
    _, old = stage.wire.buttons[IDS["vera"]]["Отправить"]
    await stage.say("vera", "Чистовик.")

    told = await said_after(stage, old)

    assert told.startswith("Этого черновика больше нет, человеку ничего не отправлено.")
    assert await answers(stage) == [None]


async def test_a_draft_lives_an_hour(stage: StraightStage) -> None:
    await asked(stage)
    await stage.press("vera", "Ответить")
    await stage.say("vera", "Можно.")
    stage.clock.advance(timedelta(hours=1, seconds=1))

    await stage.press("vera", "Отправить")

    assert await answers(stage) == [None]


@pytest.mark.parametrize("action", [SendDraft(7, 1), DropDraft(7, 1), SendDraft(7), DropDraft(7)])
async def test_a_stranger_presses_the_buttons_of_a_draft_in_vain(stage: StraightStage, action: Action) -> None:
    await asked(stage)

    shown = await pressed(stage, action, "boris")

    assert shown.text.split(":")[0] in {
        "Эта кнопка для библиотекарей. Напишите вопрос своими словами — я постараюсь ответить.",
        "Этого черновика у меня больше нет",
    }
    assert await answers(stage) == [None]


async def test_forgetting_and_the_sweep_erase_drafts(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Мой тайный вопрос")
    await stage.say("boris", "/ask")
    await stage.say("boris", "И мой тайный")
    before = await kept(stage, "тайный")

    await stage.press_data("anna", "f:1")
    after = await kept(stage, "тайный")
    stage.clock.advance(timedelta(hours=1, seconds=1))
    await stage.app.edge.dispatcher.workflow_data["awaited"].expire()

    assert (before, after, await kept(stage, "тайный")) == (2, 1, 0)


async def test_what_was_sent_is_kept_as_no_draft(stage: StraightStage) -> None:
    await asked(stage, "Мой тайный вопрос")

    assert await kept(stage, "тайный") == 0


async def test_a_draft_holds_no_secret(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Мой СНИЛС 112-233-445 95")

    assert (await kept(stage, "112"), await kept(stage, "[СНИЛС]")) == (0, 1)


async def test_an_album_is_answered_once(stage: StraightStage) -> None:
    await asked(stage)
    await stage.press("vera", "Ответить")
    stage.wire.inbox[IDS["vera"]].clear()

    await stage.send("vera", "альбом 3")

    (shown,) = stage.wire.inbox[IDS["vera"]]
    assert shown.text.startswith("Отправить так?")
    assert "Вместе уйдёт: 3 фото или файла." in stage.wire.changes[IDS["vera"]][-1].text


async def test_words_under_the_second_picture_of_an_album_are_not_lost(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.feed(message=stage.message("anna", **ODD["фото"], media_group_id="a1"))
    stage.wire.inbox[IDS["anna"]].clear()

    await stage.feed(message=stage.message("anna", **ODD["фото"], media_group_id="a1", caption="Что это?"))

    assert "Что это?" in stage.wire.inbox[IDS["anna"]][-1].text


async def test_a_second_message_that_makes_it_too_long_leaves_the_first_to_send(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "а" * 2000)

    shown = await said(stage, "б" * 2000, "anna")
    await stage.press("anna", "Отправить")

    assert shown.text.startswith("Вместе с тем, что уже написано, это слишком длинно")
    assert "а" * 2000 in stage.wire.inbox[IDS["vera"]][-1].text


async def test_a_secret_in_two_messages_is_hidden_when_they_are_joined(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Мой СНИЛС")

    shown = await said(stage, "112-233-445 95 не подходит", "anna")

    assert "112" not in shown.text
