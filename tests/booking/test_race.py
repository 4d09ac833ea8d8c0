"""Several processes at one file, and a kill in the middle: small helpings of benchmarks/race.py."""

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.race import fullest, killed_in_the_middle, lost, race, visits


def test_of_a_crowd_in_several_processes_each_gets_a_place_or_other_times(tmp_path: Path) -> None:
    file = tmp_path / "race.db"

    results = race(file, processes=2, citizens=60)

    assert sum(len(result.booked) for result in results) == 20
    assert sum(result.with_other_times for result in results) == 40
    assert [(result.without, dict(result.errors)) for result in results] == [(0, {}), (0, {})]
    assert (len(visits(file)), fullest(file), lost(file, results)) == (20, 1, 0)


def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    file = tmp_path / "kill.db"

    acknowledged = killed_in_the_middle(file, after=0.1)

    assert acknowledged
    assert set(acknowledged) - visits(file).keys() == set()
    with closing(sqlite3.connect(file)) as db:
        (reminders,) = db.execute("select count(*) from outbox where kind = 'reminder_eve'").fetchone()
    assert reminders == len(visits(file))
