"""Whatever people send, they get a visible answer and the bot goes on."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from tests.dialogue import DESK
from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


NOISE = {
    "4096 letters": "ж" * 4096,
    "4096 words of sense": ("как восстановить пароль " * 200)[:4096],
    "emoji": "😀" * 100,
    "punctuation": "?!.,;:—" * 50,
    "control": "\x00\x01\x1b[31m\u202e",
    "html": "<b>жирный</b> <script>alert(1)</script> &amp;",
    "sql": "'; drop table person; --",
    "chinese": "如何在国家服务网站上注册",
    "superscript digits": "²³¹",
    "full width": "１２３",
    "only spaces": "   \n\t ",
    "lone surrogate": "привет \ud800",
    "a slash": "/",
    "a strange command": "/НЕТ такой",
}


@pytest.mark.parametrize("text", NOISE.values(), ids=NOISE.keys())
async def test_any_text_gets_one_visible_answer(
    stage: StraightStage, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.say("anna", text)

    assert (await stage.next("anna")).text
    await stage.silence()
    assert caplog.records == []


FORGED = [
    "",
    "zz",
    "a",
    "a:",
    "a:<b>:s",
    "a:login-forgot",
    "g:нет:0",
    "g:signin:-1",
    "g:signin:９",
    "b:" + "9" * 30,
    "\udcff",
    "h:1",
    "w:7",
]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_or_outdated_button_is_answered(stage: StraightStage, data: str) -> None:
    await stage.press_data("anna", data)

    assert (await stage.next("anna")).text
    await stage.silence()


async def test_a_page_far_beyond_the_end_shows_the_last_one(stage: StraightStage) -> None:
    await stage.press_data("anna", "b:4000")

    assert (await stage.next_change("anna")).text.endswith("Страница 2 из 2.")


async def test_a_button_of_a_shelf_that_is_gone_leads_on(stage: StraightStage) -> None:
    await stage.press_data("anna", "g:no-such-shelf:0")

    assert (await stage.next_change("anna")).text.startswith("Этого ответа больше нет")


async def test_rating_an_answer_that_is_gone_is_counted_and_answered(stage: StraightStage) -> None:
    await stage.press_data("anna", "r:no-such-article:0")

    assert (await stage.next("anna")).text.startswith("Этого ответа больше нет")


async def test_pressing_a_librarians_button_needs_a_librarian(stage: StraightStage) -> None:
    await stage.press_data("boris", "w:1")

    assert (await stage.next("boris")).text.startswith("Эта кнопка для библиотекарей.")


async def test_a_question_erased_by_its_author_cannot_be_answered(stage: StraightStage) -> None:
    await stage.press_data("vera", "w:1")

    assert (await stage.next("vera")).text.startswith("Этого вопроса больше нет")


async def test_paging_the_same_page_twice_is_silent(stage: StraightStage) -> None:
    await stage.press_data("anna", "b:1")
    await stage.next_change("anna")

    await stage.press_data("anna", "b:1")

    await stage.silence()


async def test_a_failure_is_told_with_the_code_that_the_log_has(
    stage: StraightStage, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.app.database.write(lambda db: db.execute("drop table opinion"))

    await stage.press_data("anna", "r:login-forgot:1")

    told = (await stage.next("anna")).text
    code = told.rpartition("код: ")[2].rstrip(".")
    assert told.startswith("Не получилось ответить: у меня неполадка.")
    assert f"'code': '{code}'" in caplog.text


async def test_a_person_who_blocked_the_bot_is_marked_and_unmarked_when_back(stage: StraightStage) -> None:
    stage.wire.failing = TelegramForbiddenError(
        SendMessage(chat_id=1, text="x"), "Forbidden: bot was blocked by the user"
    )

    await stage.say("anna", "спасибо")

    assert await _unreachable(stage, IDS["anna"])
    await stage.feed(my_chat_member=_membership(stage, "anna", "member"))
    assert not await _unreachable(stage, IDS["anna"])
    await stage.feed(my_chat_member=_membership(stage, "anna", "kicked"))
    assert await _unreachable(stage, IDS["anna"])


async def test_a_group_that_refuses_an_answer_makes_nobody_unreachable(stage: StraightStage) -> None:
    stage.wire.failing = TelegramForbiddenError(
        SendMessage(chat_id=1, text="x"), "Forbidden: bot was kicked from the supergroup chat"
    )

    await stage.say(f"anna{DESK}", "/help")

    assert not await _unreachable(stage, IDS["anna"])


async def _unreachable(stage: StraightStage, person: int) -> bool:
    def look(db: sqlite3.Connection) -> bool:
        row = db.execute("select unreachable_since from person where id = ?", (person,)).fetchone()
        return bool(row and row[0])

    return await stage.app.database.read(look)


def _membership(stage: StraightStage, person: str, status: str) -> dict[str, object]:
    me = {"id": 42, "is_bot": True, "first_name": "БиблиоГос"}
    message = stage.message(person)
    return {
        "chat": message["chat"],
        "from": message["from"],
        "date": 1,
        "old_chat_member": {"user": me, "status": "member" if status == "kicked" else "kicked"}
        | _until(status != "kicked"),
        "new_chat_member": {"user": me, "status": status} | _until(status == "kicked"),
    }


def _until(kicked: bool) -> dict[str, int]:  # noqa: FBT001 - a field that only one status has
    return {"until_date": 0} if kicked else {}


async def test_a_flood_is_told_once_and_then_dropped_until_it_ends(stage: StraightStage) -> None:
    for _ in range(40):
        await stage.say("anna", "спасибо")

    answers = [shown.text for shown in stage.wire.inbox[IDS["anna"]]]
    assert len([text for text in answers if text.startswith("Пожалуйста")]) == 20
    assert answers[-1].startswith("Вы пишете быстрее, чем я успеваю отвечать.")
    assert len(answers) == 21


@pytest.mark.parametrize(
    ("cry", "answer"),
    [("назвала код из смс мошенникам", "банк"), ("не хочу больше жить, наглоталась таблеток", "112")],
)
async def test_danger_is_answered_during_a_flood(stage: StraightStage, cry: str, answer: str) -> None:
    for _ in range(25):
        await stage.say("anna", "спасибо")

    await stage.say("anna", cry)

    assert answer in stage.wire.inbox[IDS["anna"]][-1].text


async def test_words_of_danger_do_not_flood_the_bot(stage: StraightStage) -> None:
    for _ in range(60):
        await stage.say("anna", "назвала код из смс мошенникам")

    assert len(stage.wire.inbox[IDS["anna"]]) <= 27


async def test_other_people_are_answered_during_a_flood(stage: StraightStage) -> None:
    for _ in range(40):
        await stage.say("anna", "спасибо")

    await stage.say("boris", "спасибо")

    assert (await stage.next("boris")).text.startswith("Пожалуйста")


async def test_with_a_full_disk_questions_are_answered_and_promises_are_not_made(stage: StraightStage) -> None:
    def fill(db: sqlite3.Connection) -> None:
        (pages,) = db.execute("pragma page_count").fetchone()
        db.execute(f"pragma max_page_count = {pages}")
        db.execute("create table ballast (text text)")

    with contextlib.suppress(sqlite3.OperationalError):
        await stage.app.database.write(fill)
    await stage.say("anna", "забыла пароль от госуслуг")
    await stage.say("anna", "как подтвердить")
    await stage.say("boris", "/ask")
    await stage.say("boris", "длинный вопрос " * 200)
    await stage.app.database.write(lambda db: db.execute("pragma max_page_count = 100000"))
    await stage.say("boris", "/cancel")

    assert (await stage.next("anna")).text.startswith("Нажмите «Забыли пароль?»")
    assert (await stage.next("anna")).text
    assert [shown.text[:8] for shown in stage.wire.inbox[IDS["boris"]]][-2:] == ["Не получ", "Хорошо, "]


async def test_an_acknowledgement_that_comes_too_late_is_no_failure(stage: StraightStage) -> None:
    stage.wire.too_late = True

    await stage.press_data("anna", "h")

    assert (await stage.next("anna")).text.startswith("Главное меню")
    await stage.silence()
