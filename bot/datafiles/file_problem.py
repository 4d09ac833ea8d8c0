"""What is wrong in a file people edit, said so that they can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class FileProblem:
    """One fault: where it is, what is wrong and what to write instead (Russian, for the editor)."""

    file: Path
    line: int
    reason: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason} Что сделать: {self.cure}"


def told(problems: Iterable[FileProblem], most: int = 3) -> str:
    """The first faults in one line for a chat: the file by its name alone, for the machine's folders say nothing."""
    return " ".join(f"{one.file.name}, строка {one.line}: {one.reason} {one.cure}" for one in list(problems)[:most])
