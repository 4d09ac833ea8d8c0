"""The live folder as one archive, for the copies: files, what they were shipped as, and former versions."""

import shutil
import zipfile
from io import BytesIO
from itertools import count
from pathlib import Path

from bot.datafiles.live_folder.first_copy import restored_folder
from bot.datafiles.live_folder.places import shipped_folder
from bot.datafiles.live_folder.upgrade import STAGED
from bot.datafiles.whole_write import write_whole

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same files make the same archive


class SpoiltArchiveError(Exception):
    """The archive cannot be read whole."""


def pack(folder: Path) -> bytes | None:
    """Everything in the folder; None where there is none, or where it is the release itself. Raises OSError."""
    if not folder.is_dir() or (shipped_folder().is_dir() and folder.samefile(shipped_folder())):
        return None
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder)
            if name.parts[0] != STAGED:
                entry = zipfile.ZipInfo(name.as_posix(), _FIRST_DAY)
                archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def verify_archive(packed: bytes) -> None:
    """Reads every file of it. Raises SpoiltArchiveError."""
    try:
        with zipfile.ZipFile(BytesIO(packed)) as archive:
            spoilt = archive.testzip()
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise SpoiltArchiveError(str(error)) from error
    if spoilt:
        raise SpoiltArchiveError(spoilt)


def lay_out(packed: bytes, live: Path) -> Path:
    """Unpacks beside the live folder, whole or not at all, ready to take its place. Raises OSError."""
    unfinished, ready = live.with_name(f"{live.name}.part"), restored_folder(live)
    for leftover in (unfinished, ready):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        with zipfile.ZipFile(BytesIO(packed)) as archive:
            for entry in archive.infolist():
                write_whole(_inside(unfinished, entry.filename), archive.read(entry))
        unfinished.rename(ready)
    except (OSError, SpoiltArchiveError):
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return ready


def _inside(folder: Path, name: str) -> Path:
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise SpoiltArchiveError(name)
    return target


def put_in_place(ready: Path, live: Path) -> Path | None:
    """Puts the unpacked folder in place of the live one; the former is kept aside and its path returned.

    Killed between the two renamings, the next start finishes the second. Raises OSError.
    """
    former = None
    if live.exists():
        names = (live.with_name(f"{live.name}.before-restore{f'-{n}' if n > 1 else ''}") for n in count(1))
        former = next(name for name in names if not name.exists())
        live.rename(former)
    ready.rename(live)
    return former
