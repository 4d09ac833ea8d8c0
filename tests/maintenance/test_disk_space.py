"""Room on the disk is looked at in time; the ballast goes overboard when there is none."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.maintenance import disk_space as module
from bot.maintenance.disk_space import FULL, LOW, MEGABYTE, ROOM_LOW, DiskMonitor, free_bytes
from bot.maintenance.status import DiskSpace
from bot.outbox.notice import Notice
from bot.people import Address
from tests.hand_clock import HandClock
from tests.maintenance.book import Book

GLEB, VERA = Address("telegram", 1), Address("telegram", 2)
BALLAST = "bot.sqlite3.ballast"


class Disk:
    """As full as a test says."""

    def __init__(self, folder: Path) -> None:
        self.free = LOW
        self.book = Book()
        self.clock = HandClock()
        self.folder = folder
        self.watch = DiskMonitor(folder / "bot.sqlite3", [VERA, GLEB], self.book, self.clock, lambda _: self.free)

    @property
    def names(self) -> list[str]:
        return sorted(file.name for file in self.folder.iterdir())


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr(module, "BALLAST", 1000)
    (tmp_path / "bot.sqlite3").write_bytes(bytes(2000))
    (tmp_path / "bot.sqlite3-wal").write_bytes(bytes(500))
    return Disk(tmp_path)


async def test_while_there_is_room_nobody_is_told_and_the_ballast_is_on_board(disk: Disk) -> None:
    looks = [await disk.watch.check_space(), await disk.watch.check_space()]

    assert (looks, disk.book.promises) == ([False, False], [])
    assert (disk.folder / BALLAST).stat().st_size == 1000


async def test_the_ballast_is_its_owner_s_alone_also_one_made_before(disk: Disk) -> None:
    await disk.watch.check_space()
    made = (disk.folder / BALLAST).stat().st_mode & 0o777
    (disk.folder / BALLAST).chmod(0o644)

    await disk.watch.check_space()

    assert (made, (disk.folder / BALLAST).stat().st_mode & 0o777) == (0o600, 0o600)


async def test_the_database_counts_with_its_journal_and_without_the_ballast(disk: Disk) -> None:
    await disk.watch.check_space()

    assert await disk.watch.disk_space() == DiskSpace(database=2500, free=LOW, is_low=False)


async def test_when_room_runs_low_admins_are_told_once_a_day(disk: Disk) -> None:
    disk.free = LOW - 1

    looks = [await disk.watch.check_space(), await disk.watch.check_space()]
    disk.clock.advance(timedelta(days=1))
    next_day = await disk.watch.check_space()

    now = disk.clock.now()
    key, until = f"{ROOM_LOW}:2026-11-25:telegram:1", now + timedelta(days=1)
    assert (looks, next_day) == ([True, False], True)
    assert disk.book.promises[2] == Notice(GLEB, ROOM_LOW, key, now, {"free": LOW - 1}, until)


async def test_a_large_database_needs_more_room(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOW", 1000)
    disk.free = 3 * 2500 - 1

    assert (await disk.watch.disk_space()).is_low


async def test_on_a_full_disk_the_ballast_goes_and_comes_back_with_the_room(disk: Disk) -> None:
    await disk.watch.check_space()
    disk.free = FULL - 1
    await disk.watch.check_space()
    dropped = BALLAST not in disk.names
    await disk.watch.check_space()  # nothing left to drop
    disk.free = LOW - 1
    await disk.watch.check_space()
    not_yet = BALLAST not in disk.names

    disk.free = LOW
    await disk.watch.check_space()

    assert (dropped, not_yet, BALLAST in disk.names) == (True, True, True)


def test_a_real_disk_has_some_room(tmp_path: Path) -> None:
    assert free_bytes(tmp_path) > MEGABYTE
