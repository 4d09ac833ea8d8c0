"""The rules of danger as they are used from now: a changed file is taken in while it has no faults."""

import asyncio
from pathlib import Path

from bot.safety.danger_file import DANGER, Dangers, load_dangers
from bot.safety.threat import Answer, Kind, Threat


class LiveDangers:
    """Looks at messages; without a usable file it sees nothing, and `problems` says why."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / DANGER
        self._seen = self._fingerprint()
        self._now: Dangers | None
        self._now, self.problems = load_dangers(self._file)

    def look(self, text: str) -> Threat | None:
        """The danger or crisis that a message tells of, if any."""
        return self._now.rules.look(text) if self._now else None

    def answer(self, kind: Kind) -> Answer | None:
        """The answer to a danger or crisis."""
        return self._now.answers[kind] if self._now else None

    @property
    def caution(self) -> str:
        """The line of caution above an ordinary answer."""
        return self._now.caution if self._now else ""

    async def refresh(self) -> bool:
        """Whether the file had changed and was taken in."""
        seen = await asyncio.to_thread(self._fingerprint)
        if seen == self._seen:
            return False
        self._seen = seen
        found, self.problems = await asyncio.to_thread(load_dangers, self._file)
        if self.problems:
            return False
        self._now = found
        return True

    def _fingerprint(self) -> tuple[int, int]:
        try:
            stat = self._file.stat()
        except OSError:  # not there: noticed again as soon as it is
            return 0, 0
        return stat.st_mtime_ns, stat.st_size
