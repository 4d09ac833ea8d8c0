"""The command line without a process: what is typed, what is said, how it ended."""

import io
import sys
from dataclasses import dataclass

import pytest

from bot.commands.cli import main


@dataclass
class Terminal:
    """`run` gives the exit code, the output and the errors."""

    environment: dict[str, str]
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def run(self, *arguments: str, given: bytes = b"") -> tuple[int, str, str]:
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main(arguments)
        said = self.capsys.readouterr()
        return int(str(end.value.code)), said.out, said.err
