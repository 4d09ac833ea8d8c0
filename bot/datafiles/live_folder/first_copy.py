"""The first copy of the shipped data: the live folder is there whole or not at all."""

import shutil
from enum import StrEnum
from pathlib import Path

from bot.datafiles.live_folder.places import SHIPPED_COPY, shipped_folder
from bot.datafiles.live_folder.shipped import shipped_files
from bot.datafiles.whole_write import write_whole


class FolderKind(StrEnum):
    """What kind of folder stands at the path of DATA_DIR."""

    MADE = "made"  # copied just now
    LIVE = "live"  # copied before; an upgrade merges into it
    OWN = "own"  # somebody's own folder: nothing is merged into it
    SHIPPED = "shipped"  # the release itself: edits there stand in the way of the next one


def prepare_folder(live: Path, shipped: Path | None = None) -> FolderKind:
    """Makes the live folder where there is none. Raises OSError, and then there is still none."""
    source = shipped or shipped_folder()
    _finish_restored(live)
    if _is_empty(live):
        _copy(source, live)
        return FolderKind.MADE
    if source.is_dir() and live.samefile(source):
        return FolderKind.SHIPPED
    return FolderKind.LIVE if (live / SHIPPED_COPY).is_dir() else FolderKind.OWN


def restored_folder(live: Path) -> Path:
    """Where `restore` lays the whole folder of a copy before it takes the place of the live one."""
    return live.with_name(f"{live.name}.restored")


def _finish_restored(live: Path) -> None:
    """A restore that was killed between its two renamings is finished here."""
    if not live.exists() and (restored := restored_folder(live)).is_dir():
        restored.rename(live)


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _copy(source: Path, live: Path) -> None:
    unfinished = live.with_name(f"{live.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a start that was killed
    try:
        _copy_files(source, unfinished)  # people's uncommitted edits too, and former versions
        for name, content in shipped_files(source).items():
            write_whole(unfinished / SHIPPED_COPY / name, content)
        if live.exists():
            live.rmdir()
        unfinished.rename(live)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _copy_files(source: Path, goal: Path) -> None:
    """Like copytree, but ends at the first failure with the failure itself."""
    for path in sorted(source.rglob("*")):
        target = goal / path.relative_to(source)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
