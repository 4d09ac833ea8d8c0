"""The region the bot serves, from data/region.yaml."""

from dataclasses import dataclass
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import record
from bot.datafiles.yaml_record import YamlRecord

REGION = "region.yaml"
_USUAL = {"desks": 1, "minutes": 30, "notice_hours": 2}
_FIGURES = 4


@dataclass(frozen=True, slots=True)
class ServicePhone:
    """A number people may call when the bot could not help."""

    title: str
    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OfficialSite:
    """A site of the state in the region, and the names in its address that forgers imitate."""

    host: str
    owner: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoHours:
    """The invented hours of consultations of a centre in the sandbox, as an OpenStreetMap expression."""

    centre: str  # its id
    hours: str
    desks: int = 1
    minutes: int = 30
    notice_hours: int = 2


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
    official: tuple[OfficialSite, ...] = ()
    familiar: tuple[str, ...] = ()  # hosts of its libraries: no danger by themselves
    answer_hours: str | None = None  # when librarians answer questions, as an OpenStreetMap expression; None: not said
    demo: tuple[DemoHours, ...] = ()  # the librarian of the sandbox works at the first


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
        tuple(map(_site, fields.records("official"))),
        fields.texts("familiar"),
        fields.text("answer_hours"),
        tuple(map(_demo, fields.records("demo"))),
    )
    fields.done()
    return (None if problems else region), problems


def load_sites(file: Path) -> tuple[tuple[OfficialSite, ...], tuple[str, ...]]:
    """The official and the familiar sites of the file, whatever else is wrong in it."""
    fields = record(file, [], "official, familiar")
    if fields is None:
        return (), ()
    return tuple(map(_site, fields.records("official"))), fields.texts("familiar")


def _site(fields: YamlRecord) -> OfficialSite:
    site = OfficialSite(fields.required("host"), fields.required("owner"), fields.texts("names"))
    fields.done()
    return site


def _demo(fields: YamlRecord) -> DemoHours:
    centre, hours = fields.required("centre"), fields.required("hours")
    demo = DemoHours(centre, hours, *(_number(fields, name, usual) for name, usual in _USUAL.items()))
    fields.done()
    return demo


def _number(fields: YamlRecord, name: str, usual: int) -> int:
    text = fields.text(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) < _FIGURES):
        fields.fault(name, "это не число.", f"пример: {name}: {usual}")
        return usual
    return int(text)


def _note(fields: YamlRecord) -> tuple[str, str]:
    note = fields.required("article"), fields.required("text")
    fields.done()
    return note


def _phone(fields: YamlRecord) -> ServicePhone:
    phone = ServicePhone(fields.required("title"), fields.required("number"), fields.text("note"))
    fields.done()
    return phone
