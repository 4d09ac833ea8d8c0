"""A former version of a file beside the live one."""

from pathlib import Path

from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.upgrade import ConflictGoneError
from bot.datafiles.live_folder.versions import FormerVersion, former_versions


def former_version(folder: Path, mark: str) -> tuple[FormerVersion, FileMerge]:
    """The version of that mark, which stands as `now` beside the live file. Raises ConflictGoneError, OSError."""
    version = next((one for one in former_versions(folder) if one.mark == mark), None)
    if version is None:
        raise ConflictGoneError
    file = folder / version.name
    live = file.read_bytes() if file.exists() else None
    return version, FileMerge(version.name, None, version.kept.read_bytes(), live)


def former_as_shown(folder: Path, mark: str, shown: str) -> FileMerge:
    """The same, as long as both files are those of the mark `shown`. Raises ConflictGoneError, OSError."""
    _, merge = former_version(folder, mark)
    if merge.mark != shown:
        raise ConflictGoneError
    return merge
