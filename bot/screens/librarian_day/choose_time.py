"""Choosing the time of a reschedule or of a phone booking: nearest, by day, by hour, typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from bot.booking.booking import Slot
from bot.booking.refusals import OtherTimes, Refusal
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.words import for_moment
from bot.screens.action import Action
from bot.screens.booking.refusals import refusal
from bot.screens.booking.time_list import TIMES_SHOWN, TimeButtons, day_of, days, nearest_times, of_day, times
from bot.screens.booking.when import fault
from bot.screens.booking.where import noted
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit, ShiftTimes, ShiftTo, ShiftVisit
from bot.screens.librarian_day.entry_actions import PhoneAt, PhoneDays, PhoneSoonest, PhoneTimes, TurnPhoneTimes
from bot.screens.librarian_day.navigation import TODAY, refused
from bot.screens.librarian_day.visit import DayVisit, title
from bot.screens.my_bookings.own_visit import capital
from bot.screens.screen import Button, Screen, column, row
from bot.screens.time_codes import day_code, moment_code

_SOONEST = 5
SAY = "Напишите, например: «завтра утром» или «в четверг в 15:00»."


@dataclass(frozen=True, slots=True)
class Choosing:
    """Whose time is chosen, and what its buttons do; moments are in the centre's zone."""

    head: str
    centre: Centre
    take: Callable[[datetime], Action]
    to_day: Callable[[datetime], Action]
    turn_days: Callable[[int], Action]
    turn_times: Callable[[datetime, int], Action]
    way_back: Button
    verb: str = "Перенести"


def shifting(visit: DayVisit, centre: Centre) -> Choosing:
    """The choice for a visit that is rescheduled."""
    id_ = visit.booking.id
    return Choosing(
        f"<b>Перенести запись</b>\n{title(visit)}, {escape(visit.called)}",
        centre,
        lambda at: ShiftTo(id_, moment_code(at)),
        lambda first: ShiftTimes(id_, day_code(first.date())),
        lambda page: ShiftVisit(id_, page + 1),
        lambda at, page: ShiftTimes(id_, day_code(at.date()), page + 1),
        Button("Не переносить", OpenVisit(id_)),
    )


def phoning(topic: Topic, centre: Centre) -> Choosing:
    """The choice for a phone booking."""
    return Choosing(
        f"<b>Запись по телефону</b>\n{escape(topic.title)}, {escape(centre.short_name)}",
        centre,
        lambda at: PhoneAt(topic.id, centre.id, moment_code(at)),
        lambda first: PhoneTimes(topic.id, centre.id, moment_code(first)),
        lambda page: PhoneDays(topic.id, centre.id, page + 1),
        lambda at, _: TurnPhoneTimes(topic.id, centre.id, moment_code(at)),
        Button("Ближайшее время", PhoneSoonest(topic.id, centre.id)),
        "Записать",
    )


def soonest(choosing: Choosing, slots: Sequence[Slot]) -> Screen:
    """The first few free times, so that one tap is enough for most who call."""
    if not slots:
        return nothing_free(choosing)
    buttons = nearest_times(slots[:_SOONEST], choosing.centre, choosing.take)
    text = f"{choosing.head}\n\nНа какое время? Нажмите, напишите номер или время: «завтра утром»."
    other = Button("Другой день", choosing.turn_days(-1))
    return Screen(text, (*column(buttons), row(other), row(HOME)), choices=tuple(one.action for one in buttons))


def which_day(choosing: Choosing, slots: Sequence[Slot], page: int = 0, note: str = "") -> Screen:
    """All days with free times."""
    if not slots:
        return nothing_free(choosing)
    return days(noted(note, choosing.head), slots, choosing.centre, _ways(choosing, slots), page)


def which_time(choosing: Choosing, slots: Sequence[Slot], day: date, page: int = 0) -> Screen:
    """The free times of a day, or all days where it has none."""
    there = of_day(slots, choosing.centre, day)
    if not there:
        return which_day(choosing, slots, note=f"Свободного времени в этот день нет: {day_of(day)}.")
    head = f"{choosing.head}\n\n<b>{capital(day_of(day))}</b>"
    return times(
        head, there, choosing.centre, _ways(choosing, there, Button("Другой день", choosing.turn_days(0))), page
    )


def fitting(choosing: Choosing, slots: Sequence[Slot], wanted: TimeWish) -> Screen:
    """Those free times that the typed words mean."""
    fits = [slot for slot in slots if wanted.fits(slot.starts_at.astimezone(choosing.centre.zone))]
    if not fits:
        return which_day(choosing, slots, note="В это время свободных мест нет. Вот что есть.")
    first = choosing.centre.day(fits[0].starts_at)
    one_day = all(choosing.centre.day(slot.starts_at) == first for slot in fits)
    return which_time(choosing, fits, first) if one_day else which_day(choosing, fits)


def is_it_then(choosing: Choosing, at: datetime) -> Screen:
    """The typed time as it was understood, free at this moment; nothing is done before «да»."""
    text = f"{choosing.head}\n\n{choosing.verb} {for_moment(at.astimezone(choosing.centre.zone))}?"
    yes = Button(f"Да, {choosing.verb.lower()}", choosing.take(at))
    other = Button("Другое время", choosing.turn_days(-1))
    return Screen(text, (row(yes), row(other, choosing.way_back), row(HOME)))


def not_a_time(choosing: Choosing, unsure: Unsure) -> Screen:
    """The typed words mean no time."""
    words = f"Я не понял, на какое время. {SAY}" if unsure.doubt is Doubt.NOTHING else f"{fault(unsure)} {SAY}"
    return Screen(words, (row(choosing.way_back), row(HOME)))


def not_then(choosing: Choosing, no: Refusal) -> Screen:
    """Why that time is refused, with the nearest ones instead."""
    way = (row(choosing.way_back),)
    if isinstance(no, OtherTimes):
        return refusal(no, choosing.centre, choosing.take, way)
    return refused(no, choosing.centre, way)


def nothing_free(choosing: Choosing) -> Screen:
    """Says that every slot is taken."""
    text = f"{choosing.head}\n\nСвободного времени в этом центре сейчас нет."
    return Screen(text, (row(choosing.way_back), row(TODAY, HOME)))


def times_from(choosing: Choosing, slots: Sequence[Slot], at: datetime) -> Screen:
    """The page of times that a moment is on."""
    day = choosing.centre.day(at)
    before = sum(slot.starts_at < at for slot in of_day(slots, choosing.centre, day))
    return which_time(choosing, slots, day, before // TIMES_SHOWN)


def _ways(choosing: Choosing, slots: Sequence[Slot], *before: Button) -> TimeButtons:
    def turned(page: int) -> Action:
        first = slots[page * TIMES_SHOWN].starts_at.astimezone(choosing.centre.zone)
        return choosing.turn_times(first, page)

    back = (row(*before, choosing.way_back),)
    if before:
        return TimeButtons(choosing.take, turned, further=back)
    return TimeButtons(choosing.to_day, choosing.turn_days, further=back)
