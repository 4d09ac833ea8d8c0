"""When: free days and times of a centre, a full day, and what typed words could not mean."""

from collections.abc import Sequence
from datetime import date, datetime, time
from html import escape

from bot.booking.booking import Slot
from bot.booking.typed.typed_time import TimeFault
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.russian.time.doubts import Unsure
from bot.screens.booking import time_list
from bot.screens.booking.actions import BookDays, BookNear, BookTime, BookTimes, FullDays, TurnTimes, WaitForDay
from bot.screens.booking.time_list import DAYS_SHOWN, TIMES_SHOWN, day_of, nearest_times
from bot.screens.booking.where import noted
from bot.screens.centres.hours_text import clock
from bot.screens.centres.short_address import place_of
from bot.screens.common_buttons import HOME
from bot.screens.paging import EARLIER_AND_LATER, Page
from bot.screens.screen import Button, Screen, column, row
from bot.screens.time_codes import day_code, moment_code
from bot.screens.unsure import question

_FAULTS = {
    TimeFault.NO_SUCH_DATE: "Такого дня не бывает.",
    TimeFault.NO_SUCH_TIME: "Такого времени не бывает: часы от 0 до 23, минуты от 0 до 59.",
    TimeFault.PASSED: "Это время уже прошло.",
    TimeFault.UNCLEAR: "Я не понял, когда вам удобно. Напишите, например: «завтра утром» или «в четверг в 15:00».",
}
PASSED = _FAULTS[TimeFault.PASSED]
NOT_THEN = "В это время свободных мест нет. Вот что есть."


def fault(what: TimeFault | Unsure) -> str:
    """What typed words could not mean, or what is to be asked about them."""
    return question(what) if isinstance(what, Unsure) else _FAULTS[what]


def days(topic: Topic, centre: Centre, slots: Sequence[Slot], page: int, note: str = "", *, others: bool) -> Screen:
    """The free days; `others` says whether there are full ones that can be waited for."""
    head = f"<b>{escape(topic.title)}</b>\n{_place(centre)}"
    wait = (row(Button("Нужного дня нет", FullDays(topic.id, centre.id))),) if others else ()
    ways = time_list.TimeButtons(
        lambda first: BookTimes(topic.id, centre.id, moment_code(first)),
        lambda number: BookDays(topic.id, centre.id, number + 1),
        (*wait, row(_other_centre(topic))),
    )
    return time_list.days(noted(note, head), slots, centre, ways, page)


def times(topic: Topic, centre: Centre, slots: Sequence[Slot], since: datetime, note: str = "") -> Screen:
    """The free times of one day, the page that a moment is on."""
    head = f"<b>{time_list.day_of(since.astimezone(centre.zone)).capitalize()}</b>\n{escape(centre.short_name)}"
    at = next((place for place, slot in enumerate(slots) if slot.starts_at >= since), 0)
    ways = time_list.TimeButtons(
        lambda moment: BookTime(topic.id, centre.id, moment_code(moment)),
        lambda number: TurnTimes(topic.id, centre.id, moment_code(slots[number * TIMES_SHOWN].starts_at)),
        (row(Button("← Другой день", BookDays(topic.id, centre.id, 1))),),
    )
    return time_list.times(noted(note, head), slots, centre, ways, at // TIMES_SHOWN)


def these_times(topic: Topic, centre: Centre, slots: Sequence[Slot], note: str) -> Screen:
    """Shows a few slots of several days."""
    buttons = nearest_times(slots, centre, lambda at: BookTime(topic.id, centre.id, moment_code(at)))
    back = row(Button("← Все дни", BookDays(topic.id, centre.id, 1)))
    text = f"{note}\n\nНажмите или напишите номер."
    return Screen(text, (*column(buttons), back, row(HOME)), choices=tuple(one.action for one in buttons))


def day_full(topic: Topic, centre: Centre, day: date, nearest: Sequence[Slot]) -> Screen:
    """Everything is taken on that day: wait, or another time."""
    buttons = nearest_times(nearest, centre, lambda at: BookTime(topic.id, centre.id, moment_code(at)))
    instead = " Или возьмите другое время: вот ближайшее." if buttons else ""
    text = (
        f"<b>{day_of(day).capitalize()}: всё занято</b>\n{escape(centre.short_name)}\n\n"
        f"Можно подождать: если кто-то откажется, я напишу вам.{instead}"
    )
    wait = Button("Ждать место в этот день", WaitForDay(topic.id, centre.id, day_code(day)))
    ways = (row(wait), row(Button("← Все дни", BookDays(topic.id, centre.id, 1))), row(HOME))
    return Screen(text, (*column(buttons), *ways), choices=(*(one.action for one in buttons), wait.action))


def full_days(topic: Topic, centre: Centre, full: Sequence[date], page: int, *, any_free: bool) -> Screen:
    """Days on which everything is taken, to wait for one."""
    head = "В эти дни всё занято." if any_free else "Свободного времени здесь сейчас нет."
    here = Page(len(full), DAYS_SHOWN, page)
    shown = here.of(full)
    text = (
        f"<b>{escape(topic.title)}</b>\n{_place(centre)}\n\n{head} Можно подождать: если кто-то откажется, "
        f"я напишу вам и подержу место.{time_list.which_page(here)}\n\nВыберите день: нажмите или напишите номер."
    )
    choices = tuple(WaitForDay(topic.id, centre.id, day_code(day)) for day in shown)
    lines = zip(shown, choices, strict=True)
    buttons = column(Button(f"{number}. {day_of(day)}", action) for number, (day, action) in enumerate(lines, 1))
    turning = here.turning(lambda number: FullDays(topic.id, centre.id, number + 1), EARLIER_AND_LATER)
    back = Button("← Свободные дни", BookDays(topic.id, centre.id, 1)) if any_free else _other_centre(topic)
    return Screen(text, (*buttons, *turning, row(back), row(HOME)), choices=choices)


def nothing_free(topic: Topic, centre: Centre) -> Screen:
    """No time at all, nor a day to wait for."""
    text = (
        f"<b>{escape(topic.title)}</b>\n{_place(centre)}\n\nСвободного времени здесь сейчас нет. "
        "Выберите другой центр или загляните позже."
    )
    return Screen(text, (row(_other_centre(topic)), row(HOME)))


def _other_centre(topic: Topic) -> Button:
    return Button("← Другой центр", BookNear(topic.id, 0, 1))


def _place(centre: Centre) -> str:
    return escape(", ".join((centre.short_name, place_of(centre))))


def no_start(at: datetime) -> str:
    """Said of a time between two beginnings, or outside the hours."""
    return f"В {clock(at)} приём не начинается. Вот что есть."


def at_that_time(at: time) -> str:
    """The heading above slots of a few days."""
    return f"<b>Когда свободно в {at.hour}:{at:%M}</b>"
