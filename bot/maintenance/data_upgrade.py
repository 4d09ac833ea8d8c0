"""An admin decides about files that both people and a release changed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.audit import AuditedDeed, AuditEntry, AuditNotes
from bot.clock import Clock
from bot.datafiles.live_folder.history import former_as_shown, former_version
from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.upgrade import LiveFolder, UpgradeReport
from bot.datafiles.live_folder.versions import FormerVersion, editor_mark, former_versions
from bot.people import Address


class DataUpgrade:
    """One decision at a time; each is in the files and answered from at once."""

    def __init__(
        self, live: LiveFolder, takers: Sequence[Callable[[], Awaitable[bool]]], audit: AuditNotes, clock: Clock
    ) -> None:
        """`takers` read changed files anew."""
        self._live = live
        self._takers = takers
        self._audit = audit
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    async def look(self) -> UpgradeReport:
        """What waits for a decision or for a restart. Raises OSError."""
        return await asyncio.to_thread(self._live.look)

    async def difference(self, mark: str) -> FileMerge:
        """The file of that mark on both sides. Raises ConflictGoneError, OSError."""
        return await asyncio.to_thread(self._live.find, mark)

    async def take_release(self, mark: str, admin: Address) -> FileMerge:
        """Takes the file of the release; one's own is kept. Raises ConflictGone-, RefusedMerge-, OSError."""
        return await self._decide(lambda: self._live.take_shipped(mark, self._clock.now(), editor_mark(admin)), admin)

    async def keep_own(self, mark: str) -> FileMerge:
        """Lets the live file stand. Raises ConflictGoneError, OSError."""
        return await self._decide(lambda: self._live.keep_own(mark))

    async def put_back(self, mark: str, admin: Address) -> FileMerge:
        """Brings one's own file back. Raises ConflictGone-, RefusedMerge-, OSError."""
        return await self._decide(lambda: self._live.put_back(mark, self._clock.now(), editor_mark(admin)), admin)

    async def history(self) -> Sequence[FormerVersion]:
        """What the files were before they were changed, the newest first. Raises OSError."""
        return await asyncio.to_thread(former_versions, self._live.path)

    async def former(self, mark: str) -> tuple[FormerVersion, FileMerge]:
        """A former version beside the live file. Raises ConflictGoneError, OSError."""
        return await asyncio.to_thread(former_version, self._live.path, mark)

    async def bring_back(self, mark: str, shown: str, admin: Address) -> FileMerge:
        """Brings a former version back in place of what was `shown`. Raises ConflictGone-, RefusedMerge-, OSError."""

        def put() -> FileMerge:
            merge = former_as_shown(self._live.path, mark, shown)
            return self._live.bring_back(merge, self._clock.now(), editor_mark(admin))

        return await self._decide(put, admin)

    async def _decide(self, change: Callable[[], FileMerge], admin: Address | None = None) -> FileMerge:
        async with self._one_at_a_time:
            merge = await asyncio.to_thread(change)
            for take_in in self._takers:
                await take_in()
            if admin:
                now = self._clock.now()
                await self._audit.note(AuditEntry(now, admin, AuditedDeed.FILE_REPLACED, subject=merge.name))
            return merge
