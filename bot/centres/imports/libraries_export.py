"""The Ministry of Culture's open data «libraries» (opendata.mkrf.ru), one JSON file for the whole country."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from bot.centres.geo import Point
from bot.centres.phones import read_phones
from bot.centres.rules import WEEKDAYS
from bot.problems import Problem
from bot.reading import read_text

MAX_BYTES = 400_000_000  # the export of the whole country

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_TIME = re.compile(r"^([01]?\d|2[0-4]):([0-5]\d)(?::\d\d)?$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ExportedLibrary:
    """One library as the export tells it; None is «not said»."""

    name: str
    locality: str
    address: str
    opening_hours: str | None = None
    phone: str | None = None
    email: str | None = None
    site: str | None = None
    # Both readings of a pair of numbers: the export writes longitude first, but not everywhere.
    points: tuple[Point, ...] = ()


def read_libraries_export(file: Path, region: str) -> tuple[tuple[ExportedLibrary, ...], list[Problem]]:
    """The libraries whose address names the region («Псковская область»), and why others cannot be read."""
    problems: list[Problem] = []
    text = read_text(file, problems, MAX_BYTES)
    if text is None:
        return (), problems
    try:
        tree: Json = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        cure = "скачайте файл ещё раз: набор «libraries», формат JSON."
        return (), [Problem(file, line, "это не JSON или файл скачан не до конца.", cure)]
    records = tree.get("data") if isinstance(tree, dict) else tree
    if not isinstance(records, list):
        cure = "нужен набор «libraries» с opendata.mkrf.ru в формате JSON."
        return (), [Problem(file, 1, "в файле нет списка библиотек.", cure)]
    return tuple(_libraries(records, region, file, problems)), problems


def _libraries(records: list[Json], region: str, file: Path, problems: list[Problem]) -> Iterator[ExportedLibrary]:
    mark = region_mark(region)
    for number, record in enumerate(records, 1):
        general = _dig(record, "data", "general") or record
        library = _library(general)
        if library is None:
            reason = f"у записи {number} нет названия или адреса."
            problems.append(Problem(file, 1, reason, "запись пропущена; добавьте библиотеку вручную, если она ваша."))
        elif mark in _plain(library.address):
            yield library


def region_mark(region: str) -> str:
    """What addresses call the region by: «псковск» for «Псковская область», «татарстан» for «Республика Татарстан»."""
    words = [word for word in _plain(region).split() if word not in {"область", "край", "республика", "автономный"}]
    return re.sub(r"(?:ая|ий|ый|ой|ое)$", "", words[0]) if words else ""


def _library(general: Json) -> ExportedLibrary | None:
    name, address = _text(general, "name"), _text(general, "address", "fullAddress")
    if not (name and address):
        return None
    return ExportedLibrary(
        name,
        _text(general, "locale", "name") or "",
        address,
        _week(_dig(general, "workingSchedule")),
        _phone(_dig(general, "contacts", "phones")),
        _text(general, "contacts", "email"),
        _site(_text(general, "contacts", "website")),
        _points(_dig(general, "address", "mapPosition", "coordinates")),
    )


def _week(schedule: Json) -> str | None:
    """Days are numbered from Monday, 0 to 6; a day without times is a day off. Lunch is not told by the export."""
    if not isinstance(schedule, dict):
        return None
    days = [_span(schedule.get(str(number))) for number in range(7)]
    if not any(days):
        return None
    rules, at = [], 0
    for span, run in groupby(days):
        length = len(list(run))
        first, last = WEEKDAYS[at], WEEKDAYS[at + length - 1]
        rules.append(f"{first if length == 1 else f'{first}-{last}'} {span or 'off'}")
        at += length
    return "; ".join(rules)


def _span(day: Json) -> str | None:
    start, end = (_clock(_dig(day, name)) for name in ("from", "to"))
    return f"{start}-{end}" if start and end and start < end else None


def _clock(time: Json) -> str | None:
    """«09:00:00», or milliseconds from midnight as the older export has them."""
    if isinstance(time, int) and not isinstance(time, bool) and 0 <= time <= 86_400_000:
        return f"{time // 3_600_000:02}:{time // 60_000 % 60:02}"
    found = _TIME.match(time) if isinstance(time, str) else None
    return f"{int(found[1]):02}:{found[2]}" if found else None


def _phone(phones: Json) -> str | None:
    if not isinstance(phones, list):
        return None
    numbers = [value for phone in phones if (value := _text(phone, "value")) and read_phones(value)]
    return "; ".join(dict.fromkeys(numbers)) or None


def _site(site: str | None) -> str | None:
    if site is None or " " in site or "." not in site:
        return None
    return site if site.startswith(("http://", "https://")) else f"http://{site}"


def _points(pair: Json) -> tuple[Point, ...]:
    if not (isinstance(pair, list) and len(pair) == 2):
        return ()
    numbers = [float(one) for one in pair if isinstance(one, int | float) and not isinstance(one, bool)]
    if len(numbers) != 2:
        return ()
    both = (Point(numbers[1], numbers[0]), Point(numbers[0], numbers[1]))
    return tuple(point for point in both if -90 <= point.lat <= 90 and -180 <= point.lon <= 180)


def _dig(node: Json, *path: str) -> Json:
    for name in path:
        node = node.get(name) if isinstance(node, dict) else None
    return node


def _text(node: Json, *path: str) -> str | None:
    value = _dig(node, *path)
    return (_SPACES.sub(" ", value).strip() or None) if isinstance(value, str) else None


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")
