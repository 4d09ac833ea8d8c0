"""The understanding of the whole program over the shipped files, learned once for all tests."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.centres.directory import Directory, load
from bot.safety.live_dangers import LiveDangers
from bot.understanding.live_understanding import Understanding
from tests.stage import DATA, the_acts

MSK = ZoneInfo("Europe/Moscow")
MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=MSK)


@cache
def directory() -> Directory:
    """The shipped centres."""
    found, _ = load(DATA, MSK)
    return found


@cache
def the_understanding() -> Understanding:
    """What understands messages, learned once."""
    return Understanding(the_acts(), directory, LiveDangers(DATA).look)


@pytest.fixture
def understanding() -> Understanding:
    return the_understanding()


@pytest.fixture
def monday() -> datetime:
    return MONDAY
