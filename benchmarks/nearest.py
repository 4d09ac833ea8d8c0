"""Nearest centres: how long a search takes, against a bare numpy haversine over the same points in the same run.

python -m benchmarks.nearest
"""

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from bot.centres.directory import load
from bot.centres.places.geo import EARTH_KM, NearestFirst, Point

Reals = NDArray[np.float64]

SHOWN = 3  # centres on one screen
ROUNDS = 400
SYNTHETIC = 40_000


def main() -> None:
    dice = random.Random(4)
    directory, _ = load(Path(__file__).parents[1] / "data", ZoneInfo("Europe/Moscow"))
    real = [centre.point for centre in directory.centres if centre.point]
    synthetic = [Point(dice.uniform(55.6, 59.0), dice.uniform(27.3, 31.5)) for _ in range(SYNTHETIC)]
    asked = [Point(dice.uniform(55.6, 59.0), dice.uniform(27.3, 31.5)) for _ in range(ROUNDS)]
    for name, points in (("shipped", real), ("synthetic", synthetic)):
        for count in (SHOWN, 30):
            compare(f"{name}, {len(points):>6} points, first {count:>2}", points, asked, count)
    whole = [timed(partial(directory.from_point, point, SHOWN)) for point in asked]
    print(f"the whole directory, first {SHOWN}: {quantiles(whole)}")
    print(f"a misspelt place name: {quantiles([timed(partial(directory.find_place, 'жижеца')) for _ in asked])}")


def compare(title: str, points: list[Point], asked: list[Point], count: int) -> None:
    index = NearestFirst((point, number) for number, point in enumerate(points))
    lat, lon = np.radians([point.lat for point in points]), np.radians([point.lon for point in points])
    ours: list[float] = []
    bare: list[float] = []
    for point in asked:
        start = time.perf_counter_ns()
        found = index.nearest_to(point, count)
        middle = time.perf_counter_ns()
        best = numpy_nearest(lat, lon, point, count)
        bare.append((time.perf_counter_ns() - middle) / 1000)
        ours.append((middle - start) / 1000)
        if not np.allclose([near.km or 0 for near in found], best):
            raise SystemExit("the search is wrong")
    print(f"{title}: {quantiles(ours)}; numpy {quantiles(bare)}; ratio {np.median(ours) / np.median(bare):.2f}")


def numpy_nearest(lat: Reals, lon: Reals, point: Point, count: int) -> Reals:
    """The ceiling: all distances at once, and the order of the nearest."""
    here_lat, here_lon = np.radians(point.lat), np.radians(point.lon)
    chord = np.sin((lat - here_lat) / 2) ** 2 + np.cos(here_lat) * np.cos(lat) * np.sin((lon - here_lon) / 2) ** 2
    km = 2 * EARTH_KM * np.arcsin(np.sqrt(chord))
    best = np.argpartition(km, min(count, len(km) - 1))[:count]
    nearest: Reals = km[best[np.argsort(km[best])]]
    return nearest


def timed(search: Callable[[], object]) -> float:
    start = time.perf_counter_ns()
    search()
    return (time.perf_counter_ns() - start) / 1000


def quantiles(times: list[float]) -> str:
    return f"p50 {np.percentile(times, 50):.0f} µs, p99 {np.percentile(times, 99):.0f} µs"


if __name__ == "__main__":
    main()
