"""Staff who have never pressed «Начать»: a question waits for the first of them, and nobody is promised in vain."""

from pathlib import Path

import pytest

from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.people import Address
from bot.screens.callback_data import pack
from bot.screens.centre_edits.actions import SendChange
from tests.dialogue import Shown
from tests.stage import IDS, StraightStage, straight_stage

NOBODY = "Вопрос я записал, но прочитать его сейчас некому"


async def asked(stage: StraightStage, words: str = "Где мой код?") -> str:
    await stage.say("anna", "/ask")
    await stage.say("anna", words)
    await stage.press("anna", "Отправить")
    last: Shown = stage.wire.inbox[IDS["anna"]][-1]
    return last.text


def texts(stage: StraightStage, person: str) -> list[str]:
    said = [shown.text for shown in stage.wire.inbox[IDS[person]]]
    stage.wire.inbox[IDS[person]].clear()
    return said


@pytest.fixture
async def alone(tmp_path: Path) -> object:
    """Two admins are named in the settings, neither has ever written to the bot."""
    async with straight_stage(tmp_path, strangers=("vera", "gleb")) as stage:
        yield stage


async def test_where_no_admin_has_ever_started_the_bot_the_person_is_told(alone: StraightStage) -> None:
    said = await asked(alone)

    assert said.startswith(NOBODY)
    assert "Передал" not in said


async def test_a_question_that_reached_nobody_comes_to_the_first_who_starts(alone: StraightStage) -> None:
    await asked(alone)

    await alone.start("gleb")
    await alone.app.edge.delivery_worker.deliver_due()

    assert [text for text in texts(alone, "gleb") if text.startswith("Вопрос № 1")] != []
    assert (await asked(alone, "А теперь?")).startswith("Передал ваш вопрос библиотекарю.")


async def test_any_word_in_private_is_as_good_as_start(alone: StraightStage) -> None:
    await asked(alone)
    del alone.wire.refused[IDS["vera"]]

    await alone.say("vera", "/today")
    await alone.app.edge.delivery_worker.deliver_due()

    assert any(text.startswith("Вопрос № 1") for text in texts(alone, "vera"))


async def test_a_librarian_who_joins_gets_what_waits(alone: StraightStage) -> None:
    await asked(alone)
    await alone.start("gleb")
    await alone.app.edge.delivery_worker.deliver_due()
    await alone.block("gleb", on=True)
    await asked(alone, "Второй?")
    token, _ = await alone.app.services.staff.invitations.make(
        alone.app.services.files.directory.now.centres[0].id, next(iter(alone.app.services.staff.roster.admins))
    )

    await alone.say("boris", f"/start s_{token}")
    await alone.app.edge.delivery_worker.deliver_due()

    questions = [text.split(",")[0] for text in texts(alone, "boris") if text.startswith("Вопрос")]
    assert questions == ["Вопрос № 1", "Вопрос № 2"]


async def test_one_who_has_never_started_is_found_out_by_a_notice(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.block("gleb", on=True)
        stage.wire.refused[IDS["vera"]] = stage.wire.refused[IDS["gleb"]]  # nobody has told of it

        first, second = await asked(stage), await asked(stage, "Есть кто?")

        assert (first.startswith("Передал"), second.startswith(NOBODY)) == (True, True)


async def test_an_answered_question_is_not_told_to_whoever_comes_back(alone: StraightStage) -> None:
    await asked(alone)
    await alone.start("gleb")
    await alone.app.edge.delivery_worker.deliver_due()
    await alone.press("gleb", "Ответить")
    await alone.say("gleb", "Вот.")
    await alone.press("gleb", "Отправить")

    await alone.start("vera")
    await alone.app.edge.delivery_worker.deliver_due()

    assert not any(text.startswith("Вопрос № 1") for text in texts(alone, "vera"))


async def test_a_change_of_a_card_is_not_said_to_be_with_an_admin_who_never_came(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]}), strangers=("gleb",)) as stage:
        del stage.wire.refused[IDS["gleb"]]
        await stage.open_booking()
        await stage.block("gleb", on=True)
        desk = stage.app.edge.dispatcher.workflow_data["card_edit_service"]
        vera = Address("telegram", IDS["vera"])
        change = await desk.draft(vera, CentreId("pskov-pounb"), CardPart.PHONE, "8 (811) 266-21-11")

        await stage.press_data("vera", pack(SendChange(change.id)))
        said = texts(stage, "vera")[-1]
        await stage.block("gleb", on=False)

        assert said.startswith("Спасибо, записал. Но администратор пока не на связи с ботом")
        assert any(text.startswith("Правка карточки № 1") for text in texts(stage, "gleb"))


async def test_who_works_here_no_more_gets_no_question_when_he_comes_back(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        admin = next(iter(stage.app.services.staff.roster.admins))
        token, _ = await stage.app.services.staff.invitations.make(
            stage.app.services.files.directory.now.centres[0].id, admin
        )
        await stage.say("boris", f"/start s_{token}")
        await stage.block("boris", on=True)
        await asked(stage)
        await stage.app.edge.delivery_worker.deliver_due()
        await stage.app.services.staff.roster.remove(
            stage.app.services.staff.roster.members[0].id, Address("telegram", IDS["gleb"])
        )
        await stage.app.edge.delivery_worker.deliver_due()

        await stage.block("boris", on=False)
        await stage.app.edge.delivery_worker.deliver_due()

        assert [text for text in texts(stage, "boris") if text.startswith("Вопрос")] == []
