"""One part of a card in words, as it is and as it would be."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.centres.card_edits import CardPart
from bot.centres.centre import Announcement, Centre, Consultations
from bot.russian.words import day_in_full, plural
from bot.screens.centres.centre_card import OFFERS
from bot.screens.centres.timetable import opening_days, timetable

UNKNOWN = "неизвестно"
NO_BOOKING = "записи нет"


def value(centre: Centre, part: CardPart, now: datetime) -> str:
    """The words; of the announcement also whether the centre is shown closed."""
    return "" if part is CardPart.OTHER else _WORDS[part](centre, now) or UNKNOWN


def _hours(centre: Centre, now: datetime) -> str:
    return ";\n".join(timetable(centre.hours, centre.day(now))) if centre.hours else ""


def _booking(centre: Centre, now: datetime) -> str:
    return _consultations(centre.consultations, centre.day(now)) if centre.consultations else NO_BOOKING


def _phones(centre: Centre, _: datetime) -> str:
    return "; ".join(f"{one.written} ({one.note})" if one.note else one.written for one in centre.phones)


def _consultations(received: Consultations, today: date) -> str:
    """The hours, then how many, how long, how late and how far ahead."""
    notice = plural(received.notice_hours, "час", "часа", "часов")
    return "; ".join(
        (
            *opening_days(received.hours, today),
            plural(received.desks, "место", "места", "мест"),
            f"по {plural(received.minutes, 'минуте', 'минуты', 'минут')}",
            f"запись не позже чем за {notice} до приёма" if received.notice_hours else "запись до самого начала",
            f"на {plural(received.horizon_days, 'день', 'дня', 'дней')} вперёд",
        )
    )


def _announcement(announcement: Announcement | None) -> str:
    if announcement is None:
        return "объявления нет"
    until = f"до {day_in_full(announcement.until)}" if announcement.until else "пока не снимете"
    closed = _closed_days(announcement) if announcement.closed else ""
    return f"«{announcement.text}» ({until}{closed})"


def _closed_days(announcement: Announcement) -> str:
    if announcement.since is None:
        return "; всё это время центр показан закрытым"
    if announcement.runs:
        runs = (f"{day_in_full(first)} – {day_in_full(last)}" for first, last in announcement.runs)
        return f"; центр показан закрытым: {', '.join(runs)}"
    return f"; центр показан закрытым с {day_in_full(announcement.since)}"


_WORDS: Mapping[CardPart, Callable[[Centre, datetime], str | None]] = {
    CardPart.HOURS: _hours,
    CardPart.CONSULTATIONS: _booking,
    CardPart.PHONE: _phones,
    CardPart.ADDRESS: lambda centre, _: centre.address,
    CardPart.SITE: lambda centre, _: centre.site,
    CardPart.SERVICES: lambda centre, _: ", ".join(OFFERS[service] for service in centre.services),
    CardPart.ANNOUNCEMENT: lambda centre, now: _announcement(centre.announces(now)),
}
