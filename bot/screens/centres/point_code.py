"""A point as one number, small enough for a button."""

from bot.centres.places.geo import Point

# A thousandth of a degree is about a hundred metres: near enough to rank libraries, too rough to find a home.
_STEPS = 1_000
_LONGITUDES = 360 * _STEPS + 1


def spot(point: Point) -> int:
    """The number of a point, never 0."""
    return round((point.lat + 90) * _STEPS) * _LONGITUDES + round((point.lon + 180) * _STEPS) + 1


def point_of(number: int) -> Point | None:
    """The point of a number, or None for 0 and for what no point has."""
    lat, lon = divmod(number - 1, _LONGITUDES)
    point = Point(round(lat / _STEPS - 90, 3), round(lon / _STEPS - 180, 3))
    return point if number > 0 and point.lat <= 90 else None
