"""Where the data lie: the shipped folder, the live one beside the database, and what is in a folder."""

from collections.abc import Mapping
from pathlib import Path

SHIPPED_COPY = ".shipped"  # in the live folder: each file as it was shipped when it was last merged
PREVIOUS = "previous"  # in the live folder: former versions of edited files
_UNFINISHED = (".new", ".part")

Files = Mapping[str, bytes]  # by the path inside the folder, with «/»


def live_folder_of(database: Path) -> Path:
    """The default place of the live folder: `var/bibliogos.data` for `var/bibliogos.sqlite3`."""
    return database.with_name(f"{database.stem or database.name}.data")


def shipped_folder() -> Path:
    """The folder `data` that came with the program, or with the working folder where the program is installed apart."""
    beside_program = Path(__file__).resolve().parents[3] / "data"
    return beside_program if beside_program.is_dir() else Path("data")


def files_in(folder: Path) -> dict[str, bytes]:
    """Every data file of a folder; none where there is no folder. Former versions and hidden files are not data."""
    found = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder): path for path in found}
    return {name.as_posix(): path.read_bytes() for name, path in sorted(names.items()) if is_data(name)}


def is_data(name: Path) -> bool:
    """Whether people's data are there, and not a former version, a hidden file or an unfinished one."""
    is_apart = name.parts[0] == PREVIOUS or any(part.startswith(".") for part in name.parts)
    return not is_apart and name.suffix not in _UNFINISHED and not name.name.endswith("~")
