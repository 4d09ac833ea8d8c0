"""The rules of danger as they are used from now: a changed file is taken in while it has no faults."""

from pathlib import Path

from bot.datafiles.watched import WatchedFiles
from bot.safety.danger_file import DANGER, Dangers, load_dangers
from bot.safety.threat import Answer, Kind, Threat


class LiveDangers(WatchedFiles[Dangers | None]):
    """Looks at messages; a start without a usable file takes the shipped one, and `problems` says why.

    Without that one either it sees nothing.
    """

    def __init__(self, folder: Path, shipped: Path | None = None) -> None:
        """`shipped` is the folder that came with the program."""
        file = folder / DANGER
        super().__init__("dangers", lambda: (file,), lambda: load_dangers(file))
        if self.now is None and shipped is not None:
            self.now, _ = load_dangers(shipped / DANGER)

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
