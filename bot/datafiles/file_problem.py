"""What is wrong in a file people edit, said so that they can mend it."""

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
