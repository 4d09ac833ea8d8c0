"""What an admin can ask of the bot, and have it do."""

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
    """The outbox as a person looks at it."""

    async def debts(self, now: datetime, shown: int) -> OutboxStatus: ...

    async def retry(self, notice: NoticeId, now: datetime) -> bool:
        """Whether it was set aside and is due now."""
        ...

    async def discard(self, notice: NoticeId) -> bool:
        """Whether it was set aside and will never be said."""
        ...


SET_ASIDE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class DataReload:
    """The files as they are on the disk, and those who take them in."""

    read: Callable[[], CheckedFiles]
    takers: Sequence[Callable[[], Awaitable[bool]]]


@dataclass(frozen=True, slots=True)
class AdminService:
    """Joins what is known of the bot's state."""

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
        """All of it at one moment."""
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
        """A copy of now. Raises CopyError."""
        return await self.copies.make()

    async def reread(self) -> DataSummary:
        """Takes changed files in, and says what is wrong in them. Raises OSError, MissingFilesError."""
        for take_in in self.files.takers:
            await take_in()
        return (await asyncio.to_thread(self.files.read)).shelves

    async def retry(self, notice: NoticeId) -> bool:
        """Tries a notice that was set aside once more; False where it is not set aside any more."""
        if done := await self.debts.retry(notice, self.clock.now()):
            self.wake()
        return done

    async def discard(self, notice: NoticeId) -> bool:
        """Never says it; False where it is not set aside any more."""
        return await self.debts.discard(notice)
