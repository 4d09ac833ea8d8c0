"""The first screens of booking: the topic and the centre."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from bot.centres.centre import Centre
from bot.centres.places.place import Place
from bot.region.region import Region
from bot.region.topics import Topic
from bot.screens.action import Action
from bot.screens.actions import Browse, FindCentre, StopAsking
from bot.screens.booking.actions import BookDays, BookNear
from bot.screens.centres.centre_card import distance
from bot.screens.centres.hours_text import when
from bot.screens.centres.place_choice import title
from bot.screens.centres.point_code import spot
from bot.screens.centres.short_address import place_of
from bot.screens.common_buttons import HOME, phones
from bot.screens.screen import Button, Row, Screen, column, row

CENTRES_SHOWN = 5
FAR_KM = 30.0  # from here on a centre is not «рядом»


@dataclass(frozen=True, slots=True)
class Offer:
    """A centre with booking: how far it is, and its next free time in its own zone; None is «not known» and «none»."""

    centre: Centre
    km: float | None
    free: datetime | None


def topics(all_: Sequence[Topic], choose: Callable[[str], Action], centre: Centre | None, note: str = "") -> Screen:
    """Asks for the topic of the consultation."""
    where = f"Центр: {escape(centre.short_name)}.\n\n" if centre else ""
    text = f"<b>Запись на консультацию</b>\n\n{where}О чём консультация? Нажмите или напишите номер."
    choices = tuple(choose(topic.id) for topic in all_)
    titles = [topic.title for topic in all_]
    return Screen(noted(note, text), (*_numbered(titles, choices), row(HOME)), choices=choices)


def where_to_look(topic: Topic, note: str = "") -> Screen:
    """Where it suits to come, where too many centres have booking to show them all."""
    text = (
        f"<b>{escape(topic.title)}</b>\n\nГде вам удобно? Напишите город, деревню, район или улицу. "
        "Можно с ошибками. Или отправьте своё место."
    )
    every = Button("Показать все центры с записью", BookNear(topic.id))
    return Screen(noted(note, text), (row(every), row(Button("Не записываться", StopAsking())), row(HOME)))


def centres(topic: Topic, offers: Sequence[Offer], now: datetime, turning: tuple[Row, ...], note: str = "") -> Screen:
    """Where: the centres of a page with their next free time."""
    entries = [_entry(number, offer, now) for number, offer in enumerate(offers, 1)]
    known = any(offer.km is not None for offer in offers)
    ask = "" if known else " Или напишите, где вы: покажу ближайший центр первым."
    far = offers[0].km is not None and offers[0].km > FAR_KM
    head = "Рядом с вами записи пока нет. Вот где она есть." if far else "Куда вам удобно прийти?"
    text = "\n\n".join((f"<b>{escape(topic.title)}</b>", f"{head}\n\nНажмите или напишите номер.{ask}", *entries))
    choices = tuple(BookDays(topic.id, offer.centre.id) for offer in offers)
    names = [offer.centre.short_name for offer in offers]
    return Screen(noted(note, text), (*_numbered(names, choices), *turning, row(HOME)), choices=choices)


def which_place(topic: Topic, places: Sequence[Place]) -> Screen:
    """Asks which of several places with that name is meant."""
    known = [(place, place.point) for place in places if place.point]
    choices = tuple(BookNear(topic.id, spot(point)) for _, point in known)
    text = "Таких мест несколько. Какое ваше? Нажмите или напишите номер."
    return Screen(text, (*_numbered([title(place) for place, _ in known], choices), row(HOME)), choices=choices)


def not_offered(region: Region) -> Screen:
    """Consultations are not offered here: information only."""
    text = (
        "Записаться здесь нельзя: я отвечаю на вопросы и подсказываю адреса.\n\n"
        "Чтобы договориться о встрече, позвоните в центр: телефон есть на его карточке, если он известен."
    )
    ways = (row(Button("📍 Ближайший центр", FindCentre())), row(Button("❓ Все вопросы", Browse()), HOME))
    return Screen(f"{text}\n\n{phones(region)}", ways)


def noted(note: str, text: str) -> str:
    """The text after a word about what was just typed."""
    return f"{note}\n\n{text}" if note else text


def _entry(number: int, offer: Offer, now: datetime) -> str:
    centre = offer.centre
    place = escape(place_of(centre))
    far = f"\n{distance(offer.km, centre)}" if offer.km is not None else ""
    free = f"Ближайшее время: {when(offer.free, now)}" if offer.free else "Свободного времени пока нет"
    return f"{number}. <b>{escape(centre.short_name)}</b>\n{place}{far}\n{free}"


def _numbered(titles: Sequence[str], choices: Sequence[Action]) -> tuple[Row, ...]:
    pairs = zip(titles, choices, strict=True)
    return column(Button(f"{number}. {words}", action) for number, (words, action) in enumerate(pairs, 1))


ONLY_HERE = "Запись сейчас открыта в одном центре."
