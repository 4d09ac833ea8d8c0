"""Points on the globe and the nearest of many, by great circle."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappush, heappushpop
from typing import Generic, TypeVar

# The mean radius of the WGS 84 ellipsoid, (2a + b) / 3.
EARTH_KM = 6371.0088
_KM_A_DEGREE = math.radians(EARTH_KM)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees, WGS 84."""

    lat: float
    lon: float


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance in kilometres, by the haversine formula."""
    return _haversine_km(one.lat, one.lon, other.lat, other.lon, math.cos(math.radians(one.lat)))


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """Something and how far it is, in kilometres; None where its place is not known."""

    what: T
    km: float | None


class NearestFirst(Generic[T]):
    """Things ordered by latitude, so that a search looks only at a band around the asking point."""

    def __init__(self, things: Iterable[tuple[Point, T]]) -> None:
        """Things at the same distance keep the order they come in."""
        ranked = sorted(enumerate(things), key=lambda item: item[1][0].lat)
        self._things = {rank: thing for rank, (_, thing) in ranked}
        self._lats = [point.lat for _, (point, _) in ranked]
        self._rest = [(rank, point.lat, point.lon) for rank, (point, _) in ranked]

    def __len__(self) -> int:
        return len(self._rest)

    def nearest_to(self, point: Point, count: int) -> list[Near[T]]:
        """The `count` nearest, nearest first."""
        best: list[tuple[float, int]] = []  # a heap of (-km, -rank): its first is the worst kept
        farthest = math.inf
        lat, lon, cos_lat = point.lat, point.lon, math.cos(math.radians(point.lat))
        for rank, its_lat, its_lon in self._outwards(lat):
            if abs(its_lat - lat) * _KM_A_DEGREE > farthest:
                break
            km = _haversine_km(lat, lon, its_lat, its_lon, cos_lat)
            if len(best) < count:
                heappush(best, (-km, -rank))
            elif km <= farthest:
                heappushpop(best, (-km, -rank))
            if len(best) == count:
                farthest = -best[0][0] if best else -1.0
        return [Near(self._things[-rank], -km) for km, rank in sorted(best, reverse=True)]

    def _outwards(self, lat: float) -> Iterator[tuple[int, float, float]]:
        """From the asked latitude to the north and the south, the closer side first."""
        lats, rest = self._lats, self._rest
        north = bisect_left(lats, lat)
        south = north - 1
        while south >= 0 and north < len(lats):
            if lats[north] - lat < lat - lats[south]:
                yield rest[north]
                north += 1
            else:
                yield rest[south]
                south -= 1
        yield from rest[north:]
        yield from reversed(rest[: south + 1])


def _haversine_km(lat: float, lon: float, other_lat: float, other_lon: float, cos_lat: float) -> float:
    half_lat = math.sin(math.radians(other_lat - lat) / 2)
    half_lon = math.sin(math.radians(other_lon - lon) / 2)
    chord = half_lat * half_lat + cos_lat * math.cos(math.radians(other_lat)) * half_lon * half_lon
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
