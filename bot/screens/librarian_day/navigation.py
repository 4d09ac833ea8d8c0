"""The buttons onward from any screen of the day, and why something cannot be done."""

from datetime import date

from bot.booking import refusals
from bot.centres.centre import Centre
from bot.screens.booking.refusals import refusal
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import DayCentres, OpenVisit, ShowDay
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.screen import Button, Row, Screen, row
from bot.screens.time_codes import day_code

TODAY = Button("Сегодня", DayCentres("today"))

_WORDS: dict[type[refusals.Refusal], str] = {
    refusals.NotYours: "Это могут только библиотекари этого центра.",
    refusals.Gone: "С этой записью так уже не сделать: она отменена, или её время прошло.",
    refusals.NotBookable: "У этого центра нет часов записи. Задать их может его библиотекарь: /hours.",
    refusals.TooLate: "Это время уже наступило. Перенести или отменить его нельзя, отметить итог можно.",
    refusals.Nameless: "Не получилось прочитать имя. Напишите его буквами, например «Анна».",
}


def refused(no: refusals.Refusal, centre: Centre | None = None, further: tuple[Row, ...] = ()) -> Screen:
    """The words of a refusal for whoever pressed a librarian's button."""
    words = _WORDS.get(type(no))
    return Screen(words, (*further, row(HOME))) if words else refusal(no, centre, further=further or (row(TODAY),))


def whole_day(centre: Centre, day: date, label: str = "Весь день") -> Button:
    """The button of the day's list."""
    return Button(label, ShowDay(centre.id, day_code(day)))


def day_of_visit(visit: DayVisit) -> Row:
    """The buttons of the visit's day and of the beginning."""
    return row(whole_day(visit.centre, visit.day), HOME) if visit.centre else row(HOME)


def opened(visit: DayVisit) -> Button:
    """The button that opens the visit."""
    return Button("Открыть запись", OpenVisit(visit.booking.id))


def not_offered() -> Screen:
    """Says that this bot takes no bookings."""
    return Screen(
        "Записи на консультации в этом боте нет, поэтому и дня приёма здесь нет.", (row(HOME),), for_presser=True
    )
