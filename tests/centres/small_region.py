"""A small region that unit tests can reason about: two towns, a village, and centres in them."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.centres.directory import Directory, load
from bot.datafiles.file_problem import FileProblem

ZONE = ZoneInfo("Europe/Moscow")
DATA = Path(__file__).parents[2] / "data"

MUNICIPALITIES = """\
- id: lipki
  name: Липкинский муниципальный округ
  short: Липкинский округ
  seat: Липки
  aliases: [Липкинский район, лпк]
- id: sosny
  name: Сосновский муниципальный округ
  short: Сосновский округ
  seat: Сосны
  aliases: [Сосновский район]
"""
SETTLEMENTS = """\
# GeoNames
name,other_names,district,lat,lon,population
Липки,Липовка|Старые Липки,Липкинский муниципальный округ,57.0,28.0,5000
Сосны,,Сосновский район,57.5,28.0,3000
Дубрава,,Липкинский район,57.1,28.0,20
Дубрава,,Сосновский район,57.4,28.0,30
Выселки,,Сосновский район,,,
"""
TOWN = """\
- id: lipki-main
  name: Липкинская центральная библиотека
  short_name: Библиотека в Липках
  kind: library
  municipality: Липкинский муниципальный округ
  settlement: Липки
  address: г. Липки, ул. Речная, д. 1
  phone: 8 (8112) 72-42-53
  email: null
  site: https://lipki.example/
  opening_hours: Mo-Fr 09:00-13:00,14:00-18:00
  services: [gosuslugi_consultation]
  lat: 57.0
  lon: 28.0
  precision: house
  notice: null
  consultations: null
  sources: [https://lipki.example/about]
  as_of: "2025"
  checked: 2026-11-20
"""
FAR = """\
- id: sosny-main
  name: Сосновская библиотека
  short_name: Библиотека в Соснах
  kind: library
  municipality: Сосновский район
  settlement: Сосны
  lat: 57.5
  lon: 28.0
"""
OFF_MAP = """\
- id: sosny-vyselki
  name: Библиотека в Выселках
  short_name: Выселковская библиотека
  kind: library
  municipality: Сосновский район
  settlement: Выселки
"""
FILES: Mapping[str, str] = {
    "municipalities.yaml": MUNICIPALITIES,
    "settlements.csv": SETTLEMENTS,
    "centres.yaml": TOWN + FAR + OFF_MAP,
}


def write(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """The files of the region, or those of them that differ."""
    for name, text in {**FILES, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def region(folder: Path) -> Directory:
    """The region without a fault."""
    directory, problems = load(write(folder), ZONE)
    assert problems == []
    return directory


def faults(folder: Path, name: str, text: str) -> list[str]:
    """What is said about the region when one file of it reads so: the name, line, reason and cure."""
    return told(load(write(folder, {name: text}), ZONE)[1])


def told(problems: list[FileProblem]) -> list[str]:
    return [f"{p.file.name}:{p.line}: {p.reason} {p.cure}" for p in problems]


def at(text: str) -> datetime:
    """A moment in the region: «2026-11-24 13:30»."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture
def few(tmp_path: Path) -> Directory:
    return region(tmp_path)
