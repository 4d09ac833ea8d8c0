"""Whoever presses a staff's button is checked at that press; what cannot be done is said and nothing is lost."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SetMyCommands
from aiogram.types import BotCommandScopeChat

from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.people import Address
from bot.screens.callback_data import pack
from bot.screens.centre_edits.actions import DecideChange, NamePart, SendChange
from bot.screens.staff.actions import RemoveLibrarian
from bot.staff.card_edit_service import CardEditService
from bot.staff.invitations import Invitations
from bot.staff.roster import Roster
from tests.stage import IDS, StraightStage, straight_stage

CENTRE, OTHER = CentreId("porkhov"), CentreId("dno")


BORIS, GLEB = Address("telegram", IDS["boris"]), Address("telegram", IDS["gleb"])


GROUP = {"id": -1001, "type": "supergroup", "title": "Стол"}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        yield stage


def desk(stage: StraightStage) -> CardEditService:
    given = stage.app.edge.dispatcher.workflow_data["card_edit_service"]
    assert isinstance(given, CardEditService)
    return given


async def hire(stage: StraightStage, *centres: CentreId) -> None:
    """Boris works at these centres, and everything said about it is heard."""
    invitations: Invitations = stage.app.edge.dispatcher.workflow_data["invitations"]
    for centre in centres:
        token, _ = await invitations.make(centre, GLEB)
        await stage.say("boris", f"/start s_{token}")
    hush(stage)


def hush(stage: StraightStage) -> None:
    stage.wire.inbox.clear()
    stage.wire.changes.clear()


def menus(stage: StraightStage) -> list[tuple[int, set[str]]]:
    """Whose commands were set, and which."""
    return [
        (int(call.scope.chat_id), {command.command for command in call.commands})
        for call in stage.wire.calls
        if isinstance(call, SetMyCommands) and isinstance(call.scope, BotCommandScopeChat)
    ]


async def test_a_librarian_gets_her_commands_with_start(stage: StraightStage) -> None:
    await hire(stage, CENTRE)
    stage.wire.calls.clear()

    await stage.say("boris", "/start")
    await stage.say("anna", "/start")

    assert [(who, "today" in words, "status" in words) for who, words in menus(stage)] == [(IDS["boris"], True, False)]


STAFFS = ["sm:porkhov", "j:porkhov", "sp:porkhov:hours", "ss:1", "y:1:1", "sn:invite", "si:porkhov", "sl:0", "sr:1:1"]


@pytest.mark.parametrize("data", STAFFS)
async def test_a_strangers_press_is_answered_and_does_nothing(stage: StraightStage, data: str) -> None:
    await hire(stage, CENTRE)
    await desk(stage).draft(BORIS, CENTRE, CardPart.SITE, "нет")

    await stage.press_data("anna", data)

    roster: Roster = stage.app.edge.dispatcher.workflow_data["roster"]
    assert (await stage.next("anna")).text
    await stage.silence()
    assert len(roster.members) == 1
    assert not (stage_data(stage) / "previous").exists()


def stage_data(stage: StraightStage) -> Path:
    return desk(stage)._editor.file.parent


FORGED = ["sm:nowhere", "j:nowhere", "sp:porkhov:nothing", "sp:nowhere:hours", "ss:99", "y:99:1", "si:nowhere", "sn:x"]


@pytest.mark.parametrize("data", [*FORGED, "sl:4000", "sr:99:1", "sr:99:0"])
async def test_an_admins_forged_or_old_press_is_answered_too(
    stage: StraightStage, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.press_data("gleb", data)

    assert stage.wire.inbox[IDS["gleb"]] or stage.wire.changes[IDS["gleb"]]
    assert caplog.records == []


@pytest.mark.parametrize("text", ["/invite", "/staff"])
async def test_in_a_group_admins_are_asked_to_write_in_private(stage: StraightStage, text: str) -> None:
    await stage.feed(message=stage.message("gleb", text=text) | {"chat": GROUP})

    assert stage.wire.inbox[-1001][0].text.startswith("Об этом лучше лично")


async def test_an_invitation_is_not_used_up_in_a_group(stage: StraightStage) -> None:
    invitations: Invitations = stage.app.edge.dispatcher.workflow_data["invitations"]
    token, _ = await invitations.make(CENTRE, GLEB)

    await stage.feed(message=stage.message("boris", text=f"/start s_{token}") | {"chat": GROUP})
    await stage.say("boris", f"/start s_{token}")

    assert (await stage.next("boris")).text.startswith("Здравствуйте! Теперь вы библиотекарь здесь: Порховская")


async def test_the_menu_of_commands_follows_the_role(stage: StraightStage) -> None:
    await hire(stage, CENTRE, OTHER)
    roster: Roster = stage.app.edge.dispatcher.workflow_data["roster"]
    first, second = roster.members

    await stage.press_data("gleb", pack(RemoveLibrarian(first.id, sure=True)))
    kept = menus(stage)[-1]
    await stage.press_data("gleb", pack(RemoveLibrarian(second.id, sure=True)))

    assert (kept[0], {"hours", "poster"} <= kept[1], "invite" in kept[1]) == (IDS["boris"], True, False)
    assert (menus(stage)[-1][0], "hours" in menus(stage)[-1][1]) == (IDS["boris"], False)


async def test_an_admin_who_joins_keeps_his_own_commands(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        invitations: Invitations = stage.app.edge.dispatcher.workflow_data["invitations"]
        token, _ = await invitations.make(CENTRE, GLEB)

        await stage.say("vera", f"/start s_{token}")

        assert {"invite", "staff", "hours", "poster", "unanswered"} <= menus(stage)[-1][1]


async def test_a_librarian_of_two_centres_chooses_by_number(stage: StraightStage) -> None:
    await hire(stage, CENTRE, OTHER)

    await stage.say("boris", "/hours")
    asked = await stage.next("boris")
    await stage.say("boris", "2")

    assert asked.labels == ("1. Порховская центральная библиотека", "2. Дновская районная библиотека", "🏠 В начало")
    assert "Дновская районная библиотека" in (await stage.next("boris")).text


async def test_a_librarian_gets_the_poster_of_his_centre(stage: StraightStage) -> None:
    await hire(stage, CENTRE)

    await stage.say("boris", "/poster")

    assert any("плакат-porkhov.pdf" in shown.text for shown in stage.wire.inbox[IDS["boris"]])


async def test_an_admin_with_a_centre_of_his_own_may_take_another(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        invitations: Invitations = stage.app.edge.dispatcher.workflow_data["invitations"]
        token, _ = await invitations.make(CENTRE, GLEB)
        await stage.say("vera", f"/start s_{token}")
        hush(stage)

        await stage.say("vera", "/poster")
        labels = (await stage.next("vera")).labels
        await stage.press("vera", "Другой центр")
        await stage.next("vera")
        await stage.say("vera", "dno")

        assert labels == ("1. Порховская центральная библиотека", "Другой центр", "🏠 В начало")
        assert (await stage.next("vera")).labels[0] == "1. Дновская районная библиотека"


async def test_a_librarian_whose_centre_has_vanished_is_told(stage: StraightStage) -> None:
    await hire(stage, CENTRE)
    file = stage_data(stage) / "centres.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: porkhov\n", "id: porkhov-new\n"), encoding="utf-8")
    await stage.app.edge.dispatcher.workflow_data["directory"].refresh()

    await stage.say("boris", "/hours")

    assert "больше нет" in (await stage.next("boris")).text


async def test_a_value_typed_after_the_right_is_gone_is_not_kept(stage: StraightStage) -> None:
    await hire(stage, CENTRE)
    await stage.press_data("boris", pack(NamePart(CENTRE, CardPart.SITE)))
    roster: Roster = stage.app.edge.dispatcher.workflow_data["roster"]
    await roster.remove(roster.members[0].id, Address("telegram", IDS["gleb"]))
    await stage.app.edge.delivery_worker.deliver_due()
    hush(stage)

    await stage.say("boris", "vk.com/porkhov")
    await stage.say("boris", "привет")

    assert (await stage.next("boris")).text.startswith("Править эту карточку могут только")
    assert "Править" not in (await stage.next("boris")).text


async def test_a_centre_named_after_the_right_is_gone_is_not_looked_for(stage: StraightStage) -> None:
    await stage.say("gleb", "/invite")
    await stage.next("gleb")
    stage._settings = stage._settings.model_copy(update={"admins": frozenset({IDS["vera"]})})
    await stage.restart()

    await stage.say("gleb", "Порхов")
    await stage.say("gleb", "привет")

    assert (await stage.next("gleb")).text.startswith("Эта команда для администраторов.")
    assert "администраторов" not in (await stage.next("gleb")).text


async def test_a_read_only_folder_is_told_with_what_to_do_and_the_change_waits(stage: StraightStage) -> None:
    await hire(stage, CENTRE)
    draft = await desk(stage).draft(BORIS, CENTRE, CardPart.SITE, "porkhov.example")
    await stage.press_data("boris", pack(SendChange(draft.id)))
    hush(stage)
    blocked = stage_data(stage) / "centres.yaml.new"
    blocked.mkdir()

    await stage.press_data("gleb", pack(DecideChange(draft.id, accept=True)))
    told = await stage.next("gleb")
    blocked.rmdir()
    await stage.press("gleb", "✅ Принять")

    assert "не записан" in told.text
    assert "уберите «:ro»" in told.text
    assert "site: https://porkhov.example" in told.text
    assert (await stage.next("gleb")).text.startswith("Готово: карточка")


async def test_an_admins_own_change_waits_in_a_read_only_folder_too(stage: StraightStage) -> None:
    draft = await desk(stage).draft(GLEB, CENTRE, CardPart.SITE, "porkhov.example")
    blocked = stage_data(stage) / "centres.yaml.new"
    blocked.mkdir()

    await stage.press_data("gleb", pack(SendChange(draft.id)))
    labels = (await stage.next("gleb")).labels
    blocked.rmdir()
    await stage.press("gleb", "✅ Записать")

    assert labels == ("✅ Записать", "🏠 В начало")
    assert (await stage.next("gleb")).text.startswith("Готово: карточка")


async def test_a_notice_of_a_change_decided_before_it_was_sent_is_not_sent(stage: StraightStage) -> None:
    await hire(stage, CENTRE)
    draft = await desk(stage).draft(BORIS, CENTRE, CardPart.SITE, "нет")
    await desk(stage).send(draft.id, BORIS)
    await desk(stage).decide(draft.id, GLEB, accept=False)

    await stage.app.edge.delivery_worker.deliver_due()

    assert (await stage.next("boris")).labels[0] == "Написать ещё раз"
    await stage.silence()


async def test_information_only_hands_no_questions_to_librarians(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode="information", admins=frozenset({IDS["gleb"]})) as stage:
        await hire(stage, CENTRE)

        await stage.say("anna", "/ask")

        assert (await stage.next("anna")).text.startswith("Передать вопрос библиотекарю здесь пока нельзя.")


async def test_a_menu_that_telegram_refuses_costs_nothing(
    stage: StraightStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise TelegramBadRequest(SetMyCommands(commands=[]), "chat not found")

    monkeypatch.setattr(type(stage.app.edge.bot), "set_my_commands", refuse)

    await hire(stage, CENTRE)
    await stage.say("boris", "/hours")

    assert (await stage.next("boris")).text.startswith("Так вашу карточку видят люди.")
