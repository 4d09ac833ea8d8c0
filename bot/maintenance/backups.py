"""Backups of the database: one a night, and whenever an admin asks."""

import asyncio
import re
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.clock import Clock
from bot.datafiles import owner_only
from bot.maintenance.notices import AdminOutbox, once_a_day
from bot.maintenance.status import BackupCopy, CopyError
from bot.people import Address

COPY_FAILED = "copy_failed"  # payload: reason

NIGHT = time(3, 30)  # of the region
KEPT = 14
AGAIN = timedelta(hours=1)  # after a failure: copying a large database every minute helps nobody

log = structlog.get_logger()

BackUp = Callable[[Path, Path], None]  # a verified copy of the first file under the second name; raises CopyError


class Backups:
    """Backups in a folder beside the database, each named by its moment; the oldest of many are deleted."""

    def __init__(self, database: Path, zone: ZoneInfo, back_up: BackUp, clock: Clock) -> None:
        self.folder = database.with_suffix(".backups")
        self._database = database
        self._zone = zone
        self._back_up = back_up
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._name = re.compile(rf"{re.escape(database.stem)}-(\d{{4}}-\d\d-\d\d-\d{{6}})\.sqlite3")

    def close_to_others(self) -> None:
        """Takes from other users the right to read backups of an earlier release."""
        owner_only.close_to_others((self.folder, *self.folder.glob("*")))

    async def make(self) -> BackupCopy:
        """Makes a backup now. Raises CopyError."""
        async with self._one_at_a_time:
            return await asyncio.to_thread(self._make)

    async def last(self) -> BackupCopy | None:
        """The newest backup, if there is any."""
        found = await asyncio.to_thread(self._all)
        return found[-1] if found else None

    async def nightly(self) -> BackupCopy | None:
        """Makes a backup where the last night has none yet. Raises CopyError."""
        now = self._clock.now().astimezone(self._zone)
        night = datetime.combine(now.date(), NIGHT, self._zone)
        made = await asyncio.to_thread(self._all)
        if now < night or any(night <= copy.at <= now for copy in made):  # one of the future: the clock was wrong then
            return None
        return await self.make()

    def _make(self) -> BackupCopy:
        now = self._clock.now().astimezone(self._zone)
        file = self.folder / f"{self._database.stem}-{now:%Y-%m-%d-%H%M%S}.sqlite3"
        self._back_up(self._database, file)
        for old in self._all()[:-KEPT]:
            old.file.unlink()
        log.info("copy.made", file=file.name, size=file.stat().st_size)
        return BackupCopy(file, file.stat().st_size, now.replace(microsecond=0))

    def _all(self) -> list[BackupCopy]:
        """All backups, the oldest first; other files in the folder are left alone."""
        found = [
            BackupCopy(
                file, file.stat().st_size, datetime.strptime(match[1], "%Y-%m-%d-%H%M%S").replace(tzinfo=self._zone)
            )
            for file in self.folder.glob("*.sqlite3")
            if (match := self._name.fullmatch(file.name))
        ]
        return sorted(found, key=lambda copy: copy.at)


class NightlyBackup:
    """Makes the nightly backup, and notifies the admins where it failed."""

    def __init__(self, copies: Backups, admins: Iterable[Address], promises: AdminOutbox, clock: Clock) -> None:
        self._copies = copies
        self._admins = tuple(admins)
        self._promises = promises
        self._clock = clock
        self._failed_at: datetime | None = None

    async def back_up_if_due(self) -> bool:
        """Makes the nightly backup if it is missing; whether a notice to admins was queued."""
        now = self._clock.now()
        if self._failed_at and self._failed_at <= now < self._failed_at + AGAIN:
            return False
        try:
            await self._copies.nightly()
        except CopyError as error:
            log.exception("copy.failed")
            self._failed_at = now
            return bool(
                await self._promises.promise(once_a_day(COPY_FAILED, self._admins, now, {"reason": str(error)}))
            )
        return False
