"""The admin's service: the state of the bot, failed notices, backups, reloading the data files."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.maintenance.backups import Backups
from bot.maintenance.data_check import CheckedFiles
from bot.maintenance.disk_space import DiskMonitor
from bot.maintenance.status import BackupCopy, BotStatus, DataSummary, OutboxStatus
from bot.outbox.notice import NoticeId


class FailedNotices(Protocol):
    """The failed notices of the outbox, on which an admin decides."""

    async def debts(self, now: datetime, shown: int) -> OutboxStatus: ...

    async def retry(self, notice: NoticeId, now: datetime) -> bool:
        """Makes a failed notice due now; False where it is no longer failed."""
        ...

    async def discard(self, notice: NoticeId) -> bool:
        """Discards a failed notice for good; False where it is no longer failed."""
        ...


SET_ASIDE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class DataReload:
    """Checks the data files on disk and reloads those that changed."""

    read: Callable[[], CheckedFiles]
    takers: Sequence[Callable[[], Awaitable[bool]]]


@dataclass(frozen=True, slots=True)
class AdminService:
    """Joins the state of the bot for admins and runs what they ask for."""

    debts: FailedNotices
    copies: Backups
    room: DiskMonitor
    files: DataReload
    shelves: Callable[[], DataSummary]
    clock: Clock
    zone: ZoneInfo
    wake: Callable[[], None]
    version: str
    since: datetime

    async def standing(self) -> BotStatus:
        """The state of the bot at one moment."""
        now = self.clock.now()
        return BotStatus(
            self.version,
            self.since,
            now,
            self.shelves(),
            await self.debts.debts(now, SET_ASIDE_SHOWN),
            await self.room.room(),
            await self.copies.last(),
        )

    async def back_up(self) -> BackupCopy:
        """Makes a backup now. Raises CopyError."""
        return await self.copies.make()

    async def reread(self) -> DataSummary:
        """Reloads changed data files and tells what is wrong in them. Raises OSError, MissingFilesError."""
        for take_in in self.files.takers:
            await take_in()
        return (await asyncio.to_thread(self.files.read)).shelves

    async def retry(self, notice: NoticeId) -> bool:
        """Tries a failed notice once more; False where it is no longer failed."""
        if done := await self.debts.retry(notice, self.clock.now()):
            self.wake()
        return done

    async def discard(self, notice: NoticeId) -> bool:
        """Discards a failed notice; False where it is no longer failed."""
        return await self.debts.discard(notice)
