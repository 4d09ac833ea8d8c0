"""The Ministry of Culture's open data «libraries» (opendata.mkrf.ru), one JSON file for the whole country."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeAlias, TypeGuard

from bot.centres.centre_fields import is_plain
from bot.centres.centre_file import EMAIL, SITE
from bot.centres.hours.rules import WEEKDAYS
from bot.centres.imports.export_region import is_of_region
from bot.centres.phones import read_phones
from bot.centres.places.geo import Point
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import read_text
from bot.russian.calendar_words import SHORT_WEEKDAYS

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


def read_libraries_export(file: Path, region: str) -> tuple[tuple[ExportedLibrary, ...], list[FileProblem]]:
    """The libraries whose address names the region («Псковская область»), and why others cannot be read."""
    problems: list[FileProblem] = []
    text = read_text(file, problems, MAX_BYTES)
    if text is None:
        return (), problems
    try:
        tree: Json = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        cure = "скачайте файл ещё раз: набор «libraries», формат JSON."
        return (), [FileProblem(file, line, "это не JSON или файл скачан не до конца.", cure)]
    records = tree.get("data") if isinstance(tree, dict) else tree
    if not isinstance(records, list):
        cure = "нужен набор «libraries» с opendata.mkrf.ru в формате JSON."
        return (), [FileProblem(file, 1, "в файле нет списка библиотек.", cure)]
    return tuple(_libraries(records, region, file, problems)), problems


def _libraries(records: list[Json], region: str, file: Path, problems: list[FileProblem]) -> Iterator[ExportedLibrary]:
    for number, record in enumerate(records, 1):
        general = _dig(record, "data", "general") or record
        name, address = _text(general, "name"), _text(general, "address", "fullAddress")
        if not (name and address):
            reason = f"у записи {number} нет названия или адреса."
            problems.append(
                FileProblem(file, 1, reason, "запись пропущена; добавьте библиотеку вручную, если она ваша.")
            )
        elif not is_of_region(address, region):
            continue
        elif not (is_plain(name) and is_plain(address)):
            reason = f"запись {number}: в названии или адресе разметка, значки или слишком длинный текст."
            problems.append(FileProblem(file, 1, reason, "запись пропущена; добавьте библиотеку вручную."))
        else:
            faults: list[str] = []
            yield _library(general, name, address, faults)
            problems += [_left_out(file, number, name, fault) for fault in faults]


def _left_out(file: Path, number: int, name: str, fault: str) -> FileProblem:
    return FileProblem(file, 1, f"запись {number}, «{name}»: {fault}.", "это поле пропущено, остальное взято.")


def _library(general: Json, name: str, address: str, faults: list[str]) -> ExportedLibrary:
    """A library of the export; `faults` are told of the fields that are left out."""
    return ExportedLibrary(
        name,
        _text(general, "locale", "name") or "",
        address,
        _week(_dig(general, "workingSchedule"), faults),
        _phone(_dig(general, "contacts", "phones"), faults),
        _email(_text(general, "contacts", "email"), faults),
        _site(_text(general, "contacts", "website"), faults),
        _points(_dig(general, "address", "mapPosition", "coordinates"), faults),
    )


def _week(schedule: Json, faults: list[str]) -> str | None:
    """Days are numbered from Monday, 0 to 6; a day without times is a day off. Lunch is not told by the export."""
    if not isinstance(schedule, dict):
        return None
    told = [schedule.get(str(number)) for number in range(7)]
    days = [_span(day) for day in told]
    if unread := [SHORT_WEEKDAYS[at] for at, day in enumerate(told) if day and not days[at]]:
        faults.append(f"часы не читаются ({', '.join(unread)})")
        return None
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


def _phone(phones: Json, faults: list[str]) -> str | None:
    if not isinstance(phones, list):
        return None
    numbers = [value for phone in phones if (value := _text(phone, "value"))]
    faults += [f"телефон «{number[:60]}» не читается" for number in numbers if not read_phones(number)]
    return "; ".join(dict.fromkeys(number for number in numbers if read_phones(number))) or None


def _email(email: str | None, faults: list[str]) -> str | None:
    if email and not EMAIL.match(email):
        faults.append(f"почта «{email[:60]}» не читается")
        return None
    return email


def _site(site: str | None, faults: list[str]) -> str | None:
    if site is None:
        return None
    whole = site if site.startswith(("http://", "https://")) else f"http://{site}"
    if "." not in site or not SITE.match(whole):
        faults.append(f"сайт «{site[:60]}» не читается")
        return None
    return whole


def _points(pair: Json, faults: list[str]) -> tuple[Point, ...]:
    if pair is None:
        return ()
    numbers = [float(one) for one in pair if _is_number(one)] if isinstance(pair, list) else []
    both = (Point(numbers[1], numbers[0]), Point(numbers[0], numbers[1])) if len(numbers) == 2 else ()
    points = tuple(point for point in both if -90 <= point.lat <= 90 and -180 <= point.lon <= 180)
    if not points:
        faults.append("точка на карте не читается")
    return points


def _is_number(value: Json) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _dig(node: Json, *path: str) -> Json:
    for name in path:
        node = node.get(name) if isinstance(node, dict) else None
    return node


def _text(node: Json, *path: str) -> str | None:
    value = _dig(node, *path)
    return (_SPACES.sub(" ", value).strip() or None) if isinstance(value, str) else None
