"""The region the bot serves, from data/region.yaml."""

from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import record
from bot.datafiles.yaml_record import YamlRecord

REGION = "region.yaml"


@dataclass(frozen=True, slots=True)
class ServicePhone:
    """A number people may call when the bot could not help."""

    title: str
    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """What differs from one region to the next."""

    name: str
    of_region: str
    phones: tuple[ServicePhone, ...] = ()
    geonames_admin1: str = ""  # the region's code in GeoNames, for imports
    in_region: str = ""  # with its preposition: «в Лесной области», «на Камчатке»
    in_capital: str = ""
    words: tuple[str, ...] = ()  # what else people call it
    notes: tuple[tuple[str, str], ...] = ()  # what is known of this region alone, by the article that tells it


def load_region(file: Path) -> tuple[Region | None, list[FileProblem]]:
    """The region of the file, or the reasons why it cannot be read."""
    problems: list[FileProblem] = []
    fields = record(file, problems, "name, of_region, phones")
    if fields is None:
        return None, problems
    phones = tuple(map(_phone, fields.records("phones")))
    admin1 = fields.text("geonames_admin1") or ""
    region = Region(
        fields.required("name"),
        fields.required("of_region"),
        phones,
        admin1,
        fields.text("in_region") or "",
        fields.text("in_capital") or "",
        fields.texts("words"),
        tuple(map(_note, fields.records("notes"))),
    )
    fields.done()
    return (None if problems else region), problems


def _note(fields: YamlRecord) -> tuple[str, str]:
    note = fields.required("article"), fields.required("text")
    fields.done()
    return note


def _phone(fields: YamlRecord) -> ServicePhone:
    phone = ServicePhone(fields.required("title"), fields.required("number"), fields.text("note"))
    fields.done()
    return phone
