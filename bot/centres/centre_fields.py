"""The fields of a centre's record, each with what is wrong with it and what to write instead."""

import re
from zoneinfo import ZoneInfo

from bot.centres.centre import Precision, Service
from bot.centres.hours.hours import Hours, HoursFault, UnreadableHoursError
from bot.centres.phones import PhoneNumber, read_phones
from bot.centres.places.geo import Point
from bot.centres.places.settlement import Settlement, parse_point
from bot.datafiles.yaml_record import YamlRecord

# Markup, control and directing signs, and everything beyond the basic plane: pictures live there.
_ODD = re.compile("[<>\x00-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069\u2600-\u27bf\U00010000-\U0010ffff]")
_LONGEST_TEXT = 300

_HOURS_CURES = {
    HoursFault.SYNTAX: ("запись часов непонятна", "сверьтесь с образцом: Mo-Fr 09:00-18:00; Sa 10:00-16:00; Su off."),
    HoursFault.NIGHT: ("центр открыт ночью", "проверьте, не перепутаны ли начало и конец дня."),
    HoursFault.NEVER: ("по этой записи центр никогда не открыт", "поправьте часы или закройте центр через notice."),
    HoursFault.LEAP_YEAR: (
        "в високосный год последний день февраля — 29-е",
        "вместо «Feb 28» напишите «Mar 1 -1 day»: день перед 1 марта.",
    ),
}


def is_plain(text: str) -> bool:
    """Whether the text is words that can stand on a card: no markup, no pictures, not too long."""
    return not _ODD.search(text) and len(text) <= _LONGEST_TEXT


def words(record: YamlRecord, name: str, *, needed: bool = False) -> str | None:
    """Plain words; required where needed."""
    value = record.required(name) if needed else record.text(name)
    if value and not is_plain(value):
        record.fault(name, f"в поле «{name}» разметка, значки или слишком длинный текст.", "оставьте обычные слова.")
    return value or None


def shaped(record: YamlRecord, name: str, shape: re.Pattern[str], sample: str) -> str | None:
    """A value of the given shape; the id is always required."""
    value = record.required(name) if name == "id" else record.text(name)
    if value and not shape.match(value):
        record.fault(name, f"«{value[:60]}» в поле «{name}» не подходит.", f"напишите так: {sample}.")
    return value


def phones(record: YamlRecord) -> tuple[PhoneNumber, ...]:
    """The phone numbers of the record, read whole."""
    written = record.text("phone")
    numbers = read_phones(written) if written else ()
    if numbers is None:
        cure = "впишите номер с кодом города: 8 (495) 123-45-67; несколько — через «;», пояснение — в скобках после."
        record.fault("phone", f"«{(written or '')[:60]}» — не полный номер: нужен код города.", cure)
    return numbers or ()


def hours(record: YamlRecord, name: str, zone: ZoneInfo) -> Hours | None:
    """The timetable of the record."""
    written = record.text(name)
    try:
        return Hours.parse(written, zone) if written else None
    except UnreadableHoursError as error:
        reason, cure = _HOURS_CURES[error.fault]
        where = f" — споткнулись на «{error.near}»" if error.near else ""
        record.fault(name, f"{reason}{where}.", cure)
        return None


def services(record: YamlRecord) -> tuple[Service, ...]:
    """The services that the record lists."""
    written = record.texts("services")
    known = {service.value: service for service in Service}
    if unknown := [word for word in written if word not in known]:
        reason = f"такой услуги нет: {', '.join(unknown)[:80]}."
        record.fault("services", reason, "выберите из: " + ", ".join(known) + ".")
    return tuple(known[word] for word in written if word in known)


def point(record: YamlRecord, settlement: Settlement | None) -> tuple[Point | None, Precision | None]:
    """The point on the map; that of the settlement where the record has none."""
    lat, lon, precise = record.text("lat"), record.text("lon"), record.text("precision")
    precision = record.choice("precision", Precision, Precision.SETTLEMENT) if precise else None
    try:
        point = parse_point(lat or "", lon or "")
    except ValueError as error:
        cure = "впишите градусы с точкой, например lat: 55.75580 и lon: 37.61730, или null в обоих полях."
        record.fault("lat", str(error), cure)
        return None, None
    if point:
        return point, precision or Precision.SETTLEMENT
    known = settlement.point if settlement else None
    return known, Precision.SETTLEMENT if known else None


def flag(record: YamlRecord, name: str) -> bool:
    """True or false; absent is false."""
    value = record.text(name)
    if value not in {None, "true", "false"}:
        record.fault(name, f"«{value}» здесь не бывает.", "напишите true или false.")
    return value == "true"


def number(record: YamlRecord, name: str, least: int, most: int) -> int:
    """A required whole number within bounds."""
    value = record.required(name)
    if value.isascii() and value.isdigit() and len(value) < 6 and least <= int(value) <= most:
        return int(value)
    record.fault(name, f"число в поле «{name}» не подходит.", f"напишите от {least} до {most}.")
    return least
