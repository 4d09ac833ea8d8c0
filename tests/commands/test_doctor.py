"""`doctor` names what does not work with its cure, changes nothing and never tells the token."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.app.telegram_state import telegram_state
from bot.clock import MovableClock
from bot.commands.checks import doctor
from bot.commands.checks.doctor_api import api_found
from bot.commands.checks.doctor_finding import DoctorFinding, Health
from bot.maintenance.backups import Backups
from bot.outbox.notice import Notice
from bot.people import Address
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.storage import backup
from bot.storage.database import Database
from bot.storage.lock import held
from bot.storage.tables.notices import NoticeStore
from bot.telegram.api_state import ApiFault, ApiState
from tests.commands.terminal import Terminal
from tests.hand_clock import NOON, HandClock

TOKEN = "42:a-token-of-the-sandbox-that-nobody-may-see"

PSKOV = ZoneInfo("Europe/Moscow")


def settings(folder: Path, data: Path, **given: Any) -> Settings:
    return Settings.model_validate(
        {"database": folder / "bot.sqlite3", "data_dir": data, "admins": frozenset({1})} | given
    )


async def examined(own: Settings, clock: HandClock | None = None) -> dict[str, DoctorFinding]:
    findings, _ = await doctor._examined(own, clock or HandClock())
    return {one.place: one for one in findings}


async def make_database(own: Settings) -> None:
    async with await Database.open(own.database):
        pass


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


def test_an_empty_place_is_told_and_nothing_is_made_there(terminal: Terminal, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())

    code, out, _ = terminal.run("doctor")

    assert code == 1
    assert "ПОСМОТРИТЕ   Telegram: BOT_TOKEN пуст: запустится песочница" in out
    assert f"НЕ РАБОТАЕТ  База: файла {tmp_path / 'bot.sqlite3'} нет" in out
    assert "ПОСМОТРИТЕ   Копии: " in out
    assert "До запуска\n• ответы не сверены: 4 из 4 — /review" in out
    assert "<b>" not in out
    assert sorted(tmp_path.iterdir()) == before


async def test_a_bot_that_is_well_has_nothing_to_mend(sandbox: Sandbox, tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data, bot_token=SecretStr(TOKEN), bot_api_url=sandbox.url)
    await make_database(own)
    clock = HandClock(datetime.now(UTC))
    await Backups(own.database, PSKOV, backup.copy, clock).make()

    found = await examined(own, clock)

    assert {one.health for one in found.values()} == {Health.WELL}
    assert "@bibliogos_bot" in found["Telegram"].words
    assert found["Обновления"].words == "опрос, ждут: 0"


async def test_a_wrong_clock_is_told_by_the_time_of_the_server(sandbox: Sandbox, tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data, bot_token=SecretStr(TOKEN), bot_api_url=sandbox.url)

    found = await examined(own, HandClock(NOON - timedelta(days=400)))

    assert found["Часы"].health is Health.ILL
    assert found["Часы"].words.startswith("отстают на ")
    assert found["Часы"].cure == "timedatectl set-ntp true"


@pytest.mark.parametrize("token", ["43:another-token-than-that-of-the-sandbox", "no token at all"])
async def test_a_token_that_telegram_does_not_know(token: str, sandbox: Sandbox, tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data, bot_token=SecretStr(token), bot_api_url=sandbox.url)

    telegram = (await examined(own))["Telegram"]

    assert telegram.health is Health.ILL
    assert "не принимает BOT_TOKEN" in telegram.words
    assert token not in str(telegram)


async def test_a_server_that_cannot_be_reached_is_told_without_the_token(tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data, bot_token=SecretStr(TOKEN), bot_api_url="http://127.0.0.1:9")

    assert await telegram_state(own) is ApiFault.UNREACHABLE
    telegram = (await examined(own))["Telegram"]
    assert telegram.words == "127.0.0.1: не отвечает"
    assert "BOT_PROXY" in telegram.cure
    assert TOKEN not in str(telegram)


@pytest.mark.parametrize(
    ("state", "webhook", "words"),
    [
        (ApiState("bot", "https://other.example/hook", 0, "", NOON), None, "отправляет их сюда: other.example"),
        (ApiState("bot", "", 0, "", NOON), "https://own.example/hook", "отправляет их сюда: никуда"),
        (
            ApiState("bot", "https://own.example/hook", 0, "SSL error", NOON),
            "https://own.example/hook",
            "не принял: SSL",
        ),
        (ApiState("bot", "", 500, "", NOON), None, "не забрано 500"),
    ],
)
def test_updates_that_go_astray_or_wait_are_told(
    state: ApiState, webhook: str | None, words: str, tmp_path: Path, data: Path
) -> None:
    own = settings(tmp_path, data, webhook_url=webhook)

    updates = {one.place: one for one in api_found(state, own, NOON)}["Обновления"]

    assert updates.health is Health.NOTE
    assert words in updates.words


async def test_a_spoilt_database_and_its_cure(tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data)
    own.database.write_bytes(b"not a database at all" * 100)

    found = (await examined(own))["База"]

    assert found.health is Health.ILL
    assert "restore" in found.cure


async def test_notices_that_do_not_go_out_are_told(tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data)
    async with await Database.open(own.database) as database:
        await NoticeStore(database).promise([Notice(Address("telegram", 1), "room_low", "key", NOON)])

    on_time = await examined(own, HandClock(NOON + timedelta(minutes=5)))
    late = await examined(own, HandClock(NOON + timedelta(hours=2)))

    assert on_time["Исходящие"].health is Health.WELL
    assert late["Исходящие"].words == "ждут отправки 1, самое давнее с: вторник, 24 ноября, 12:00"
    assert late["Исходящие"].health is Health.ILL


async def test_a_copy_is_old_after_a_night_was_missed_and_no_copy_where_it_is_spoilt(
    tmp_path: Path, data: Path
) -> None:
    own, clock = settings(tmp_path, data), HandClock()
    await make_database(own)
    copy = await Backups(own.database, PSKOV, backup.copy, clock).make()

    fresh = (await examined(own, clock))["Копии"]
    clock.advance(timedelta(hours=37))
    old = (await examined(own, clock))["Копии"]
    copy.file.write_bytes(b"spoilt")
    spoilt = (await examined(own, clock))["Копии"]

    assert (fresh.health, old.health, spoilt.health) == (Health.WELL, Health.NOTE, Health.ILL)
    assert fresh.words.endswith("проверена")


async def test_faulty_files_are_counted_and_lead_to_check(tmp_path: Path, data: Path) -> None:
    (data / "topics.yaml").write_text("- id: x", encoding="utf-8")

    files = (await examined(settings(tmp_path, data)))["Файлы"]

    assert files.health is Health.ILL
    assert "bot check" in files.cure


async def test_beside_a_running_bot_it_only_looks(tmp_path: Path, data: Path) -> None:
    own = settings(tmp_path, data)
    await make_database(own)
    with held(own.database, "run", NOON), sqlite3.connect(own.database) as running:
        running.execute("begin immediate")
        found = await examined(own)
        running.rollback()

    assert found["База"].health is Health.WELL


async def test_nobody_to_warn_is_told(tmp_path: Path, data: Path) -> None:
    found = await examined(settings(tmp_path, data, admins=frozenset(), service_mode="information"))

    assert found["ADMINS"].health is Health.NOTE
    assert "information" in found["SERVICE_MODE"].words
