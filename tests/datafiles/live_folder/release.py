"""A small release: what is shipped, the live folder made of it, and a check that knows one fault."""

from collections.abc import Sequence
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.first_copy import prepare_folder
from bot.datafiles.live_folder.places import files_in
from bot.datafiles.live_folder.upgrade import LiveFolder

FILES = {"centres.yaml": "centres", "faq/login/forgot.md": "forgot", "faq/login/code.md": "code"}


class Release:
    """Files of a release in `shipped`, of people in `live`; the text «сломано» is a fault."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.live = folder / "data", folder / "var" / "bot.data"
        for name, text in FILES.items():
            write(self.shipped / name, text)
        prepare_folder(self.live, self.shipped)

    def ship(self, **files: str | None) -> None:
        """The next release; None deletes a file."""
        for name, text in files.items():
            write(self.shipped / NAMES[name], text)

    def edit(self, **files: str | None) -> None:
        """Somebody works in the live folder."""
        for name, text in files.items():
            write(self.live / NAMES[name], text)

    @property
    def folder(self) -> LiveFolder:
        return LiveFolder(self.live, lambda: files_in(self.shipped), faults)

    def live_texts(self) -> dict[str, str]:
        return {name: content.decode() for name, content in files_in(self.live).items()}


NAMES = {
    "centres": "centres.yaml",
    "forgot": "faq/login/forgot.md",
    "code": "faq/login/code.md",
    "new": "faq/new/new.md",
}


def write(file: Path, text: str | None) -> None:
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def faults(folder: Path) -> Sequence[FileProblem]:
    return [
        FileProblem(folder / name, 1, "сломано.", "почините.")
        for name, content in files_in(folder).items()
        if "сломано" in content.decode()
    ]
