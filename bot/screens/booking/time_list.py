"""Free days and free slots as lists to choose from: for booking, rescheduling and phone bookings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, groupby

from bot.booking.booking import Slot
from bot.centres.centre import Centre
from bot.russian.calendar_words import MONTHS, WEEKDAYS
from bot.russian.words import plural
from bot.screens.action import Action
from bot.screens.centres.hours_text import clock
from bot.screens.common_buttons import HOME
from bot.screens.paging import EARLIER_AND_LATER, Page
from bot.screens.screen import Button, Row, Screen, column

DAYS_SHOWN = 5
TIMES_SHOWN = 8  # so that «9» and more, typed, is an hour and not a line


@dataclass(frozen=True, slots=True)
class TimeButtons:
    """Where the buttons of a list lead; moments are in the centre's zone, pages count from 0."""

    take: Callable[[datetime], Action]  # of a day, its first free moment
    page: Callable[[int], Action]
    beside: Row = ()  # beside the ways to other pages
    further: tuple[Row, ...] = ()  # whatever else the step offers
    back: Row = ()  # beside «В начало»
    soonest: Callable[[datetime], Action] | None = None  # takes the first free moment of all days
    step: str = ""  # «Шаг 3 из 4»

    def below(self, page: Page) -> tuple[Row, ...]:
        """The rows below the list."""
        turning = (*chain(*page.turning(self.page, EARLIER_AND_LATER)), *self.beside)
        return (*((turning,) if turning else ()), *self.further, (*self.back, HOME))


def days(head: str, slots: Sequence[Slot], centre: Centre, ways: TimeButtons, page: int = 0) -> Screen:
    """A list of days with how many places are free on each, after the first free time of all."""
    by_day = [list(of_day) for _, of_day in groupby(slots, key=lambda slot: centre.day(slot.starts_at))]
    here = Page(len(by_day), DAYS_SHOWN, page)
    shown = here.of(by_day)
    firsts = [of_day[0].starts_at.astimezone(centre.zone) for of_day in shown]
    labels = [f"{day_of(first)} — {free_count(of_day)}" for first, of_day in zip(firsts, shown, strict=True)]
    choices = tuple(ways.take(first) for first in firsts)
    if ways.soonest and firsts and not here.number:
        labels.insert(0, f"Ближайшее время: {firsts[0].day} {MONTHS[firsts[0].month - 1]}, {clock(firsts[0])}")
        choices = (ways.soonest(firsts[0]), *choices)
    text = f"{head}{which_page(here)}\n\nВыберите день: нажмите или напишите, например «завтра».{stepped(ways.step)}"
    rows = (*column(_numbered(labels, choices)), *ways.below(here))
    return Screen(text, rows, choices=choices)


def times(head: str, slots: Sequence[Slot], centre: Centre, ways: TimeButtons, page: int = 0) -> Screen:
    """The times of one day, three in a row."""
    here = Page(len(slots), TIMES_SHOWN, page)
    shown = [one.starts_at.astimezone(centre.zone) for one in here.of(slots)]
    choices = tuple(ways.take(moment) for moment in shown)
    buttons = _numbered([clock(moment) for moment in shown], choices)
    example = clock(shown[-1]) if shown else "15:00"
    text = (
        f"{head}{which_page(here)}\n\nВыберите время: нажмите или напишите, например «{example}».{stepped(ways.step)}"
    )
    rows = (*_in_threes(buttons), *ways.below(here))
    return Screen(text, rows, choices=choices)


def nearest_times(slots: Iterable[Slot], centre: Centre, take: Callable[[datetime], Action]) -> tuple[Button, ...]:
    """The few times offered instead of another, each in full."""
    moments = [slot.starts_at.astimezone(centre.zone) for slot in slots]
    return tuple(_numbered([f"{day_of(one)}, {clock(one)}" for one in moments], [take(one) for one in moments]))


def of_day(slots: Iterable[Slot], centre: Centre, day: date) -> list[Slot]:
    """The slots of one day of the centre."""
    return [slot for slot in slots if centre.day(slot.starts_at) == day]


def day_of(day: date) -> str:
    """A day with its weekday: «вторник, 24 ноября»."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"


def free_count(slots: Iterable[Slot]) -> str:
    """«5 мест»: how many visits, one after another, fit into the free times; a second desk may take more."""
    places, until = 0, None
    for slot in slots:
        if until is None or slot.starts_at >= until:
            places, until = places + 1, slot.ends_at
    return plural(places, "место", "места", "мест")


def stepped(step: str) -> str:
    """The last line of a step: which of how many it is."""
    return f"\n\n{step}" if step else ""


def which_page(page: Page) -> str:
    """The line that says which page it is, once the pages were turned."""
    return f"\n\n{page.line()}" if page.number else ""


def _numbered(labels: Sequence[str], choices: Sequence[Action]) -> list[Button]:
    return [
        Button(f"{number}. {label}", action)
        for number, (label, action) in enumerate(zip(labels, choices, strict=True), 1)
    ]


def _in_threes(buttons: Sequence[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
