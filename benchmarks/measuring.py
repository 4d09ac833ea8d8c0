"""What the measurements share: medians of interleaved rounds, and a table to read them in."""

import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import TypeVar

T = TypeVar("T")


def quick() -> bool:
    """Whether `--quick` was asked for: fewer rounds, rougher figures."""
    return "--quick" in sys.argv[1:]


def interleaved(measures: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """Every measure in every round, in turn, so that the machine's other work falls on all alike."""
    taken: dict[str, list[T]] = {name: [] for name in measures}
    for number in range(rounds):
        names = list(measures) if number % 2 == 0 else list(measures)[::-1]
        for name in names:
            taken[name].append(measures[name]())
    return taken


def ratio(ours: Sequence[float], ceiling: Sequence[float]) -> float:
    """The median of the rounds' own ratios: what slows both in a round cancels out."""
    return median(one / other for one, other in zip(ours, ceiling, strict=True))


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints aligned columns: words to the left, figures to the right."""
    widths = [max(len(row[column]) for row in (heading, *rows)) for column in range(len(heading))]
    for row in (heading, *rows):
        first, *figures = row
        cells = [first.ljust(widths[0]), *(text.rjust(width) for text, width in zip(figures, widths[1:], strict=True))]
        print("  " + "  ".join(cells).rstrip())
    print(flush=True)
