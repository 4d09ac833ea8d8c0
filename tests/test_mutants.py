"""The tool behind `make mutants`: one small change at a time, and the rest of the file as it was."""

import ast
from pathlib import Path

from tests.mutants import mutants_of

RULE = "def may(n: int, *, live: bool) -> bool:\n    return n + 1 < 3 and not live  # «занято»\n"


def test_every_small_change_is_made_once_and_alone(tmp_path: Path) -> None:
    file = tmp_path / "rule.py"
    file.write_text(RULE, encoding="utf-8")

    changes = {(one.before, one.after) for one in mutants_of(file)}

    assert changes == {
        ("n + 1 < 3 and (not live)", "n + 1 < 3 or not live"),
        ("n + 1 < 3", "n + 1 <= 3"),
        ("n + 1", "n - 1"),
        ("not live", "live"),
        ("1", "2"),
        ("3", "4"),
    }


def test_each_changed_file_can_be_read_and_differs(tmp_path: Path) -> None:
    file = tmp_path / "rule.py"
    file.write_text(RULE, encoding="utf-8")

    sources = [one.source for one in mutants_of(file)]

    assert len({ast.dump(ast.parse(source)) for source in (RULE, *sources)}) == len(sources) + 1
    assert all(source.endswith("# «занято»\n") for source in sources)
