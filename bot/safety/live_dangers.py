"""The rules of danger as they are used from now: a changed file is taken in while it has no faults."""

from pathlib import Path

from bot.datafiles.watched import WatchedFiles
from bot.safety.danger_file import DANGER, Dangers, load_dangers
from bot.safety.threat import Answer, Kind, Threat


class LiveDangers(WatchedFiles[Dangers | None]):
    """Looks at messages; without a usable file it sees nothing, and `problems` says why."""

    def __init__(self, folder: Path) -> None:
        file = folder / DANGER
        super().__init__("dangers", lambda: (file,), lambda: load_dangers(file))

    def look(self, text: str) -> Threat | None:
        """The danger or crisis that a message tells of, if any."""
        return self.now.rules.look(text) if self.now else None

    def answer(self, kind: Kind) -> Answer | None:
        """The answer to a danger or crisis."""
        return self.now.answers[kind] if self.now else None

    @property
    def caution(self) -> str:
        """The line of caution above an ordinary answer."""
        return self.now.caution if self.now else ""
