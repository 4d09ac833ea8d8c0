"""Kills in the middle of sending and at random: a small helping of benchmarks/kills.py."""

from pathlib import Path

import pytest

from benchmarks.kill_storm import storm
from benchmarks.killed_program import FIRST
from benchmarks.kills import sent_through_kills

pytestmark = pytest.mark.usefixtures("learned_before")


async def test_reminders_outlive_kills_and_none_is_said_too_late(tmp_path: Path) -> None:
    outcome = await sent_through_kills(tmp_path, people=40, outlived=5, kills=3, lease=3.0)

    assert (outcome.kills, sorted(outcome.received)) == (3, list(range(FIRST, FIRST + 40)))
    assert outcome.repeats <= 3
    assert outcome.late < 0


async def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path) -> None:
    outcome = await storm(tmp_path, writers=20, rounds=3, bookers=4, notices=20, kills=3)

    assert (outcome.lost, outcome.double_bookings, outcome.untrue) == (0, 0, 0)
    assert outcome.repeats <= outcome.kills
