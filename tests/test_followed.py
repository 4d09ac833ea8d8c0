"""What coverage follows and what it does not, tried on a program of its own."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
from tests.followed import unfollowed
from counted import first, second, third
first()
with unfollowed():
    second()
third()
"""
COUNTED = """
def first():
    return 1

def second():
    return 2

def third():
    return 3
"""


def test_what_is_not_followed_is_missed_and_what_comes_after_is_not(tmp_path: Path) -> None:
    (tmp_path / "counted.py").write_text(COUNTED, encoding="utf-8")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / ".coveragerc").write_text("[run]\nbranch = true\nsource_pkgs = counted\n", encoding="utf-8")
    environment = {"PYTHONPATH": f"{Path.cwd()}:{tmp_path}", "PATH": ""}

    def coverage(*words: str) -> str:
        command = [sys.executable, "-m", "coverage", *words]
        done = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 - fixed words
        return done.stdout

    coverage("run", "program.py")

    assert coverage("report", "--show-missing").splitlines()[2].split()[-1] == "6"
