"""A librarian closes hours of a centre, opens them again, and calls those whom no message reaches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from textwrap import shorten

from bot.booking.booking import Closure, Interval
from bot.booking.capacity import CapacityChange
from bot.booking.closures.call_list import Call
from bot.booking.closures.closure_service import Closed
from bot.booking.refusals import Gone, NotBookable, Refusal, TooLate
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.extra_hours import ExtraHours
from bot.centres.centre import Centre
from bot.russian.time.doubts import Doubt, Unsure
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.closures.actions import CloseHours, CloseWhat, PreviewClosure, Reopen, ShowCalls
from bot.screens.closures.people_met import people_counted, what_became
from bot.screens.closures.text import near_day, span
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Row, Screen, column, row
from bot.screens.time_codes import minute_of
from bot.screens.timetable_changes import desks, extra_hours
from bot.screens.unsure import question

CLOSURES_SHOWN = 10
ANNOUNCED = 300  # signs of an announcement
_EXAMPLES = "Или напишите: «завтра», «в четверг с 14 до 16», «с понедельника по пятницу»."
_EVERY_WEEK = (
    "Выходной, который повторяется, указывают в часах работы: /hours, например «вт-сб 10-18, вс, пн выходной».\n\n"
    "Если закрыть надо один раз, напишите число: «5 и 6 декабря». Или месяц: «в декабре по вторникам»."
)
STOP = row(Button("Отменить", StopAsking()))


@dataclass(frozen=True, slots=True)
class ClosureStatus:
    """What may be closed at a centre, what is closed, and how many are to be called."""

    centre: Centre
    days: Sequence[date]
    closures: Sequence[Closure]
    to_call: int
    now: datetime
    announced: str = ""  # words whose days were not understood
    desks: Sequence[CapacityChange] = ()  # other numbers of desks that librarians have set
    extra: Sequence[ExtraHours] = ()  # hours opened besides the usual ones


def what(standing: ClosureStatus) -> Screen:
    """The days to close, by buttons and by typing; below them what is closed."""
    centre, today = standing.centre, standing.centre.day(standing.now)
    actions = tuple(
        closing_action(PreviewClosure, centre, day_bounds(centre, BookableDays(day, day))) for day in standing.days
    )
    days = column(
        Button(f"{number}. {near_day(day, today)}", action)
        for number, (day, action) in enumerate(zip(standing.days, actions, strict=True), 1)
    )
    words = shorten(standing.announced, ANNOUNCED, placeholder="…")
    announced = f"В объявлении: «{escape(words)}». Какие это дни, я не понял.\n\n" if words else ""
    text = f"<b>{escape(centre.short_name)}</b>\n\n{announced}Что закрыть? Нажмите день. {_EXAMPLES}"
    if standing.closures:
        text += f"\n\nУже закрыто:\n{_lines(standing)}"
    if standing.desks:
        text += f"\n\n{desks.lines(standing.desks)}"
    if standing.extra:
        text += f"\n\n{extra_hours.lines(standing.extra, centre)}"
    changed = (*extra_hours.ways_back(standing.extra, centre), *desks.ways_back(standing.desks))
    ways = (*_open_again(standing), *changed, *calls_way(centre, standing.to_call))
    return Screen(text, (*days, *ways, row(HOME)), choices=actions)


def unclear(unsure: Unsure) -> Screen:
    """Not understood, or passed; the words are still awaited."""
    why = "Я не понял, что закрыть." if unsure.doubt is Doubt.NOTHING else question(unsure)
    if unsure.doubt is Doubt.RULE:
        return Screen(_EVERY_WEEK, (STOP,))
    return Screen(f"{why}\n\nНапишите: «завтра», «в четверг с 14 до 16», «с понедельника по пятницу».", (STOP,))


def ask_reason(centre: Centre, hours: Interval) -> Screen:
    """Asks for the reason that people will read."""
    text = (
        f"Закрываю: {span(hours, centre)}.\n\n"
        "Напишите причину, например «отключили свет». Её прочтут люди. Как только напишете, я закрою."
    )
    return Screen(text, (row(Button("Закрыть без причины", closing_action(CloseHours, centre, hours))), STOP))


def closed(done: Closed, met: Sequence[Call], centre: Centre, to_call: int) -> Screen:
    """Confirms the closure, with what became of the people booked."""
    head = "Уже закрыто" if done.is_old else "Закрыто"
    text = f"{head}: {span(done.closure.interval, centre)}{_why(done.closure.reason)}.\n\n"
    text += "\n\n".join(what_became(met))
    if done.waiting:
        text += f"\n\nВ очереди на эти дни: {people_counted(len(done.waiting))}. Им я тоже написал."
    back = (row(Button("Открыть снова", Reopen(done.closure.id))),)
    return Screen(text, (*calls_way(centre, to_call), *back, row(HOME)))


def reopened(
    closure: Closure, centre: Centre, to_call: int, closed: Sequence[Interval] = (), *, lifted: bool = False
) -> Screen:
    """The hours are free again, but for those that another closure holds; the words of an announcement stay."""
    text = _open_now(closure.interval, centre, closed)
    if lifted:
        text += "\n\nОбъявление осталось на карточке, но закрытым центр больше не показан. Исправить его: /hours."
    if to_call:
        text += (
            "\n\nКому я предлагал другое время, тем предложил вернуть прежнее. "
            "Пока они не ответят, они без записи: позвоните им."
        )
    return Screen(text, (*calls_way(centre, to_call), row(Button("Что закрыто", CloseWhat(centre.id))), row(HOME)))


def calls_way(centre: Centre, to_call: int) -> tuple[Row, ...]:
    """The button of the call list, where there is anybody on it."""
    return (row(Button(f"📞 Кому позвонить: {to_call}", ShowCalls(centre.id))),) if to_call else ()


def not_done(refusal: Refusal) -> Screen:
    """Says why nothing was closed or opened."""
    match refusal:
        case NotBookable():
            text = "Запись в этот центр не открыта, закрывать нечего. Часы записи можно указать так: /hours."
        case TooLate():
            text = "Это время уже прошло, закрывать его незачем."
        case Gone():
            text = "Здесь уже нечего делать: часы снова открыты или человек выбрал другое время."
        case _:
            text = "Это могут только библиотекари этого центра."
    return Screen(text, (row(HOME),))


def nothing_to_close() -> Screen:
    """Answers a librarian none of whose centres takes bookings."""
    return Screen("Запись в ваш центр пока не открыта. Часы записи можно указать так: /hours.", (row(HOME),))


def not_offered() -> Screen:
    """Says that the owner offers information only, no booking."""
    return Screen("Записи на консультацию здесь нет, закрывать нечего.", (row(HOME),))


def closing_action(kind: Callable[[str, int, int], Action], centre: Centre, hours: Interval) -> Action:
    """A button of these hours."""
    return kind(centre.id, minute_of(hours.start), minute_of(hours.end))


def _open_now(hours: Interval, centre: Centre, closed: Sequence[Interval]) -> str:
    again = span(hours, centre)
    if list(closed) == [hours]:
        return f"Это закрытие снято, но время пока не открыто: {again}. Его держит закрытым другое закрытие."
    if closed:
        stays = f"Остаётся закрыто: {spans(closed, centre)}."
        return f"Снова открыто: {again}. {stays} На остальное время люди могут записываться."
    return f"Снова открыто: {again}. Люди могут записываться."


def spans(closed: Sequence[Interval], centre: Centre) -> str:
    """Stretches that are closed, in a row."""
    return "; ".join(span(one, centre) for one in closed[:CLOSURES_SHOWN])


def _lines(standing: ClosureStatus) -> str:
    shown, more = standing.closures[:CLOSURES_SHOWN], len(standing.closures) - CLOSURES_SHOWN
    lines = [f"• {span(one.interval, standing.centre)}{_why(one.reason)}" for one in shown]
    return "\n".join([*lines, *([f"• и ещё {more}"] if more > 0 else [])])


def _open_again(standing: ClosureStatus) -> tuple[Row, ...]:
    shown = standing.closures[:CLOSURES_SHOWN]
    return column(Button(f"Открыть снова: {span(one.interval, standing.centre)}", Reopen(one.id)) for one in shown)


def _why(reason: str | None) -> str:
    return f" ({escape(reason)})" if reason else ""
