"""How long the reader of Russian time takes for a phrase, as a ratio to cutting the same phrase into words alone.

python -m benchmarks.time_speed FILE.jsonl [--quick]

FILE has the lines of benchmarks.time_phrases. In each round every phrase is cut into words and is read, one right after
the other, so that the machine's other work falls on both alike; of each phrase the quickest round counts.
"""

import argparse
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.grammar.tokens import tokens_of
from bot.russian.time.hours_of_work.reading import notice_timetable
from bot.russian.time.reports.periods import read_typed_period
from bot.russian.time.visits import read_move, read_when

from .measuring import quantile, table

NOW = datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/Moscow"))
VISIT = datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Moscow"))
LIMIT = 2.0  # milliseconds of the slowest phrase but one in a hundred
_ROUNDS, _QUICK = 15, 5

_READERS: Mapping[str, Callable[[str], object]] = {
    "visit": lambda text: read_when(text, NOW),
    "move": lambda text: read_move(text, NOW, VISIT),
    "closure": lambda text: read_closure(text, NOW),
    "absence": lambda text: read_closure(text, NOW),
    "announcement": lambda text: read_closure(text, NOW),
    "period": lambda text: read_typed_period(text, NOW.date()),
    "hours": notice_timetable,
}


def main() -> None:
    """Prints the times of reading and of cutting, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line.strip()]
    cut, read = _measured(rows, _QUICK if options.quick else _ROUNDS)
    shares = {"p50": 0.5, "p99": 0.99}
    lines = [
        [name, *(f"{quantile(of, share) * 1000:.2f}" for of in (cut, read)), f"{_ratio(cut, read, share):.1f}"]
        for name, share in shares.items()
    ]
    table(("of a phrase", "words, ms", "reading, ms", "ratio"), lines)
    print(f"p99 is to be at most {LIMIT} ms: {'yes' if quantile(read, 0.99) * 1000 <= LIMIT else 'no'}")


def _measured(rows: list[Mapping[str, Any]], rounds: int) -> tuple[list[float], list[float]]:
    """Of each phrase the quickest cutting and the quickest reading, in seconds."""
    cut, read = [float("inf")] * len(rows), [float("inf")] * len(rows)
    for _ in range(rounds):
        for at, row in enumerate(rows):
            reader, said = _READERS[row["use"]], row["said"]
            cut[at] = min(cut[at], _seconds(tokens_of, said))
            read[at] = min(read[at], _seconds(reader, said))
    return cut, read


def _ratio(cut: list[float], read: list[float], share: float) -> float:
    return quantile(read, share) / quantile(cut, share)


def _seconds(work: Callable[[str], object], said: str) -> float:
    begun = perf_counter()
    work(said)
    return perf_counter() - begun


if __name__ == "__main__":
    main()
