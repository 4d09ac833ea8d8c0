"""The visits of a day, the days of a week, and of which centre."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from html import escape

from bot.booking.booking import BookingState
from bot.centres.centre import Centre
from bot.russian.words import plural
from bot.screens.booking.time_list import day_of
from bot.screens.common_buttons import HOME
from bot.screens.consultation_log.log import log_button
from bot.screens.librarian_day.actions import DayCentres, DaySheet, DayTable, OpenVisit, ShowDay, ShowWeek
from bot.screens.librarian_day.entry_actions import GuestTopics, NewGuest
from bot.screens.librarian_day.navigation import whole_day
from bot.screens.librarian_day.visit import DayVisit, line, short, short_with_code
from bot.screens.my_bookings.own_visit import capital
from bot.screens.paging import Page
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import day_code

VISITS_SHOWN = 8
CENTRES_SHOWN = 8
_OF_A_DAY = 5  # visits, in the list of a week
WEEK = timedelta(days=6)  # after the first day
_NEXT_WEEK = timedelta(days=7)


class DayListPart(StrEnum):
    """What a centre is chosen for."""

    TODAY = "today"
    WEEK = "week"
    GUEST = "guest"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class DayPlace:
    """A day at a centre, and whether the one who looks may look at others too."""

    centre: Centre
    day: date
    today: date
    others: bool = False


def day(place: DayPlace, visits: Sequence[DayVisit], page: int = 0, helped: int = 0) -> Screen:
    """Who comes, by time, and how many were helped besides; pages count from 1, as on buttons."""
    name, code = escape(place.centre.short_name), day_code(place.day)
    if not visits:
        return Screen(f"<b>{_day(place)}</b>\n{name}\n\nНикто не записан.", (*_log(place, helped), *_foot(place)))
    here = Page(len(visits), VISITS_SHOWN, page - 1)
    shown = list(enumerate(here.of(visits), 1))
    lines = "\n\n".join(f"{number}. {line(visit)}" for number, visit in shown)
    foot = "Нажмите на запись или напишите её номер. Можно написать и код."
    buttons = column(Button(f"{number}. {short(visit)}", OpenVisit(visit.booking.id)) for number, visit in shown)
    turning = here.turning(lambda number: ShowDay(place.centre.id, code, number + 1))
    papers = row(
        Button("Лист для печати", DaySheet(place.centre.id, code)),
        Button("Таблица Excel", DayTable(place.centre.id, code)),
    )
    text = f"<b>{_day(place)}</b>\n{name}. {_count(visits, place)}\n\n{lines}\n\n{foot}"
    choices = tuple(OpenVisit(visit.booking.id) for _, visit in shown)
    return Screen(text, (*buttons, *turning, *_log(place, helped), papers, *_foot(place)), choices=choices)


def week(place: DayPlace, visits: Sequence[DayVisit]) -> Screen:
    """Shows seven days, each with a button; days without visits are named together."""
    days = [place.day + timedelta(days=n) for n in range(WEEK.days + 1)]
    by_day = [(one, [visit for visit in visits if visit.day == one]) for one in days]
    busy = [(one, found) for one, found in by_day if found]
    lines = [_of_week(number, one, found) for number, (one, found) in enumerate(busy, 1)]
    head = f"<b>Неделя: {_span(days)}</b>\n{escape(place.centre.short_name)}"
    text = "\n\n".join((head, *(lines or ["На эти дни никто не записан."])))
    choices = tuple(ShowDay(place.centre.id, day_code(one)) for one, _ in busy)
    buttons = column(
        Button(f"{number}. {capital(day_of(one))}", action)
        for number, ((one, _), action) in enumerate(zip(busy, choices, strict=True), 1)
    )
    return Screen(text, (*buttons, _weeks(place), row(HOME)), choices=choices)


def which_centre(centres: Sequence[Centre], part: DayListPart, now: datetime, page: int = 0) -> Screen:
    """Asks which of several centres is meant; pages count from 1, as on buttons."""
    here = Page(len(centres), CENTRES_SHOWN, page - 1)
    shown = here.of(centres)
    choices = tuple(_of_centre(centre, part, centre.day(now)) for centre in shown)
    buttons = column(
        Button(f"{number}. {centre.short_name}", action)
        for number, (centre, action) in enumerate(zip(shown, choices, strict=True), 1)
    )
    turning = here.turning(lambda number: DayCentres(part, number + 1))
    return Screen("Какой центр? Нажмите или напишите номер.", (*buttons, *turning, row(HOME)), choices=choices)


def no_centre() -> Screen:
    """Says that nobody is received anywhere yet."""
    text = (
        "Ни у одного из ваших центров пока нет часов записи, поэтому и списка посетителей нет.\n\n"
        "Задайте часы записи: /hours. Кто пришёл без записи, того записать можно и так: /walkin."
    )
    return Screen(text, (row(HOME),))


def found(visits: Sequence[DayVisit]) -> Screen:
    """Lists several visits with the same code at different centres."""
    return _which(visits, "С этим кодом записаны несколько человек. Кто из них?")


def found_by_name(visits: Sequence[DayVisit]) -> Screen:
    """Lists several visits of the same name."""
    return _which(visits, "Так зовут нескольких. Кто из них? Нажмите или напишите номер.")


def _which(visits: Sequence[DayVisit], question: str) -> Screen:
    choices = tuple(OpenVisit(visit.booking.id) for visit in visits)
    buttons = column(
        Button(f"{number}. {visit.centre.short_name if visit.centre else ''} {short(visit)}", action)
        for number, (visit, action) in enumerate(zip(visits, choices, strict=True), 1)
    )
    return Screen(question, (*buttons, row(HOME)), choices=choices)


def no_such_code(code: str) -> Screen:
    """Says that nobody with that code comes."""
    text = f"Записи с кодом {code} нет ни на сегодня, ни на следующие дни. Проверьте код или найдите человека в списке."
    today, guest = (
        Button("Сегодня", DayCentres(DayListPart.TODAY)),
        Button("Пришли без записи", DayCentres(DayListPart.GUEST)),
    )
    return Screen(text, (row(today, guest), row(HOME)))


def _log(place: DayPlace, helped: int) -> tuple[Row, ...]:
    return (row(log_button(place.centre, place.day, helped)),) if helped else ()


def _day(place: DayPlace) -> str:
    return f"Сегодня, {day_of(place.day)}" if place.day == place.today else capital(day_of(place.day))


def _count(visits: Sequence[DayVisit], place: DayPlace) -> str:
    count = f"В списке {plural(len(visits), 'человек', 'человека', 'человек')}"
    unmarked = [visit for visit in visits if visit.booking.state is BookingState.BOOKED]
    due = sum(visit.may_have_missed for visit in unmarked)
    if place.day == place.today and due:
        return f"{count}, без отметки {due}."
    return f"{count}, все отмечены." if place.day == place.today and not unmarked else f"{count}."


def _foot(place: DayPlace) -> tuple[Row, ...]:
    centre, today = place.centre, place.day == place.today
    guest = (row(Button("Пришли без записи или звонят", NewGuest(centre.id))),) if today else ()
    week = Button("Вся неделя", ShowWeek(centre.id, day_code(place.day)))
    tomorrow = whole_day(centre, place.today + timedelta(days=1), "Завтра")
    other = (row(Button("Другой центр", DayCentres(DayListPart.TODAY, 1))),) if place.others else ()
    return (
        *guest,
        row(tomorrow, week) if today else row(week, whole_day(centre, place.today, "Сегодня")),
        *other,
        row(HOME),
    )


def _of_week(number: int, one: date, visits: Sequence[DayVisit]) -> str:
    more = len(visits) - _OF_A_DAY
    lines = [escape(short_with_code(visit)) for visit in visits[:_OF_A_DAY]]
    lines += [f"и ещё {more}"] if more > 0 else []
    return "\n".join((f"{number}. <b>{capital(day_of(one))}</b>", *lines))


def _span(days: Sequence[date]) -> str:
    return f"{day_of(days[0])} — {day_of(days[-1])}"


def _weeks(place: DayPlace) -> Row:
    """The buttons to the weeks around, also to past ones: a mark may be corrected afterwards."""
    id_ = place.centre.id
    before = Button("← Раньше", ShowWeek(id_, day_code(place.day - _NEXT_WEEK), 1))
    return row(before, Button("Позже →", ShowWeek(id_, day_code(place.day + _NEXT_WEEK), 1)))


def _of_centre(centre: Centre, part: DayListPart, today: date) -> ShowDay | ShowWeek | NewGuest | GuestTopics:
    match part:
        case DayListPart.TODAY:
            return ShowDay(centre.id, day_code(today))
        case DayListPart.WEEK:
            return ShowWeek(centre.id, day_code(today))
        case DayListPart.GUEST:
            return NewGuest(centre.id)
        case DayListPart.PHONE:
            return GuestTopics(centre.id, phone=True)
