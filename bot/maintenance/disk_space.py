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
        self._ballast = database.with_name(f"{database.name}.ballast")
        self._admins = tuple(admins)
        self._promises = promises
        self._clock = clock
        self._free = free

    async def disk_space(self) -> DiskSpace:
        """The free space on the disk now."""
        return await asyncio.to_thread(self._disk_space)

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
        room = self._disk_space()
        if room.free < FULL and self._ballast.exists():
            log.error("disk.full", dropped=self._ballast.stat().st_size)
            self._ballast.unlink()
        elif not room.is_low and not self._ballast.exists():
            owner_only.create(self._ballast)
            self._ballast.write_bytes(bytes(BALLAST))
        elif self._ballast.exists():
            owner_only.close_to_others([self._ballast])
        return room

    def _disk_space(self) -> DiskSpace:
        files = self._database.parent.glob(f"{self._database.name}*")
        size = sum(file.stat().st_size for file in files if file != self._ballast and file.is_file())
        free = self._free(self._database.parent)
        return DiskSpace(size, free, is_low=free < max(LOW, COPIES * size))
