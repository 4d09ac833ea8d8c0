"""A child process: makes every change of data files with less and less room, and tells what each attempt left.

`python -m tests.datafiles.full_disk FOLDER disk|limit`: FOLDER is a small file system that is filled up, or files are
forbidden to grow beyond a number of bytes (RLIMIT_FSIZE). Prints JSON: deed → list of [room, outcome, is_whole].
"""

import errno
import json
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.datafiles.live_folder.history import former_version
from bot.datafiles.live_folder.places import files_in
from bot.datafiles.live_folder.upgrade import LiveFolder
from bot.datafiles.live_folder.versions import former_versions, keep_version
from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.edits.editing import ArticleEditor
from bot.faq.edits.new_article import ArticleDraft
from bot.faq.library import Library, load
from tests.centres.small_region import TOWN, ZONE, write
from tests.faq.small_shelves import Shelves
from tests.hand_clock import NOON

LONG = "Нажмите кнопку.\n\n" + "Потом ещё одну. \n\n" * 300  # some pages of a file system
LATER = NOON + timedelta(minutes=1)
FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


class Deeds:
    """The changes of one fresh data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = write(folder, {"centres.yaml": TOWN + "".join(f"# строка {n} для веса\n" for n in range(400))})
        shelves = Shelves(folder / "faq")
        shelves.article("health/doctor", "Врач", "related: [password]\n", body=LONG)
        shelves.article("signin/forgot", "Забыт", "related: [password]\n", body=LONG)
        shelves.article("signin/password", "Пароль", "related: [doctor]\n", body=LONG)
        file = folder / "faq/signin/password.md"
        before = file.read_text()
        keep_version(folder, "faq/signin/password.md", NOON, "telegram-1")
        file.write_text(before.replace("Пароль пять", "Пароль шесть") + "\nЕщё строка.\n")
        self.editor = ArticleEditor(folder / "faq")

    @property
    def library(self) -> Library:
        return load(self.folder / "faq")[0]

    def article(self, id_: str) -> Article:
        return self.library.by_id[ArticleId(id_)]

    def change_text(self) -> None:
        self.editor.change_text(self.article("doctor"), LONG + "\nНовое.", LATER)

    def change_title(self) -> None:
        self.editor.change_title(self.article("doctor"), "К врачу", self.library, LATER)

    def change_tags(self) -> None:
        self.editor.set_field(self.article("doctor"), "tags", ["терапевт"], LATER)

    def create(self) -> None:
        variants = ("уголь", "купить уголь", "уголь зимой", "дрова и уголь")
        self.editor.create(
            ArticleDraft("Где уголь?", variants, GroupId("health"), LONG), ArticleId("coal"), self.library
        )

    def remove(self) -> None:
        self.editor.remove(self.article("password"), (self.article("doctor"), self.article("forgot")), LATER)

    def move(self) -> None:
        self.editor.move(self.article("doctor"), GroupId("signin"), LATER)

    def change_card(self) -> None:
        Editor(self.folder, ZONE).change_centre(CentreId("lipki-main"), {"address": "ул. Новая, 1"}, LATER)

    def bring_back(self) -> None:
        _, merge = former_version(self.folder, former_versions(self.folder)[0].mark)
        LiveFolder(self.folder, dict, lambda _: ()).bring_back(merge, LATER, "telegram-1")


DEEDS: dict[str, Callable[[Deeds], None]] = {
    name: getattr(Deeds, name)
    for name in ("change_text", "change_title", "change_tags", "create", "remove", "move", "change_card", "bring_back")
}


@contextmanager
def little_disk(root: Path, room: int) -> Iterator[None]:
    """Fills the file system but for so many bytes."""
    filler = root / "filler"
    stat = os.statvfs(root)
    with filler.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, max(1, stat.f_bavail * stat.f_frsize - room))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def little_file(_: Path, room: int) -> Iterator[None]:
    """Forbids files to grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def attempt(root: Path, deed: Callable[[Deeds], None], room: int, *, full: bool) -> tuple[int, str, bool]:
    """What came of it, and whether the data files are as they were, or all as they were to be."""
    folder = root / "data"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    deeds = Deeds(folder)
    before = dict(files_in(folder))
    kept = {file.read_bytes() for file in (folder / "previous").rglob("*_*") if file.is_file()}
    outcome = "done"
    with (little_disk if full else little_file)(root, room):
        try:
            deed(deeds)
        except OSError as error:
            outcome = "full" if error.errno in FULL else f"{type(error).__name__}: {error}"
        except Exception as error:  # noqa: BLE001 - whatever else comes is what the test is about
            outcome = f"{type(error).__name__}: {error}"
    after = dict(files_in(folder))
    versions = {file.read_bytes() for file in (folder / "previous").rglob("*_*") if file.is_file()}
    is_whole = versions <= kept | set(before.values()) and kept <= versions  # none cut short, none lost
    is_whole &= not list(folder.rglob("*.new"))
    is_whole &= (after != before) if outcome == "done" else (after == before)
    return room, outcome, is_whole


def main(root: Path, how: str) -> None:
    """Tries every deed with every room."""
    full = how == "disk"
    os.environ["TMPDIR"] = str(root)
    tempfile.gettempdir()  # a bot at work has found it long ago
    step = 4096 if full else 1500
    rooms = [step * number for number in range(18 if full else 12)]
    told = {name: [attempt(root, deed, room, full=full) for room in rooms] for name, deed in DEEDS.items()}
    sys.stdout.write(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
