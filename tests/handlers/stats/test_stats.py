"""Who may read which figures, and what comes of odd buttons, full disks and letters."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import SendDocument
from aiogram.types import BufferedInputFile
from openpyxl import load_workbook

from bot.centres.centre import CentreId
from bot.handlers.stats import rendering
from bot.handlers.stats.notices import stats_renders
from bot.handlers.stats.reports import Reports
from bot.people import Address
from bot.screens.callback_data import pack
from bot.screens.stats.actions import MakeReport, MakeRows, NamePeriod, ShowFigures, ShowSpan, ShowUnhelpful
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.interaction import InteractionKind
from bot.stats.report_mail import MONTH_LETTER, WEEK_LETTER, ReportMail
from bot.storage.tables.notices import NoticeStore
from tests.dialogue import Shown
from tests.stage import IDS, StraightStage, straight_stage

OUTDATED = "Эта кнопка устарела."
BORIS = Address("telegram", IDS["boris"])
WEEK: dict[str, str | int] = {"first": 2026_11_16, "last": 2026_11_24}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


def reporter(stage: StraightStage) -> Reports:
    found = stage.app.edge.dispatcher.workflow_data["reports"]
    assert isinstance(found, Reports)
    return found


async def let_in(stage: StraightStage, person: str, *centres: str) -> None:
    """As a librarian, by real invitations."""
    for centre in centres:
        gleb, newcomer = Address("telegram", IDS["gleb"]), Address("telegram", IDS[person])
        token, _ = await stage.app.services.staff.invitations.make(CentreId(centre), gleb)
        await stage.app.services.staff.invitations.accept(token, newcomer, person)
    stage.wire.inbox[IDS["gleb"]].clear()


async def pressed(stage: StraightStage, person: str, action: Any) -> Shown:
    await stage.press_data(person, pack(action))
    return (stage.wire.inbox[IDS[person]] or [Shown("")])[-1]


@pytest.mark.parametrize(
    "action",
    [
        ShowFigures(2**53, 2**53),
        ShowFigures(0, 0),
        ShowFigures(2026_02_30, 2026_03_01),
        ShowFigures(2026_03_02, 2026_03_01),
        ShowFigures(2026_01_01, 2026_11_24, "no-such-centre"),
        ShowFigures(20251231, 2**40),
        ShowSpan("century"),
        NamePeriod("no-such-centre"),
        MakeReport(1, 2),
        MakeRows(2100_13_01, 2100_13_02),
        ShowUnhelpful(2**53, 1),
    ],
)
async def test_a_button_no_version_has_written_is_outdated(stage: StraightStage, action: Any) -> None:
    assert (await pressed(stage, "gleb", action)).text.startswith(OUTDATED)


async def test_a_button_of_days_to_come_says_so(stage: StraightStage) -> None:
    shown = await pressed(stage, "gleb", ShowFigures(2027_01_01, 2027_12_31))

    assert shown.text == "Это время ещё не настало: 2027 год. Напишите дни, которые уже прошли."


@pytest.mark.parametrize("action", [ShowFigures(2026_01_01, 2026_11_24, "ostrov"), MakeReport(2026_01_01, 2026_11_24)])
async def test_a_librarian_sees_no_other_centre_and_not_all(stage: StraightStage, action: Any) -> None:
    await let_in(stage, "boris", "pechory", "porkhov")

    shown = await pressed(stage, "boris", action)

    assert shown.text == "Показатели этого центра видят его библиотекари и администраторы."


async def test_a_citizen_who_forges_a_button_sees_nothing(stage: StraightStage) -> None:
    shown = await pressed(stage, "anna", ShowSpan("year"))

    assert shown.text == "Показатели этого центра видят его библиотекари и администраторы."


async def test_what_editors_need_is_for_admins(stage: StraightStage) -> None:
    shown = await pressed(stage, "anna", ShowUnhelpful(2026_01_01, 2026_11_24))

    assert shown.text.startswith("Эта команда для администраторов.")


async def test_a_librarian_of_two_centres_chooses_one_and_finds_the_other_beside_it(stage: StraightStage) -> None:
    await let_in(stage, "boris", "pechory", "ostrov")

    await stage.say("boris", "/stats")
    choice = stage.wire.inbox[BORIS.id].pop()
    await stage.say("boris", "2")

    shown = stage.wire.inbox[BORIS.id].pop()
    assert choice.text == "Какой центр? Нажмите или напишите номер."
    assert shown.text.startswith(choice.labels[1].removeprefix("2. "))
    assert choice.labels[0].removeprefix("1. ") in shown.labels


async def test_in_a_group_figures_are_not_told(stage: StraightStage) -> None:
    group = {"id": -100, "type": "supergroup", "title": "Библиотекари"}
    message = stage.message("gleb", text="/stats") | {"chat": group}

    await stage.feed(message=message)

    assert stage.wire.inbox[-100][-1].text.startswith("Об этом лучше лично")


FULL, SHUT = NotWrittenError(Path("f"), "", no_room=True), NotWrittenError(Path("f"), "Read-only", no_room=False)


@pytest.mark.parametrize(("error", "words"), [(FULL, "на диске нет места"), (SHUT, "файл не записывается")])
@pytest.mark.parametrize("action", [MakeReport(2026_11_01, 2026_11_24), MakeRows(2026_11_01, 2026_11_24)])
async def test_a_disk_that_takes_no_file_is_told_in_words(
    stage: StraightStage, monkeypatch: pytest.MonkeyPatch, action: Any, error: NotWrittenError, words: str
) -> None:
    async def refuse(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(rendering.Renderer, "bind", refuse)
    monkeypatch.setattr(rendering.Renderer, "write_rows", refuse)

    shown = await pressed(stage, "gleb", action)

    assert shown.text.startswith(f"Отчёт не сделан: {words}.")


async def test_rows_that_had_no_room_are_told(stage: StraightStage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.say("anna", "забыла пароль")
    await stage.say("anna", "привет")
    monkeypatch.setattr("bot.handlers.stats.reports.MOST_ROWS", 1)

    shown = await pressed(stage, "gleb", MakeRows(2026_11_01, 2026_11_24))

    assert "Поместились только первые, всего 1. За остальными возьмите дни покороче." in shown.text


async def test_no_folder_for_the_file_is_no_room_too(stage: StraightStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/dev/full/nowhere")

    shown = await pressed(stage, "gleb", MakeReport(2026_11_01, 2026_11_24))

    assert shown.text.startswith("Отчёт не сделан: файл не записывается.")


async def test_the_workbook_of_the_chat_says_what_the_chat_says(stage: StraightStage, tmp_path: Path) -> None:
    await stage.say("anna", "забыла пароль")
    await pressed(stage, "gleb", MakeReport(2026_11_01, 2026_11_24))
    (sent,) = (call.document for call in stage.wire.calls if isinstance(call, SendDocument))
    assert isinstance(sent, BufferedInputFile)
    (tmp_path / "f.xlsx").write_bytes(sent.data)

    book = load_workbook(tmp_path / "f.xlsx")
    summary = {row[0]: row[1] for row in book["Сводка"].iter_rows(values_only=True)}
    assert book.sheetnames[:3] == ["Сводка", "6-НК", "Правовые центры"]
    assert (summary["Пользователи"], summary["Выполнено запросов"], summary["Мероприятия"]) == (1, 1, None)
    assert summary["Записаны на дни после этих"] == 0


async def test_a_letter_of_nothing_is_not_sent(stage: StraightStage) -> None:
    told = stats_renders(reporter(stage))

    assert await told[WEEK_LETTER](WEEK) is None
    assert await told[MONTH_LETTER](WEEK | {"centre": "ostrov"}) is None
    assert await told[MONTH_LETTER](WEEK | {"centre": "gone"}) is None


async def test_the_weekly_letter_tells_what_stats_tells(stage: StraightStage) -> None:
    await stage.say("anna", "забыла пароль")

    letter = await stats_renders(reporter(stage))[WEEK_LETTER](WEEK)

    assert letter is not None
    assert letter.text.startswith("<b>Неделя в цифрах: все центры, 16–24 ноября 2026</b>\n\nЛюдей: 1.")
    assert letter.rows


async def test_letters_reach_admins_once_though_the_bot_is_restarted(stage: StraightStage) -> None:
    await stage.say("anna", "забыла пароль")
    stage.clock.advance(timedelta(days=5, hours=21))  # Monday, 9:00 in Pskov
    await look_twice(stage)
    await stage.restart()
    await look_twice(stage)

    letters = [[shown.text[:40] for shown in stage.wire.inbox[IDS[admin]]] for admin in ("gleb", "vera")]

    assert letters == [["Неделя в цифрах: все центры, 23–29 ноября"[:40]]] * 2


async def look_twice(stage: StraightStage) -> None:
    admins = frozenset({Address("telegram", IDS["gleb"]), Address("telegram", IDS["vera"])})
    for _ in range(2):
        letters = ReportMail(NoticeStore(stage.app.database), admins, tuple, stage.clock, reporter(stage).zone)
        await letters.send_due()
        await stage.app.edge.delivery_worker.deliver_due()


async def test_the_monthly_letter_names_the_centre(stage: StraightStage) -> None:
    reporter(stage).journal.record(BORIS, InteractionKind.CENTRE_FOUND, centre="ostrov")

    letter = await stats_renders(reporter(stage))[MONTH_LETTER](WEEK | {"centre": "ostrov"})

    assert letter is not None
    assert letter.text.startswith("<b>Месяц в цифрах: ")


async def test_the_year_of_the_buttons_moves_with_the_clock(stage: StraightStage) -> None:
    stage.clock.advance(timedelta(days=60))

    shown = await pressed(stage, "gleb", ShowSpan("last_year"))

    assert "2026 год" in shown.text
