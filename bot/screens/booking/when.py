"""When: free days and times of a centre, a full day, and what typed words could not mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from html import escape

from bot.booking.booking import Slot
from bot.booking.draft import BookingDraft
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.action import Action
from bot.screens.booking import time_list
from bot.screens.booking.actions import BookDays, BookNear, FullDays, TurnTimes, WaitForDay
from bot.screens.booking.draft_signs import continue_booking
from bot.screens.booking.time_list import DAYS_SHOWN, TIMES_SHOWN, day_of, nearest_times
from bot.screens.booking.where import BACK, noted, step_of
from bot.screens.centres.short_address import place_of
from bot.screens.common_buttons import HOME
from bot.screens.paging import EARLIER_AND_LATER, Page
from bot.screens.screen import Button, Screen, column, row
from bot.screens.time_codes import day_code, moment_code
from bot.screens.unsure import question

_UNCLEAR = "Я не понял, когда вам удобно. Напишите, например: «завтра утром» или «в четверг в 15:00»."
PASSED = question(Unsure(Doubt.PASSED))
NOT_THEN = "В это время свободных мест нет. Вот что есть."


@dataclass(frozen=True, slots=True)
class Placed:
    """The draft with the topic and the centre that it names."""

    draft: BookingDraft
    topic: Topic
    centre: Centre

    def take(self, at: datetime) -> Action:
        """The button that takes a time for the draft."""
        return continue_booking(self.draft.with_moment(at, self.centre.zone))

    def days(self, page: int = 1) -> BookDays:
        """The button to the free days; page 0 is a new message."""
        return BookDays(self.topic.id, self.centre.id, page)

    def head(self) -> str:
        """The lines that say what for and where."""
        place = escape(", ".join((self.centre.short_name, place_of(self.centre))))
        return f"<b>{escape(self.topic.title)}</b>\n{place}"


@dataclass(frozen=True, slots=True)
class DayChoice:
    """Asks for the day; `others` says whether there are full ones that can be waited for."""

    placed: Placed
    slots: Sequence[Slot]
    page: int = 0
    others: bool = False

    def draw(self, note: str = "") -> Screen:
        """The free days, a line each."""
        placed = self.placed
        full = FullDays(placed.topic.id, placed.centre.id)
        wait = row(Button("Нужного дня нет", full)) if self.others else ()
        ways = time_list.TimeButtons(
            lambda first: continue_booking(replace(placed.draft, day=first.date(), at=None)),
            lambda number: placed.days(number + 1),
            wait,
            back=row(_other_centre(placed.topic)),
            soonest=placed.take,
            step=step_of(3),
        )
        return time_list.days(noted(note, placed.head()), self.slots, placed.centre, ways, self.page)


@dataclass(frozen=True, slots=True)
class MomentChoice:
    """Asks for the day of a known hour: the few free times at it."""

    placed: Placed
    slots: Sequence[Slot]
    at: time

    def draw(self, note: str = "") -> Screen:
        """The days with that hour, a line each."""
        buttons = nearest_times(self.slots, self.placed.centre, self.placed.take)
        back = row(Button("← Все дни", self.placed.days()), HOME)
        text = f"<b>Когда свободно в {self.at.hour}:{self.at:%M}</b>\n\nНажмите или напишите номер.\n\n{step_of(3)}"
        choices = tuple(one.action for one in buttons)
        return Screen(noted(note, text), (*column(buttons), back), choices=choices)


@dataclass(frozen=True, slots=True)
class TimeChoice:
    """Asks for the time of a day; the page that a moment is on."""

    placed: Placed
    slots: Sequence[Slot]
    since: datetime

    def draw(self, note: str = "") -> Screen:
        """The free times of the day."""
        placed = self.placed
        day = day_of(self.since.astimezone(placed.centre.zone)).capitalize()
        at = next((number for number, slot in enumerate(self.slots) if slot.starts_at >= self.since), 0)
        back = row(Button(BACK, placed.days()))
        ways = time_list.TimeButtons(placed.take, self._turned, back=back, step=step_of(4))
        head = f"<b>{day}</b>\n{escape(placed.centre.short_name)}"
        return time_list.times(noted(note, head), self.slots, placed.centre, ways, at // TIMES_SHOWN)

    def _turned(self, page: int) -> Action:
        first = self.slots[page * TIMES_SHOWN].starts_at
        return TurnTimes(self.placed.topic.id, self.placed.centre.id, moment_code(first))


@dataclass(frozen=True, slots=True)
class FullDay:
    """Everything is taken on that day: wait, or another time."""

    placed: Placed
    day: date
    nearest: Sequence[Slot]

    def draw(self, note: str = "") -> Screen:
        """The way to wait, and the nearest times instead."""
        placed = self.placed
        buttons = nearest_times(self.nearest, placed.centre, placed.take)
        instead = " Или возьмите другое время: вот ближайшее." if buttons else ""
        text = (
            f"<b>{day_of(self.day).capitalize()}: всё занято</b>\n{escape(placed.centre.short_name)}\n\n"
            f"Можно подождать: если кто-то откажется, я напишу вам.{instead}"
        )
        wait = Button("Ждать место в этот день", WaitForDay(placed.topic.id, placed.centre.id, day_code(self.day)))
        ways = (row(wait), row(Button("← Все дни", placed.days()), HOME))
        choices = (*(one.action for one in buttons), wait.action)
        return Screen(noted(note, text), (*column(buttons), *ways), choices=choices)


@dataclass(frozen=True, slots=True)
class FullDayChoice:
    """Days on which everything is taken, to wait for one; without any there is nothing to be had here."""

    placed: Placed
    full: tuple[date, ...]
    page: int = 0
    any_free: bool = False

    def draw(self, note: str = "") -> Screen:
        """The full days, a line each, or the way to another centre."""
        topic, centre = self.placed.topic, self.placed.centre
        if not self.full:
            text = "Свободного времени здесь сейчас нет. Выберите другой центр или загляните позже."
            return Screen(noted(note, f"{self.placed.head()}\n\n{text}"), (row(_other_centre(topic), HOME),))
        here = Page(len(self.full), DAYS_SHOWN, self.page)
        shown = here.of(self.full)
        choices = tuple(WaitForDay(topic.id, centre.id, day_code(day)) for day in shown)
        lines = zip(shown, choices, strict=True)
        buttons = column(Button(f"{number}. {day_of(day)}", action) for number, (day, action) in enumerate(lines, 1))
        turning = here.turning(lambda number: FullDays(topic.id, centre.id, number + 1), EARLIER_AND_LATER)
        back = Button("← Свободные дни", self.placed.days()) if self.any_free else _other_centre(topic)
        return Screen(noted(note, self._text(here)), (*buttons, *turning, row(back, HOME)), choices=choices)

    def _text(self, here: Page) -> str:
        head = "В эти дни всё занято." if self.any_free else "Свободного времени здесь сейчас нет."
        return (
            f"{self.placed.head()}\n\n{head} Можно подождать: если кто-то откажется, "
            f"я напишу вам и подержу место.{time_list.which_page(here)}\n\nВыберите день: нажмите или напишите номер."
        )


def fault(unsure: Unsure) -> str:
    """What typed words could not mean, or what is to be asked about them."""
    return question(unsure) if unsure.doubt is not Doubt.NOTHING else _UNCLEAR


def no_start(at: time) -> str:
    """Said of a time between two beginnings, or outside the hours."""
    return f"В {at.hour}:{at:%M} приём не начинается. Вот что есть."


def _other_centre(topic: Topic) -> Button:
    return Button(BACK, BookNear(topic.id, 0, 1))
