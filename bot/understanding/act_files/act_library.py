"""All acts of data/acts as they stand on disk at one moment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.russian.normalize import bare_words
from bot.understanding.act_files.act_entry import ActEntry
from bot.understanding.act_files.act_file import read_act

ACTS = "acts"


def load_acts(
    folder: Path, has_article: Callable[[str], bool] | None = None
) -> tuple[tuple[ActEntry, ...], list[FileProblem]]:
    """What can be used of data/acts, and what cannot with the reasons; `folder` is data/."""
    problems: list[FileProblem] = []
    entries: dict[Path, ActEntry] = {}
    for file in act_files(folder):
        entry, faults = read_act(file)
        problems += faults
        if entry:
            entries[file] = entry
    problems += _shared(entries)
    problems += _unknown_articles(entries, has_article) if has_article else ()
    return tuple(entries.values()), problems


def act_files(folder: Path) -> Sequence[Path]:
    """The files of all acts, by name."""
    return sorted((folder / ACTS).glob("[!.]*.md"))


def _shared(entries: Mapping[Path, ActEntry]) -> Iterator[FileProblem]:
    """Wordings that two acts have: neither could be told by them."""
    owners: dict[str, Path] = {}
    for file, entry in entries.items():
        for wording in entry.wordings:
            other = owners.setdefault(bare_words(wording), file)
            if other != file:
                reason = f"«{wording}» уже есть в «{other.name}»."
                yield FileProblem(file, _line_of(file, wording), reason, "оставьте формулировку только в одном деле.")


def _line_of(file: Path, wording: str) -> int:
    lines = file.read_text("utf-8-sig").splitlines()
    return next((at for at, line in enumerate(lines, 1) if line.removeprefix("- ").strip() == wording), 1)


def _unknown_articles(entries: Mapping[Path, ActEntry], has_article: Callable[[str], bool]) -> Iterator[FileProblem]:
    for file, entry in entries.items():
        for id_ in entry.same_as:
            if not has_article(id_):
                yield FileProblem(file, 1, f"статьи «{id_}» нет.", "исправьте id в same_as или уберите его.")
