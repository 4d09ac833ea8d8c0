"""The region the bot serves, from data/region.yaml."""

from dataclasses import dataclass
from pathlib import Path

from bot.fields import Fields
from bot.problems import Problem
from bot.strict_yaml import FaultyYamlError, Mapping, parse


@dataclass(frozen=True, slots=True)
class Phone:
    """A number people may call when the bot could not help."""

    title: str
    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """What differs from one region to the next."""

    name: str
    of_region: str
    phones: tuple[Phone, ...] = ()
    geonames_admin1: str = ""  # the region's code in GeoNames, for imports


def load_region(file: Path) -> tuple[Region | None, list[Problem]]:
    """The region of the file, or the reasons why it cannot be read."""
    if not file.is_file():
        return None, [
            Problem(file, 1, "файла нет.", "верните его из образца (name, of_region, phones) или проверьте DATA_DIR.")
        ]
    try:
        tree = parse(file.read_text(encoding="utf-8-sig"), file)
    except FaultyYamlError as fault:
        return None, [fault.problem]
    except UnicodeDecodeError:
        return None, [Problem(file, 1, "файл не в кодировке UTF-8.", "сохраните его в UTF-8.")]
    if not isinstance(tree, Mapping):
        return None, [Problem(file, 1, "в файле нет полей.", "заполните его: name, of_region, phones.")]
    problems: list[Problem] = []
    fields = Fields(tree, file, problems)
    phones = tuple(map(_phone, fields.records("phones")))
    admin1 = fields.text("geonames_admin1") or ""
    region = Region(fields.required("name"), fields.required("of_region"), phones, admin1)
    fields.done()
    return (None if problems else region), problems


def _phone(record: Fields) -> Phone:
    phone = Phone(record.required("title"), record.required("number"), record.text("note"))
    record.done()
    return phone
