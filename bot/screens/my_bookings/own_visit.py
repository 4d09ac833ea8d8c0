"""A booking as its citizen sees it: when, where, with what; the lines that many screens share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from bot.booking.booking import Booking, BookingState
from bot.booking.notices import REMINDER_EVE, reminders
from bot.centres.centre import Centre
from bot.people import Reminders
from bot.region.topics import Topic
from bot.russian.words import moment
from bot.screens.centres.hours_text import when
from bot.screens.centres.short_address import place_of
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, ShowVisits, VisitCalendar, WayThere
from bot.screens.my_bookings.things import lead, of_visitor
from bot.screens.screen import Button, Row, row

MINE = Button("🗂 Мои записи", ShowVisits())


@dataclass(frozen=True, slots=True)
class BookingView:
    """A booking with its centre and topic as they are known now; None where they are gone."""

    booking: Booking
    centre: Centre | None
    topic: Topic | None
    zone: ZoneInfo
    now: datetime

    @property
    def starts(self) -> datetime:
        """The start, in the zone of the centre."""
        return self.booking.starts_at.astimezone(self.zone)

    @property
    def can_change(self) -> bool:
        """Whether the booking can still be rescheduled and cancelled."""
        state = self.booking.state
        return state is BookingState.DISPLACED or (state is BookingState.BOOKED and self.booking.starts_at > self.now)

    @property
    def is_booked(self) -> bool:
        """Whether the booking stands and somebody is expected."""
        return self.booking.state is BookingState.BOOKED

    @property
    def is_offer(self) -> bool:
        """Whether it was offered and not taken."""
        return self.booking.state in {BookingState.OFFERED, BookingState.LAPSED}

    @property
    def is_held(self) -> bool:
        """Whether it is an offer that still waits."""
        until = self.booking.expires_at
        return self.booking.state is BookingState.OFFERED and until is not None and until > self.now

    def local(self, at: datetime) -> datetime:
        """The moment in the zone of the centre."""
        return at.astimezone(self.zone)


def title(visit: BookingView) -> str:
    """The start as a title: «вторник, 24 ноября, 15:00»."""
    return moment(visit.starts)


def near_title(visit: BookingView) -> str:
    """«завтра, среда, 25 ноября, 10:30»: how far it is, where it is near."""
    days = (visit.starts.date() - visit.local(visit.now).date()).days
    return {0: "сегодня, ", 1: "завтра, "}.get(days, "") + title(visit)


def capital(text: str) -> str:
    """The same words at the beginning of a sentence."""
    return text[0].upper() + text[1:]


def where(visit: BookingView) -> str:
    """The name and the address; honest where the centre is gone from the directory."""
    centre = visit.centre
    if centre is None:
        return "Этого центра в справочнике больше нет. Прежде чем ехать, уточните, ждут ли вас."
    return f"Где: {escape(centre.short_name)}, {escape(place_of(centre))}"


def about(visit: BookingView) -> Iterator[str]:
    """The lines where, about what, and who comes."""
    yield where(visit)
    if visit.topic:
        yield f"Тема: {escape(visit.topic.title)}"
    if visit.booking.visitor.for_other:
        yield f"Кто придёт: {escape(visit.booking.visitor.called)}"


def particulars(visit: BookingView) -> Iterator[str]:
    """The lines where, about what and who comes, with the code."""
    yield from about(visit)
    yield f"Код визита: <b>{visit.booking.code}</b>. Назовите его библиотекарю."


def what_to_bring(visit: BookingView) -> str:
    """A list, or nothing where nothing is needed."""
    if visit.topic is None or not visit.topic.bring:
        return ""
    visitor = visit.booking.visitor
    things = of_visitor(visit.topic.bring, visitor)
    return f"{escape(lead(visitor))}:\n" + "\n".join(f"• {escape(thing)}" for thing in things)


def closed_then(visit: BookingView) -> str:
    """What a person must know where the centre has announced that it is closed on the day."""
    announcement = visit.centre.announcement if visit.centre else None
    if announcement is None or not announcement.closes(visit.starts.date()):
        return ""
    ask = f" Уточните по телефону: {phone}." if (phone := phone_of(visit)) else " Уточните, прежде чем ехать."
    return f"Внимание: центр объявил, что закрыт. «{escape(announcement.text)}»{ask}"


def phone_of(visit: BookingView) -> str:
    """The first telephone of the centre, where one is known."""
    phones = visit.centre.phones if visit.centre else ()
    return escape(phones[0].written) if phones else ""


def reminders_said(booking: Booking, centre: Centre, wish: Reminders, now: datetime) -> str:
    """«Напомню завтра в 19:00 и в четверг, 26 ноября, в 8:30.»: only those ahead, and only those wanted."""
    if not (wish.eve or wish.soon):
        return "Напоминать не буду: вы выключили напоминания. Включить: /settings"
    ahead = list(reminders(booking, centre, now))
    wanted = [one for one in ahead if (wish.eve if one.kind == REMINDER_EVE else wish.soon)]
    if not wanted:
        return "Время уже близко, поэтому отдельного напоминания не будет."
    return f"Напомню {' и '.join(when(one.due_at.astimezone(centre.zone), now) for one in wanted)}."


def changes(visit: BookingView) -> Row:
    """The buttons that reschedule and cancel the booking."""
    id_ = visit.booking.id
    return row(Button("Перенести", MoveVisit(id_)), Button("Отменить", CancelVisit(id_, sure=False)))


def taken_along(visit: BookingView) -> Row:
    """The buttons of the way there and of the calendar file."""
    id_ = visit.booking.id
    way = (Button("Как добраться", WayThere(id_)),) if visit.centre else ()
    return (*way, Button("Добавить в календарь", VisitCalendar(id_)))


def paragraphs(*parts: str) -> str:
    """Those that say something, with an empty line between."""
    return "\n\n".join(filter(None, parts))
