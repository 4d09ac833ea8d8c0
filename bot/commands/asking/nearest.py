"""The command `nearest`: centres by a place or a point, for people or as JSON."""

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.centre import Centre
from bot.centres.directory import Directory, Ranking, load
from bot.centres.places.geo import Near, Point
from bot.centres.places.place import Match, Place
from bot.screens.centres.centre_card import distance, settled, standing
from bot.screens.centres.place_choice import title

SHOWN = 5


def by_place(folder: Path, zone: ZoneInfo, text: str, now: datetime, *, as_json: bool) -> int:
    """Prints the centres nearest to a typed place, or the places the name could mean."""
    directory = _directory(folder, zone)
    match = directory.find_place(text)
    if as_json:
        _write(json.dumps(_match_as_json(directory, match, now), ensure_ascii=False))
    elif match.only:
        _write(_in_words(title(match.only), directory.from_place(match.only, SHOWN), now))
    else:
        _write(_choice(directory, match))
    return 0 if match.places else 1


def by_point(folder: Path, zone: ZoneInfo, point: Point, now: datetime, *, as_json: bool) -> int:
    """Prints the centres nearest to a point."""
    directory = _directory(folder, zone)
    ranking, outside = directory.from_point(point, SHOWN), directory.is_outside(point)
    if as_json:
        _write(json.dumps({"outside": outside, "centres": _as_json(ranking, now)}, ensure_ascii=False))
    else:
        head = "Это за пределами области. Ближайшие центры:" if outside else "Ближайшие центры:"
        _write(_in_words(head, ranking, now))
    return 0


def _directory(folder: Path, zone: ZoneInfo) -> Directory:
    directory, problems = load(folder, zone)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return directory


def _match_as_json(directory: Directory, match: Match, now: datetime) -> dict[str, object]:
    places = [_place_as_json(place) for place in match.places]
    centres = _as_json(directory.from_place(match.only, SHOWN), now) if match.only else []
    return {"places": places, "guessed": match.guessed, "centres": centres}


def _place_as_json(place: Place) -> dict[str, object]:
    point = {"lat": place.point.lat, "lon": place.point.lon} if place.point else None
    return {"name": place.name, "municipality": place.municipality.name, "point": point, "exact": place.exact}


def _as_json(ranking: Ranking, now: datetime) -> list[dict[str, object]]:
    return [
        {
            "id": near.what.id,
            "name": near.what.short_name,
            "municipality": near.what.municipality.name,
            "address": near.what.address,
            "km": None if near.km is None else round(near.km, 1),
            "precision": near.what.precision,
            "now": standing(near.what, now),
        }
        for near in ranking.near
    ]


def _in_words(head: str, ranking: Ranking, now: datetime) -> str:
    return "\n".join([head, *(_line(number, near, now) for number, near in enumerate(ranking.near, 1))])


def _line(number: int, near: Near[Centre], now: datetime) -> str:
    centre = near.what
    return f"{number}. {centre.short_name} ({settled(centre)}): {distance(near.km, centre)}; {standing(centre, now)}"


def _choice(directory: Directory, match: Match) -> str:
    if match.places:
        head = "В каком городе эта улица? Напишите и город:" if match.by_street else "Таких мест несколько:"
        return f"{head}\n" + "\n".join(f"- {title(place)}" for place in match.places)
    known = ", ".join(one.short for one in directory.municipalities.all)
    return f"Такого места я не знаю. Округа и города: {known}."


def _write(words: str) -> None:
    sys.stdout.write(f"{words}\n")
