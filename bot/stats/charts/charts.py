"""The charts of reports as numbers and words; bot.stats.charts.drawing draws them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """What was done step by step in time: two kinds, one on the other; an empty label is not written.

    `below` is said under the columns.
    """

    title: str
    under: str
    kinds: tuple[str, str]
    labels: tuple[str, ...]
    values: tuple[tuple[int, int], ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """How much each has, the most first; `below` is said under the last bar."""

    title: str
    under: str
    bars: tuple[tuple[str, int], ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """How much there is in each field of a table, the darker the more."""

    title: str
    under: str
    across: tuple[str, ...]
    down: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


Chart = Columns | Bars | Grid
