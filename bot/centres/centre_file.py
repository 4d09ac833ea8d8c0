"""One record of data/centres.yaml, read strictly."""

import re
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.centre import Announcement, Centre, CentreId, CentreKind, Consultations
from bot.centres.centre_fields import flag, hours, number, phones, point, services, shaped, words
from bot.centres.closed_days import Run, read_runs
from bot.centres.places.municipality import Municipalities, Municipality, MunicipalityId
from bot.centres.places.settlement import Settlement
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.strict_yaml import Mapping, Scalar
from bot.datafiles.yaml_record import YamlRecord

_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
_AS_OF = re.compile(r"^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
EMAIL = re.compile(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")
SITE = re.compile(r"^https?://[^\s<>\"]+$")
_NESTED = ("notice", "consultations")


class CentreReader:
    """Reads records against what is known of the region."""

    def __init__(
        self,
        file: Path,
        zone: ZoneInfo,
        municipalities: Municipalities,
        settlement: Callable[[str, Municipality], Settlement | None],
        problems: list[FileProblem],
    ) -> None:
        self._file = file
        self._zone = zone
        self._municipalities = municipalities
        self._settlement = settlement
        self._problems = problems

    def read(self, mapping: Mapping) -> tuple[Centre | None, int]:
        """The centre, or None where anything of it is faulty; and its line."""
        before = len(self._problems)
        flat = Mapping({key: node for key, node in mapping.items.items() if key not in _NESTED}, mapping.line)
        record = YamlRecord(flat, self._file, self._problems)
        centre = self._centre(record, self._notice(mapping), self._consultations(mapping))
        record.done()
        return (centre if len(self._problems) == before else None), record.line("id")

    def _centre(self, record: YamlRecord, notice: Announcement | None, consultations: Consultations | None) -> Centre:
        municipality, settlement = self._where(record)
        on_map, precision = point(record, settlement)
        return Centre(
            id=CentreId(shaped(record, "id", _ID, "латинские буквы, цифры и «-»") or ""),
            name=words(record, "name", needed=True) or "",
            short_name=words(record, "short_name", needed=True) or "",
            kind=record.choice("kind", CentreKind, CentreKind.LIBRARY),
            municipality=municipality,
            zone=self._zone,
            settlement=settlement.name if settlement else None,
            address=words(record, "address"),
            phones=phones(record),
            email=shaped(record, "email", EMAIL, "имя@сервер.ru"),
            site=shaped(record, "site", SITE, "адрес с http:// или https://"),
            hours=hours(record, "opening_hours", self._zone),
            hours_as_of=shaped(record, "hours_as_of", _AS_OF, "2019, 2019-06 или 2019-06-07"),
            services=services(record),
            point=on_map,
            precision=precision,
            announcement=notice,
            consultations=consultations,
            sources=record.texts("sources"),
            as_of=shaped(record, "as_of", _AS_OF, "2019, 2019-06 или 2019-06-07"),
            checked=record.day("checked"),
        )

    def _where(self, record: YamlRecord) -> tuple[Municipality, Settlement | None]:
        named, settled = record.required("municipality"), record.text("settlement")
        municipality = self._municipalities.named(named)
        if municipality is None:
            record.fault("municipality", f"округа «{named}» нет.", "возьмите название из municipalities.yaml.")
            return Municipality(MunicipalityId(""), named, named, ""), None
        settlement = self._settlement(settled, municipality) if settled else None
        if settled and not settlement:
            cure = "проверьте название или добавьте строку в settlements.csv: название, округ; точку можно не знать."
            record.fault("settlement", f"«{settled}» в этом округе неизвестен.", cure)
        return municipality, settlement

    def _notice(self, mapping: Mapping) -> Announcement | None:
        record = self._nested(mapping, "notice", "text: …, until: 2026-12-31")
        if record is None:
            return None
        text, until = words(record, "text", needed=True) or "", record.day("until")
        notice = Announcement(text, until, flag(record, "closed"), record.day("since"), _runs(record))
        record.done()
        return notice

    def _consultations(self, mapping: Mapping) -> Consultations | None:
        record = self._nested(mapping, "consultations", "hours: …, desks: 1, minutes: 30")
        if record is None:
            return None
        record.required("hours")
        numbers = [number(record, *bounds) for bounds in (("desks", 1, 50), ("minutes", 5, 240))]
        numbers += [number(record, *bounds) for bounds in (("notice_hours", 0, 720), ("horizon_days", 1, 365))]
        table = hours(record, "hours", self._zone)
        record.done()
        return Consultations(table, *numbers) if table else None

    def _nested(self, mapping: Mapping, name: str, sample: str) -> YamlRecord | None:
        match mapping.items.get(name):
            case None | Scalar(text=None):
                return None
            case Mapping() as inner:
                return YamlRecord(inner, self._file, self._problems)
            case other:
                reason = f"в поле «{name}» ожидается запись из нескольких строк."
                self._problems.append(FileProblem(self._file, other.line, reason, f"с отступом: {sample}; или null."))
                return None


def _runs(record: YamlRecord) -> tuple[Run, ...]:
    """The closed days of an announcement, where not all days up to its end are."""
    text = record.text("closed_days")
    try:
        return read_runs(text) if text else ()
    except ValueError:
        cure = "напишите дни через запятую: 2026-12-28..2026-12-30, 2027-01-04."
        record.fault("closed_days", f"«{text}» — не дни.", cure)
        return ()
