"""A visit as the librarians of the centre see it: who comes, with what, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

from bot.booking.attendance import EARLY
from bot.booking.booking import Booking, BookingState, Origin
from bot.centres.centre import Centre
from bot.region.outcomes import Outcome, title_of
from bot.region.topics import Topic
from bot.russian.words import moment, plural
from bot.screens.centres.hours_text import clock

NO_NAME = "Без имени"
ADMIN = "администратор"  # who works at no centre has no name here
OUTCOME_GONE = "прочее"  # an outcome that the region's file has no longer


@dataclass(frozen=True, slots=True)
class DayVisit:
    """A booking with what is known now; None where the centre or the topic is gone, or nobody has taken it."""

    booking: Booking
    centre: Centre | None
    topic: Topic | None
    zone: ZoneInfo
    now: datetime
    outcomes: tuple[Outcome, ...] = ()  # that may be marked
    reachable: bool = True
    taken_by: str | None = None  # the name of the librarian
    is_mine: bool = False  # he is the one who looks

    @property
    def starts(self) -> datetime:
        """The start, in the zone of the centre."""
        return self.booking.starts_at.astimezone(self.zone)

    @property
    def day(self) -> date:
        """The day it is on, at the centre."""
        return self.starts.date()

    @property
    def called(self) -> str:
        """How the visitor is called, not yet escaped."""
        return self.booking.visitor.called or NO_NAME

    @property
    def about(self) -> str:
        """The title of its topic, not yet escaped; its id where the topic is gone."""
        return self.topic.title if self.topic else self.booking.topic

    @property
    def ended(self) -> str:
        """The title of what came of it, not yet escaped; empty where nothing is marked."""
        outcome = self.booking.outcome
        return (title_of(self.outcomes, outcome) or OUTCOME_GONE) if outcome else ""

    @property
    def is_ahead(self) -> bool:
        """Whether it can still be moved and cancelled."""
        booked = self.booking.state is BookingState.BOOKED and self.booking.starts_at > self.now
        return booked or self.booking.state is BookingState.DISPLACED

    @property
    def is_kept(self) -> bool:
        """Whether it stands on the list of the day."""
        return self.booking.state in {BookingState.BOOKED, BookingState.ARRIVED, BookingState.NO_SHOW}

    @property
    def may_have_come(self) -> bool:
        """Whether it can be marked as come."""
        return self.is_kept and self.now >= self.booking.starts_at - EARLY

    @property
    def may_have_missed(self) -> bool:
        """Whether it can be marked as not come."""
        return self.is_kept and self.now >= self.booking.starts_at


def title(visit: DayVisit) -> str:
    """The start as a title: «вторник, 24 ноября, 15:00»."""
    return moment(visit.starts)


def short(visit: DayVisit) -> str:
    """The visit on a button: «10:00 Анна»."""
    return f"{clock(visit.starts)} {visit.called}"


def line(visit: DayVisit) -> str:
    """The visit on the list of a day."""
    head = f"<b>{clock(visit.starts)} {escape(visit.called)}</b>{_code(visit)}"
    return "\n".join((head, escape(visit.about), *remarks(visit)))


def particulars(visit: DayVisit) -> Iterator[str]:
    """Who comes, about what, with which code."""
    yield f"Кто: {escape(visit.called)}"
    yield f"Тема: {escape(visit.about)}"
    if visit.booking.origin is not Origin.WALK_IN:
        yield f"Код визита: <b>{visit.booking.code}</b>"


def remarks(visit: DayVisit) -> Iterator[str]:
    """What a librarian should know besides, a line each."""
    if (state := _state(visit)) is not None:
        yield state
    yield from notes(visit)


def notes(visit: DayVisit) -> Iterator[str]:
    """The same without what became of the visit."""
    if visit.booking.visitor.for_other:
        yield "Запись для другого человека."
    if visit.booking.confirmed and visit.booking.state is BookingState.BOOKED:
        yield "Подтверждено: придёт."
    if visit.booking.late is not None and visit.booking.state is BookingState.BOOKED:
        yield f"Предупредили: {lateness(visit.booking.late)}."
    if (reach := _reach(visit)) is not None:
        yield reach
    if visit.taken_by and visit.booking.origin is not Origin.WALK_IN:
        yield f"Принимает: {escape(visit.taken_by)}."


def lateness(minutes: int) -> str:
    """«опоздает на 10 минут»; 0 where no number was said."""
    return f"опоздает на {plural(minutes, 'минуту', 'минуты', 'минут')}" if minutes else "опоздает"


def short_with_code(visit: DayVisit) -> str:
    """«10:00 Анна, код КМ47», on the list of a week."""
    return f"{short(visit)}{_code(visit)}"


def may_not(visit: DayVisit) -> str:
    """What a librarian does not do for this topic, in one line."""
    if visit.topic is None or not visit.topic.librarian_may_not:
        return ""
    return f"Библиотекарю нельзя: {escape('; '.join(visit.topic.librarian_may_not))}."


def _code(visit: DayVisit) -> str:
    """The visit code in words; a walk-in was never told one."""
    return "" if visit.booking.origin is Origin.WALK_IN else f", код {visit.booking.code}"


def _state(visit: DayVisit) -> str | None:
    booking = visit.booking
    match booking.state:
        case BookingState.BOOKED:
            return None
        case BookingState.ARRIVED:
            words = escape(visit.ended)
            return f"Отмечено: пришёл. {f'Итог: {words[0].lower()}{words[1:]}' if words else 'Итога пока нет'}."
        case BookingState.NO_SHOW:
            return "Отмечено: не пришёл."
        case BookingState.DISPLACED:
            return "Это время закрыли: человек выбирает другое."
        case BookingState.CANCELLED:
            why = f" Причина: {escape(booking.reason.rstrip('.'))}." if booking.reason else ""
            return f"Запись отменена.{why}"
        case BookingState.OFFERED | BookingState.LAPSED:
            return "Место предложено человеку из очереди."


def _reach(visit: DayVisit) -> str | None:
    if visit.booking.origin is Origin.PHONE:
        return "Запись по телефону: бот человеку не напишет."
    if visit.booking.origin is Origin.WALK_IN:
        return "Без записи."
    return None if visit.reachable else "Бот до него не дойдёт: человек остановил бота."
