"""The card of a centre: all that is known of it, and honestly what is not."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

from bot.booking.booking import Closure
from bot.booking.timetable_changes.extra_hours import ExtraHours
from bot.centres.card_writing import told_by_librarian
from bot.centres.centre import Announcement, Centre, Precision, Service
from bot.centres.hours.opening import status
from bot.centres.places.geo import Point, distance_km
from bot.russian.words import day_in_full
from bot.screens.booking.actions import BookAt
from bot.screens.centres.actions import NearPoint, SendContact, SendVenue
from bot.screens.centres.hours_text import caution, dated, now_in_words, of_date, week_in_words, when
from bot.screens.centres.point_code import spot
from bot.screens.centres.timetable import opening_days
from bot.screens.closures.text import closed_ahead, opened_ahead
from bot.screens.common_buttons import HOME
from bot.screens.menu import Menu
from bot.screens.screen import Button, LinkButton, Row, Screen, row

OFFERS = {
    Service.CONSULTATION: "консультации по Госуслугам",
    Service.PUBLIC_ACCESS: "центр общественного доступа к Госуслугам",
    Service.ACCOUNT: "помощь с учётной записью Госуслуг",
    Service.FREE: "помощь бесплатная",
    Service.STATE_SERVICES: "приём заявлений на государственные услуги",
    Service.COMPUTERS: "компьютеры",
    Service.INTERNET: "интернет",
    Service.LEGAL_CENTRE: "центр правовой информации",
    Service.LEGAL_BASES: "правовые базы",
    Service.LAWYER: "консультация юриста",
    Service.HOME: "обслуживание на дому",
    Service.BLIND: "для незрячих и слабовидящих",
    Service.MOBILITY: "удобный вход для тех, кому трудно ходить",
    Service.CHILDREN: "для детей и юношества",
    Service.MODEL: "модельная библиотека",
}


def card(
    centre: Centre,
    now: datetime,
    seen_from: Point | None = None,
    visit: datetime | None = None,
    closed: Sequence[Closure] = (),
    extra: Sequence[ExtraHours] = (),
) -> Screen:
    """What a citizen sees of a centre; `visit` is the next free consultation, in its zone."""
    parts = [*_parts(centre, now, seen_from)]
    free = f"Ближайшая свободная консультация: {when(visit, now)}." if visit else ""
    parts.insert(-1, tuple(filter(None, (free, opened_ahead(extra, centre), closed_ahead(closed, centre)))))
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return Screen(text, (*_ways(centre, seen_from), row(HOME)), keeps_numbers=True)


def gone() -> Screen:
    """The centre behind an old button or a link is no longer there."""
    return Screen(
        "Этого центра в справочнике больше нет. Напишите, где вы, — найдём другой: город, деревню или район.",
        (row(HOME),),
    )


def route_link(centre: Centre, seen_from: Point | None = None) -> str | None:
    """A page with the way to the centre that opens in any browser."""
    if centre.point is None:
        return None
    start = f"from={_pair(seen_from)}&" if seen_from else ""
    return f"https://www.openstreetmap.org/directions?{start}to={_pair(centre.point)}"


def deep_link(centre: Centre, bot_name: str) -> str:
    """The link that opens the card in the chat."""
    return f"https://t.me/{bot_name}?start=c_{centre.id}"


def distance(km: float | None, centre: Centre) -> str:
    """«≈ 12 км по прямой»; told to the settlement where the house is not on the map."""
    if km is None:
        return "расстояние неизвестно"
    rough = centre.precision is Precision.SETTLEMENT
    if km < 1:
        return "в этом же населённом пункте" if rough else "меньше 1 км по прямой"
    shown = f"{km:.1f}".replace(".", ",") if km < 10 and not rough else f"{km:.0f}"
    return f"≈ {shown} км по прямой"


def venue(centre: Centre) -> tuple[str, str]:
    """Title and address for a point on the map; says so where the point is not the house."""
    rough = " (точка — сам населённый пункт, не дом)" if centre.precision is Precision.SETTLEMENT else ""
    return centre.short_name, f"{centre.address or settled(centre)}{rough}"


def settled(centre: Centre) -> str:
    """«Изборск, Печорский округ»; a city is not told twice."""
    place = centre.municipality.short
    return place if centre.settlement in {None, place} else f"{centre.settlement}, {place}"


def standing(centre: Centre, now: datetime) -> str:
    """«открыто до 18:00»; hours that nobody has checked are told with their date."""
    words = now_in_words(status(centre, now), now)
    announcement = centre.announces(now)
    if centre.hours is None or centre.checked or (announcement and announcement.closes(centre.day(now))):
        return words
    if centre.has_old_hours(now):
        return f"нынешние часы неизвестны, есть только часы {dated(centre.hours_as_of or '')}"
    return f"по расписанию {dated(centre.hours_as_of) if centre.hours_as_of else 'без даты'} {words}"


def announcement_line(announcement: Announcement) -> str:
    """The announcement with its last day."""
    until = f" (до {day_in_full(announcement.until)})" if announcement.until else ""
    return f"Объявление: {escape(announcement.text.rstrip('.'))}{until}."


def help_hours(centre: Centre, now: datetime) -> str:
    """When people are helped by appointment, each season of the year; empty where nobody can book."""
    if centre.consultations is None:
        return ""
    days = escape("; ".join(opening_days(centre.consultations.hours, centre.day(now))))
    return f"Помогают с Госуслугами, по записи: {days}."


def _parts(centre: Centre, now: datetime, seen_from: Point | None) -> Iterator[tuple[str, ...]]:
    name = () if centre.name == centre.short_name else (escape(centre.name),)
    yield (f"<b>{escape(centre.short_name)}</b>", *name)
    if announcement := centre.announces(now):
        yield (announcement_line(announcement),)
    yield tuple(_hours(centre, now))
    if centre.consultations:
        yield (help_hours(centre, now),)
    yield tuple(_where(centre, seen_from))
    yield tuple(_contacts(centre))
    if centre.services:
        yield ("Что здесь есть: " + ", ".join(OFFERS[service] for service in centre.services) + ".",)
    yield (_how_sure(centre),)


def _hours(centre: Centre, now: datetime) -> Iterator[str]:
    words = standing(centre, now)
    yield f"<b>{escape(words[0].upper() + words[1:])}.</b>"
    if centre.hours is None:
        yield "Когда здесь открыто, мы не знаем. Уточните перед поездкой."
        return
    week = escape("; ".join(week_in_words(centre.hours, centre.day(now))))
    if centre.has_old_hours(now):
        yield f"Тогда было так: {week}. Сейчас может быть иначе: уточните перед поездкой."
        return
    if warning := caution(status(centre, now)):
        yield warning
    yield f"Часы: {week}."
    if told_by_librarian(centre):
        yield "Эти часы сообщил библиотекарь."
    elif centre.checked is None:
        yield "Эти часы человек не проверял: уточните перед поездкой."


def _where(centre: Centre, seen_from: Point | None) -> Iterator[str]:
    yield (
        f"Адрес: {escape(centre.address)}"
        if centre.address
        else f"Точный адрес неизвестен. Это {escape(settled(centre))}."
    )
    if seen_from:
        km = distance_km(seen_from, centre.point) if centre.point else None
        words = distance(km, centre)
        yield words[0].upper() + words[1:] + "."


def _contacts(centre: Centre) -> Iterator[str]:
    for phone in centre.phones:
        note = f" ({escape(phone.note)})" if phone.note else ""
        yield f"Телефон: {escape(phone.written)}{note}"
    if not centre.phones:
        yield "Телефон неизвестен."
    if centre.email:
        yield f"Почта: {escape(centre.email)}"


def _how_sure(centre: Centre) -> str:
    if centre.checked:
        return f"<i>Проверено: {day_in_full(centre.checked)}</i>"
    return f"<i>Сведения из открытых источников ({of_date(centre.as_of)}), человек их ещё не проверял.</i>"


def _ways(centre: Centre, seen_from: Point | None) -> Iterator[Row]:
    if centre.consultations:
        yield row(Button(Menu.BOOK.value, BookAt(centre.id)))
    if link := route_link(centre, seen_from):
        yield row(LinkButton("Как добраться", link), Button("Показать на карте", SendVenue(centre.id)))
    extra: list[Button | LinkButton] = []
    if centre.phones:
        extra.append(Button("Сохранить телефон", SendContact(centre.id)))
    if centre.site:
        extra.append(LinkButton("Сайт", centre.site))
    if extra:
        yield tuple(extra)
    point = seen_from or centre.point
    if point:
        kind = "рядом с вами" if seen_from else "рядом с ним"
        yield row(Button(f"Другие центры {kind}", NearPoint(spot(point))))


def _pair(point: Point) -> str:
    return quote(f"{point.lat:.5f},{point.lon:.5f}", safe="")
