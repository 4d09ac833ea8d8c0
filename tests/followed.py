"""Which tests coverage follows: followed lines take three times as long, so only what shows it something new.

Every test runs and can fail; whether lines are reached is seen where few cases reach them.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from zlib import crc32

import pytest

MANY = 24  # cases of one test
SHARE = 3  # of many cases each third is followed, always the same ones
REPEATING = frozenset(  # they play or check again as a whole what others try in parts
    {
        "test_another_region",
        "test_any_press",
        "test_crowd",
        "test_gates",
        "test_large_inbox",
        "test_said_lines",
        "test_takeovers",
    }
)


DISTINCT = frozenset({"test_dialogues"})  # each case is a conversation of its own


@contextmanager
def unfollowed() -> Iterator[None]:
    """Nothing of this thread is noted by coverage; a debugger is left alone."""
    trace = sys.gettrace()
    if not type(trace).__module__.startswith("coverage"):
        yield
        return
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(trace)


def repeating(items: Sequence[pytest.Item]) -> frozenset[str]:
    """The tests that show coverage nothing new."""
    cases = Counter(_function(item) for item in items)
    return frozenset(
        item.nodeid
        for item in items
        if item.path.stem in REPEATING
        or getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        or (item.path.stem not in DISTINCT and cases[_function(item)] > MANY and crc32(item.nodeid.encode()) % SHARE)
    )


def _function(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]
