"""Free space on the disk: checked in time, with a reserve file to delete when it is gone.

On a full disk even a deletion fails, for SQLite writes it down before it frees anything.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.datafiles import owner_only
from bot.maintenance.notices import AdminOutbox, once_a_day
from bot.maintenance.status import DiskSpace
from bot.outbox.notice import Notice
from bot.people import Address

ROOM_LOW = "room_low"  # payload: free, in bytes

MEGABYTE = 1024 * 1024
BALLAST = 16 * MEGABYTE
FULL = 8 * MEGABYTE  # less than this is no room at all
LOW = 300 * MEGABYTE
COPIES = 3  # so many times the database must fit beside it

log = structlog.get_logger()


def free_bytes(folder: Path) -> int:
    """The free bytes on the disk."""
    return shutil.disk_usage(folder).free


def ballast_of(database: Path) -> Path:
    """The reserve file beside a database."""
    return database.with_name(f"{database.name}.ballast")


def disk_space_of(database: Path, free: Callable[[Path], int] = free_bytes) -> DiskSpace:
    """The free space on the disk of a database, and how much it takes there itself without the reserve file."""
    files = database.parent.glob(f"{database.name}*")
    size = sum(file.stat().st_size for file in files if file != ballast_of(database) and file.is_file())
    room = free(database.parent)
    return DiskSpace(size, room, is_low=room < max(LOW, COPIES * size))


class DiskMonitor:
    """Notifies admins while there still is space; deletes the reserve file when there is none."""

    def __init__(
        self,
        database: Path,
        admins: Iterable[Address],
        promises: AdminOutbox,
        clock: Clock,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        self._database = database
        self._ballast = ballast_of(database)
        self._admins = tuple(admins)
        self._promises = promises
        self._clock = clock
        self._free = free

    async def disk_space(self) -> DiskSpace:
        """The free space on the disk now."""
        return await asyncio.to_thread(disk_space_of, self._database, self._free)

    async def check_space(self) -> bool:
        """Checks the free space; whether a notice to admins was queued."""
        room = await asyncio.to_thread(self._trimmed)
        if not room.is_low:
            return False
        return bool(await self._promises.promise(self._warnings(room)))

    def _warnings(self, room: DiskSpace) -> list[Notice]:
        return once_a_day(ROOM_LOW, self._admins, self._clock.now(), {"free": room.free})

    def _trimmed(self) -> DiskSpace:
        """Keeps the reserve file as long as there is space for it."""
        room = disk_space_of(self._database, self._free)
        if room.free < FULL and self._ballast.exists():
            log.error("disk.full", dropped=self._ballast.stat().st_size)
            self._ballast.unlink()
        elif not room.is_low and not self._ballast.exists():
            owner_only.create(self._ballast)
            self._ballast.write_bytes(bytes(BALLAST))
        elif self._ballast.exists():
            owner_only.close_to_others([self._ballast])
        return room
