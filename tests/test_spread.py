"""Tests side by side: none is lost, and the slow ones do not come last."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests.spread import slow_first


def item(folder: str, module: int, number: int) -> pytest.Item:
    path = Path("tests") / folder / f"test_{module}.py"
    return cast("pytest.Item", SimpleNamespace(path=path, name=f"{folder}-{module}-{number}"))


def test_each_share_begins_with_slow_modules_kept_whole() -> None:
    items = [item("booking", 1, at) for at in range(12)]
    items += [item("e2e", module, at) for module in (1, 2, 3) for at in (1, 2)]

    names = [one.name for one in slow_first(items, 3)]

    assert sorted(names) == sorted(one.name for one in items)
    assert [names[at : at + 2] for at in (0, 6, 12)] == [[f"e2e-{m}-1", f"e2e-{m}-2"] for m in (1, 2, 3)]


def test_more_slow_tests_than_a_share_holds_lose_nothing() -> None:
    items = [item("browser", 1, at) for at in range(9)] + [item("booking", 1, 1)]

    assert len(slow_first(items, 3)) == len(items)
