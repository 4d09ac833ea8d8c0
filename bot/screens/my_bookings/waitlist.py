"""Screens of the waitlist: an offered place, and a citizen's entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from zoneinfo import ZoneInfo

from bot.booking.booking import WaitlistEntry
from bot.centres.centre import Centre
from bot.people import Reminders
from bot.russian.words import plural
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import WaitForDay
from bot.screens.booking.time_list import day_of
from bot.screens.centres.hours_text import clock
from bot.screens.common_buttons import HOME, visit_library
from bot.screens.my_bookings.actions import AcceptOffer, DeclineOffer, LeaveWaitlist
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    about,
    capital,
    changes,
    near_title,
    paragraphs,
    particulars,
    reminders_said,
    taken_along,
    what_to_bring,
)
from bot.screens.screen import Button, Screen, row
from bot.screens.time_codes import day_code


@dataclass(frozen=True, slots=True)
class WaitlistView:
    """A waitlist entry with its centre, and how many are before it."""

    place: WaitlistEntry
    centre: Centre | None
    ahead: int

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of the centre; None where the centre is gone."""
        return self.centre.zone if self.centre else None

    @property
    def day(self) -> str:
        """The day of the entry: «четверг, 26 ноября»."""
        return day_of(self.place.day)


def offer(visit: BookingView) -> Screen:
    """Offers a place that became free and is held for this person so long."""
    id_ = visit.booking.id
    text = paragraphs(
        "<b>Для вас освободилось место</b>",
        capital(near_title(visit)),
        "\n".join(about(visit)),
        f"Это место ждёт вас до {kept_until(visit)}. Потом я предложу его следующему.",
    )
    take = Button("Да, беру это место", AcceptOffer(id_))
    return Screen(text, (row(take), row(Button("Нет, не подходит", DeclineOffer(id_))), row(HOME)))


def accepted(visit: BookingView, wish: Reminders) -> Screen:
    """Confirms that the offered place is booked."""
    told = reminders_said(visit.booking, visit.centre, wish, visit.now) if visit.centre else ""
    text = paragraphs(
        "<b>Вы записаны</b>",
        capital(near_title(visit)),
        "\n".join(particulars(visit)),
        what_to_bring(visit),
        told,
    )
    return Screen(text, (changes(visit), taken_along(visit), row(MINE, HOME)))


def declined() -> Screen:
    """Confirms that the offer goes to the next on the waitlist."""
    text = "Хорошо, предложу это место следующему. В очереди на этот день вас больше нет."
    return Screen(text, (row(visit_library()), row(MINE, HOME)))


def offer_over() -> Screen:
    """Says that the offer expired before it was accepted."""
    text = (
        "Это место вас больше не ждёт: его предлагают следующему.\n\n"
        "В очереди на этот день вас больше нет. Можно записаться на другое время или встать в очередь снова."
    )
    return Screen(text, (row(visit_library()), row(MINE, HOME)))


def passed(visit: BookingView) -> Screen:
    """Tells a person that an unanswered offer has gone to the next."""
    where = f", {escape(visit.centre.short_name)}" if visit.centre else ""
    text = (
        f"<b>Время вышло</b>\n\nВы не ответили, и я больше не держу для вас место: {near_title(visit)}{where}. "
        "Теперь оно достанется следующему.\n\n"
        "В очереди на этот день вас больше нет. Если день вам ещё нужен, встаньте в очередь снова."
    )
    booking = visit.booking
    again = WaitForDay(booking.topic, booking.centre, day_code(visit.starts.date()))
    other = Button("📅 Выбрать другое время", BookVisit(booking.topic))
    return Screen(text, (row(Button("Встать в очередь снова", again)), row(other), row(MINE, HOME)))


def place(waiting: WaitlistView) -> Screen:
    """Shows the person's place on the waitlist."""
    text = paragraphs(
        f"<b>Вы в очереди на день: {waiting.day}</b>",
        "\n".join(_where_and_who(waiting)),
        f"{capital(before_you(waiting.ahead))}.",
        "Когда место освободится, я сразу напишу вам и подержу его для вас. Ждать здесь не нужно.",
    )
    leave = Button("Выйти из очереди", LeaveWaitlist(waiting.place.id))
    return Screen(text, (row(leave), row(MINE, HOME)))


def left() -> Screen:
    """Confirms that the person has left the waitlist."""
    text = "Готово: в этой очереди вас больше нет."
    return Screen(text, (row(visit_library()), row(MINE, HOME)))


def no_longer_waiting() -> Screen:
    """Says that the waitlist entry behind an old button is gone."""
    text = "В этой очереди вас уже нет: день прошёл или вы из неё вышли."
    return Screen(text, (row(visit_library()), row(MINE, HOME)))


def before_you(ahead: int) -> str:
    """How many wait before the person: «перед вами 2 человека»."""
    return f"перед вами {plural(ahead, 'человек', 'человека', 'человек')}" if ahead else "вы первый в очереди"


def _where_and_who(waiting: WaitlistView) -> Iterator[str]:
    if waiting.centre:
        yield f"Где: {escape(waiting.centre.short_name)}"
    if waiting.place.visitor.for_other:
        yield f"Кто придёт: {escape(waiting.place.visitor.called)}"


def kept_until(visit: BookingView) -> str:
    """«14:30»; with its day where that is not today."""
    until = visit.local(visit.booking.expires_at or visit.booking.starts_at)
    today = visit.local(visit.now).date()
    return clock(until) if until.date() == today else f"{clock(until)} ({day_of(until.date())})"
