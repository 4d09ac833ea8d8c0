"""A copy a night, named by its moment; the folder is all that is remembered."""

import stat
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.maintenance import backups as module
from bot.maintenance.backups import COPY_FAILED, Backups, NightlyBackup
from bot.maintenance.status import BackupCopy, CopyError
from bot.outbox.notice import Notice
from bot.people import Address
from bot.storage import backup
from tests.hand_clock import NOON, HandClock
from tests.maintenance.book import Book
from tests.storage.rows import filled, texts

ZONE = ZoneInfo("Europe/Moscow")
GLEB = Address("telegram", 1)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()  # noon


@pytest.fixture
async def copies(tmp_path: Path, clock: HandClock) -> Backups:
    await filled(tmp_path / "bot.sqlite3")
    return Backups(tmp_path / "bot.sqlite3", ZONE, backup.copy, clock)


async def test_a_copy_is_the_database_and_says_where_it_is(copies: Backups, tmp_path: Path, clock: HandClock) -> None:
    made = await copies.make()

    file = tmp_path / "bot.backups" / "bot-2026-11-24-120000.sqlite3"
    assert made == BackupCopy(file, file.stat().st_size, clock.now())
    assert (await texts(file), await copies.last()) == (["было"], made)


async def test_the_night_has_its_copy_once_whatever_was_missed(copies: Backups, clock: HandClock) -> None:
    def at(hours: float) -> None:
        clock.advance(timedelta(hours=hours))

    first = await copies.nightly()  # started at noon without any
    again = await copies.nightly()
    at(15.4)  # 03:24
    before_the_hour = await copies.nightly()
    at(0.2)
    at_night = await copies.nightly()
    at(7 * 24)
    after_a_week = await copies.nightly()

    made = [one is not None for one in (first, again, before_the_hour, at_night, after_a_week)]
    assert made == [True, False, False, True, True]


async def test_a_copy_of_a_clock_that_ran_ahead_is_not_taken_for_this_nights(copies: Backups, clock: HandClock) -> None:
    clock.advance(timedelta(days=1000))
    await copies.make()
    clock.advance(timedelta(days=-1000))

    assert await copies.nightly() is not None


async def test_the_oldest_go_and_foreign_files_stay(
    copies: Backups, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    copies.folder.mkdir()
    (copies.folder / "bot-mine.sqlite3").write_text("of somebody")

    for _ in range(3):
        await copies.make()
        clock.advance(timedelta(days=1))

    assert sorted(file.name for file in copies.folder.iterdir()) == [
        "bot-2026-11-25-120000.sqlite3",
        "bot-2026-11-26-120000.sqlite3",
        "bot-mine.sqlite3",
    ]


async def test_copies_of_an_earlier_release_are_closed_to_others(copies: Backups) -> None:
    copy = await copies.make()
    copy.file.chmod(0o644)
    copies.folder.chmod(0o755)

    copies.close_to_others()

    assert [stat.S_IMODE(path.stat().st_mode) for path in (copies.folder, copy.file)] == [0o700, 0o600]


async def test_without_copies_there_is_no_last_one(copies: Backups) -> None:
    assert await copies.last() is None


async def test_a_copy_that_fails_says_why(copies: Backups, tmp_path: Path) -> None:
    (tmp_path / "bot.backups").write_text("in the way")

    with pytest.raises(CopyError, match="на этом месте уже что-то есть"):
        await copies.make()


async def test_admins_are_told_once_a_day_of_a_night_without_a_copy(
    copies: Backups, tmp_path: Path, clock: HandClock
) -> None:
    book = Book()
    watch = NightlyBackup(copies, [GLEB], book, clock)
    fine = await watch.back_up_if_due()
    (tmp_path / "bot.backups" / "bot-2026-11-24-120000.sqlite3").unlink()
    (tmp_path / "bot.sqlite3").unlink()

    told = [await watch.back_up_if_due(), await watch.back_up_if_due()]
    clock.advance(timedelta(hours=1))
    told.append(await watch.back_up_if_due())

    key = f"{COPY_FAILED}:2026-11-24:telegram:1"
    until = NOON + timedelta(days=1)
    assert (fine, told) == (False, [True, False, False])
    assert book.promises == [Notice(GLEB, COPY_FAILED, key, NOON, {"reason": "такого файла нет"}, until)]


async def test_after_a_failure_the_copy_is_tried_again_in_an_hour(
    copies: Backups, tmp_path: Path, clock: HandClock
) -> None:
    watch = NightlyBackup(copies, [GLEB], Book(), clock)
    (tmp_path / "bot.backups").write_text("in the way")
    await watch.back_up_if_due()
    (tmp_path / "bot.backups").unlink()

    await watch.back_up_if_due()
    at_once = await copies.last()
    clock.advance(timedelta(hours=1))
    await watch.back_up_if_due()

    assert (at_once, await copies.last() is not None) == (None, True)
