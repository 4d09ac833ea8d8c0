"""What was shipped: the committed files where the program is a git checkout, otherwise the files as they lie."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from bot.datafiles.live_folder.places import files_in, is_data

_SECONDS = 30.0


def shipped_files(folder: Path) -> dict[str, bytes]:
    """The files of the release. Edits of an earlier release lie uncommitted in a checkout, and are not shipped."""
    return _committed(folder) or files_in(folder)


def _committed(folder: Path) -> dict[str, bytes]:
    """The files of the last commit under this folder; none where git does not know it."""
    if not folder.is_dir():
        return {}
    # The bot often runs as another user than the one who made the checkout, which git would refuse.
    command = ["git", "-c", "safe.directory=*", "archive", "--format=tar", "HEAD"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - fixed words
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            return {
                member.name: file.read()
                for member in archive
                if is_data(Path(member.name)) and (file := archive.extractfile(member))
            }
    except (OSError, subprocess.SubprocessError, tarfile.TarError):
        return {}
