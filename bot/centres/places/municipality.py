"""The municipalities of the region, from data/municipalities.yaml."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import list_of_records
from bot.datafiles.yaml_record import YamlRecord

MunicipalityId = NewType("MunicipalityId", str)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A district or a city: its official name, the words on its button, its seat, and what else people call it."""

    id: MunicipalityId
    name: str
    short: str
    seat: str
    aliases: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()  # what the postal codes of it begin with

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the municipality, old and new."""
        return (self.name, self.short, *self.aliases)


class Municipalities:
    """All municipalities, found by any of their names."""

    def __init__(self, municipalities: tuple[Municipality, ...] = ()) -> None:
        self.all = municipalities
        self._by_id = {one.id: one for one in municipalities}
        self._by_name = {name.casefold(): one for one in reversed(municipalities) for name in one.names}

    def __iter__(self) -> Iterator[Municipality]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def get(self, id_: str) -> Municipality | None:
        """The municipality with that id."""
        return self._by_id.get(MunicipalityId(id_))

    def at_postcode(self, code: str) -> Municipality | None:
        """The municipality whose postal codes begin most like that one."""
        fits = [(len(start), one) for one in self.all for start in one.postcodes if code.startswith(start)]
        return max(fits, key=lambda fit: fit[0])[1] if fits else None

    def named(self, name: str) -> Municipality | None:
        """The municipality of that name, old or new."""
        return self._by_name.get(name.strip().casefold())


def load_municipalities(file: Path, problems: list[FileProblem]) -> Municipalities:
    """What can be used of the file; the rest is told in problems."""
    found: dict[MunicipalityId, Municipality] = {}
    for record in list_of_records(file, problems, "- id: …, name: …, short: …, seat: …"):
        one = _municipality(record)
        if one.id in found:
            record.fault("id", f"округ «{one.id}» записан дважды.", "оставьте одну запись.")
        else:
            found[one.id] = one
    return Municipalities(tuple(found.values()))


def check_seats(municipalities: Municipalities, settlements: Set[str], file: Path, problems: list[FileProblem]) -> None:
    """Tells the municipalities whose seat is none of the settlements, where these are known."""
    for one in municipalities:
        if settlements and one.seat not in settlements:
            reason = f"центра «{one.seat}» нет в settlements.csv."
            problems.append(FileProblem(file, 1, reason, "проверьте seat или добавьте строку в settlements.csv."))


def _municipality(record: YamlRecord) -> Municipality:
    one = Municipality(
        MunicipalityId(record.required("id")),
        record.required("name"),
        record.required("short"),
        record.required("seat"),
        record.texts("aliases"),
        record.texts("postcodes"),
    )
    record.done()
    return one
