"""In which order tests run side by side: those of whole processes and of the browser first, a part for each worker.

Workers begin with equal shares in the order of collection and take over from each other's ends; a slow test at an end
is waited for by all.
"""

from collections.abc import Sequence
from itertools import groupby, islice
from pathlib import Path

import pytest

SLOW = frozenset({"e2e", "browser"})


def slow_first(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """The tests so ordered that each worker's share begins with slow modules, kept whole."""
    slow = [item for item in items if SLOW.intersection(item.path.parent.parts)]
    parts: list[list[pytest.Item]] = [[] for _ in range(workers)]
    for at, (_, module) in enumerate(groupby(slow, key=_module)):
        parts[at % workers].extend(module)
    rest = iter([item for item in items if not SLOW.intersection(item.path.parent.parts)])
    ordered: list[pytest.Item] = []
    for at, part in enumerate(parts):
        share = len(items) * (at + 1) // workers - len(items) * at // workers
        ordered += [*part, *islice(rest, max(share - len(part), 0))]
    return [*ordered, *rest]


def _module(item: pytest.Item) -> Path:
    return item.path
