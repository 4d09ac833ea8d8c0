"""The day on paper: what stands on the sheet, and boxes for those who come without a booking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.booking.booking import BookingState
from bot.centres.centre import Centre
from bot.region.outcomes import Outcome
from bot.region.topics import Topic
from bot.russian.calendar_words import MONTHS
from bot.screens.booking.time_list import day_of
from bot.screens.centres.hours_text import clock
from bot.screens.librarian_day.visit import DayVisit, notes
from bot.screens.my_bookings.own_visit import capital

HEADER = ("Время", "Код", "Кто", "С чем", "Примечание", "Пришёл", "Итог")
BLANK_LINES = 3  # for those who come without a booking and are written down by name or outcome
BOXES = 12  # of a topic: one is ticked for each who comes without a booking
BY_PHONE = "По телефону"
COUNTED = "Всего"
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class SheetLists:
    """What the region's files give to the sheet."""

    topics: Sequence[Topic]
    outcomes: Sequence[Outcome]


@dataclass(frozen=True, slots=True)
class DaySheetTable:
    """What is printed: a title, lines of as many cells as the header has, topics with boxes, lines at the foot."""

    title: str
    lines: tuple[tuple[str, ...], ...]
    foot: str
    day: date
    counted: tuple[str, ...] = ()  # each has BOXES boxes and a place for the sum
    counted_title: str = ""


def sheet(centre: Centre, day: date, visits: Sequence[DayVisit], lists: SheetLists) -> DaySheetTable:
    """The visits of the day; what is marked already is printed, the rest is to be ticked by pen."""
    title = f"{centre.short_name}. {capital(day_of(day))} {day.year} года"
    blank = (("", "", "", "", "Без записи.", _BOX, ""),) * BLANK_LINES
    counted = tuple(topic.title for topic in lists.topics)
    return DaySheetTable(
        title,
        (*map(_line, visits), *blank),
        f"{_outcomes(lists.outcomes)} {_how_to_enter(day)}",
        day,
        (*counted, BY_PHONE),
        "Без записи: по клетке на человека",
    )


def _outcomes(outcomes: Sequence[Outcome]) -> str:
    return f"Итог: {'; '.join(f'{n} — {_inside(one.title)}' for n, one in enumerate(outcomes, 1))}."


def _inside(title: str) -> str:
    """The title inside a sentence: «направили в МФЦ»."""
    return title[:1].lower() + title[1:]


def _how_to_enter(day: date) -> str:
    sample = f"лист за {day.day} {MONTHS[day.month - 1]}: 7, паспорт 2, пароль 3"
    return f"Вечером напишите боту, сколько пришло без записи и с чем: «{sample}»."


def _line(visit: DayVisit) -> tuple[str, ...]:
    booking = visit.booking
    came = {BookingState.ARRIVED: "да", BookingState.NO_SHOW: "нет"}.get(booking.state, _BOX)
    return (clock(visit.starts), booking.code, visit.called, visit.about, " ".join(notes(visit)), came, visit.ended)
