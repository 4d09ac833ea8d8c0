"""The first screens of booking: the topic and the place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from bot.booking.draft import BookingDraft
from bot.centres.centre import Centre
from bot.centres.places.geo import Near
from bot.centres.places.place import Place
from bot.region.region import Region
from bot.region.topics import Topic
from bot.screens.action import Action
from bot.screens.actions import Browse, StopAsking
from bot.screens.booking.actions import BookNear
from bot.screens.booking.draft_signs import continue_booking
from bot.screens.booking.known_facts import known_facts
from bot.screens.centres.actions import FindCentre
from bot.screens.centres.centre_card import distance
from bot.screens.centres.hours_text import when
from bot.screens.centres.place_choice import title
from bot.screens.centres.point_code import spot
from bot.screens.centres.short_address import place_of
from bot.screens.common_buttons import HOME, phones
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.paging import NEARER_AND_ON, Page
from bot.screens.screen import Button, Row, Screen, column, row

CENTRES_SHOWN = 5
BACK = "← Назад"
_STEPS = 4  # topic, centre, day, time; the check of everything is none
FAR_KM = 30.0  # from here on a centre is not «рядом»


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """Asks for the topic of the consultation."""

    draft: BookingDraft
    topics: Sequence[Topic]
    centre: Centre | None = None

    def draw(self, note: str = "") -> Screen:
        """The topics, a line each."""
        question = "О чём консультация? Нажмите или напишите номер."
        text = paragraphs("<b>Запись на консультацию</b>", known_facts(self.draft, self.centre), question, step_of(1))
        choices = tuple(continue_booking(replace(self.draft, topic=topic.id)) for topic in self.topics)
        titles = [topic.title for topic in self.topics]
        return Screen(noted(note, text), (*_numbered(titles, choices), row(HOME)), choices=choices)


@dataclass(frozen=True, slots=True)
class WhereToBook:
    """Asks where it suits to come, where too many centres have booking to show them all."""

    draft: BookingDraft
    topic: Topic

    def draw(self, note: str = "") -> Screen:
        """The question, and a way to all centres."""
        question = (
            "Где вам удобно? Напишите город, деревню, район или улицу. Можно с ошибками. Или отправьте своё место."
        )
        text = paragraphs(f"<b>{escape(self.topic.title)}</b>", known_facts(self.draft), question, step_of(2))
        every = Button("Показать все центры с записью", BookNear(self.topic.id))
        ways = (row(every), row(Button("Не записываться", StopAsking())), row(_back(self.draft), HOME))
        return Screen(noted(note, text), ways)


@dataclass(frozen=True, slots=True)
class Offer:
    """A centre with booking: how far it is, and its next free time in its own zone; None is «not known» and «none»."""

    centre: Centre
    km: float | None
    free: datetime | None


@dataclass(frozen=True, slots=True)
class CentreChoice:
    """Asks for the centre: those of a page, nearest first, with their next free time."""

    draft: BookingDraft
    topic: Topic
    offers: Sequence[Offer]
    page: Page
    point: int
    now: datetime

    @property
    def is_on_map(self) -> bool:
        """Whether it can be told which of them is nearer."""
        return any(offer.centre.point for offer in self.offers)

    def draw(self, note: str = "") -> Screen:
        """The centres, a line each."""
        entries = [_entry(number, offer, self.now) for number, offer in enumerate(self.offers, 1)]
        known = any(offer.km is not None for offer in self.offers)
        ask = "" if known or not self.is_on_map else " Или напишите, где вы: покажу ближайший центр первым."
        far = self.offers[0].km is not None and self.offers[0].km > FAR_KM
        head = "Рядом с вами записи пока нет. Вот где она есть." if far else "Куда вам удобно прийти?"
        lead = f"{head}\n\nНажмите или напишите номер.{ask}"
        about = f"<b>{escape(self.topic.title)}</b>"
        text = paragraphs(about, known_facts(self.draft), lead, *entries, step_of(2))
        choices = tuple(continue_booking(self.draft.at_centre(offer.centre.id)) for offer in self.offers)
        names = [offer.centre.short_name for offer in self.offers]
        turning = self.page.turning(lambda number: BookNear(self.topic.id, self.point, number + 1), NEARER_AND_ON)
        rows = (*_numbered(names, choices), *turning, row(_back(self.draft), HOME))
        return Screen(noted(note, text), rows, choices=choices)


@dataclass(frozen=True, slots=True)
class SamePlaces:
    """Asks which of several places with that name is meant."""

    topic: Topic
    places: Sequence[Place]
    by_street: bool = False  # a street alone was named: the town is asked

    def draw(self, note: str = "") -> Screen:
        """The places, a line each."""
        known = [(place, place.point) for place in self.places if place.point]
        choices = tuple(BookNear(self.topic.id, spot(point)) for _, point in known)
        several = "Таких мест несколько. Какое ваше? Нажмите или напишите номер."
        text = "В каком городе эта улица? Нажмите или напишите город." if self.by_street else several
        rows = (*_numbered([title(place) for place, _ in known], choices), row(HOME))
        return Screen(noted(note, text), rows, choices=choices)


def not_offered(region: Region) -> Screen:
    """Consultations are not offered here: information only."""
    text = (
        "Записаться здесь нельзя: я отвечаю на вопросы и подсказываю адреса.\n\n"
        "Чтобы договориться о встрече, позвоните в центр: телефон есть на его карточке, если он известен."
    )
    ways = (row(Button("📍 Ближайший центр", FindCentre())), row(Button("❓ Все вопросы", Browse()), HOME))
    return Screen(f"{text}\n\n{phones(region)}", ways)


def no_booking_in(place: str, nearest: Near[Centre] | None = None) -> str:
    """Said above the centres with booking, where the place that was named has none; where the nearest one is."""
    told = f"Там записи пока нет ({escape(place)})."
    if nearest is None or nearest.km is None or nearest.what.settlement is None:
        return told
    there = f"{escape(nearest.what.settlement)}, {distance(nearest.km, nearest.what)}"
    there = f"{escape(nearest.what.settlement)}, {distance(nearest.km, nearest.what)}"
    return f"{told} Ближе всего запись есть здесь: {there}."


def several_in(place: str) -> str:
    """Said above the centres, where several stand in the place that was named and none is known to be nearer."""
    return f"Там центров с записью несколько ({escape(place)}). Выберите из списка."


def step_of(number: int) -> str:
    """The last line of a step: «Шаг 2 из 4»."""
    return f"Шаг {number} из {_STEPS}"


def _back(draft: BookingDraft) -> Button:
    """The button to the topics; what is known besides stays."""
    return Button(BACK, continue_booking(replace(draft, topic=None)))


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
