"""The admin's service: the state of the bot, failed notices, backups, reloading the data files."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.maintenance.backups import Backups
from bot.maintenance.data_check import CheckedFiles
from bot.maintenance.disk_space import DiskMonitor
from bot.maintenance.launch import LaunchCounts
from bot.maintenance.status import BackupCopy, BotStatus, DataSummary, OutboxStatus
from bot.outbox.notice import NoticeId


class FailedNotices(Protocol):
    """The failed notices of the outbox, on which an admin decides."""

    async def outbox_status(self, now: datetime, shown: int) -> OutboxStatus: ...

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
    refreshes: Sequence[Callable[[], Awaitable[bool]]]


@dataclass(frozen=True, slots=True)
class AdminService:
    """Joins the state of the bot for admins and runs what they ask for."""

    failed_notices: FailedNotices
    backups: Backups
    disk: DiskMonitor
    reload: DataReload
    data_summary: Callable[[], DataSummary]
    launch_counts: Callable[[], LaunchCounts]
    clock: Clock
    zone: ZoneInfo
    wake: Callable[[], None]
    version: str
    since: datetime

    async def status(self) -> BotStatus:
        """The state of the bot at one moment."""
        now = self.clock.now()
        return BotStatus(
            self.version,
            self.since,
            now,
            self.data_summary(),
            await self.failed_notices.outbox_status(now, SET_ASIDE_SHOWN),
            await self.disk.disk_space(),
            await self.backups.last(),
            self.launch_counts(),
        )

    async def back_up(self) -> BackupCopy:
        """Makes a backup now. Raises CopyError."""
        return await self.backups.make()

    async def reload_data(self) -> DataSummary:
        """Reloads changed data files and tells what is wrong in them. Raises OSError, MissingFilesError."""
        for refresh in self.reload.refreshes:
            await refresh()
        checked, live = (await asyncio.to_thread(self.reload.read)).summary, self.data_summary()
        return replace(live, problems=checked.problems)

    async def retry(self, notice: NoticeId) -> bool:
        """Tries a failed notice once more; False where it is no longer failed."""
        if done := await self.failed_notices.retry(notice, self.clock.now()):
            self.wake()
        return done

    async def discard(self, notice: NoticeId) -> bool:
        """Discards a failed notice; False where it is no longer failed."""
        return await self.failed_notices.discard(notice)
