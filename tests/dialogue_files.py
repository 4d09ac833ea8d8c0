"""Which dialogues there are, by feature, and which are played over HTTP as well."""

from pathlib import Path

FOLDER = Path("tests/dialogues")
FILES = sorted(FOLDER.rglob("*.txt"))
RECORDINGS = Path("build/dialogues")  # what was seen when they were last played
OWN_ANSWERS = "# Ответы правят."  # a line of the first three
OVER_HTTP = "# По HTTP:"  # the line under the first one, with the reason


def name(file: Path) -> str:
    """«booking/taken»."""
    return file.relative_to(FOLDER).with_suffix("").as_posix()


def remark(file: Path) -> str:
    """The first line: what the dialogue is about."""
    return file.read_text(encoding="utf-8").splitlines()[0].lstrip("# ").rstrip(".")


def is_over_http(file: Path) -> bool:
    return file.read_text(encoding="utf-8").splitlines()[1].startswith(OVER_HTTP)


def edits_answers(file: Path) -> bool:
    """Whether answers are written in it, so that it needs a copy of them."""
    return OWN_ANSWERS in file.read_text(encoding="utf-8").splitlines()[:3]


def recording(file: Path, folder: Path = RECORDINGS) -> Path:
    return folder / f"{name(file)}.md"
