"""The words for every refusal of booking: the fact and the next step. Nobody is blamed, nothing has failed."""

from collections.abc import Callable
from datetime import datetime
from functools import singledispatch
from html import escape

from bot.booking import refusals
from bot.booking.booking import Slot
from bot.centres.centre import Centre
from bot.russian.words import moment, plural
from bot.screens.action import Action
from bot.screens.booking.time_list import day_of, nearest_times
from bot.screens.centres.actions import FindCentre, ShowCentre
from bot.screens.common_buttons import HOME, visit_library
from bot.screens.my_bookings.actions import ShowVisit
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Button, Row, Screen, column, row

SHOWN = 3  # other times


def refusal(
    no: refusals.Refusal,
    centre: Centre | None,
    take: Callable[[datetime], Action] | None = None,
    further: tuple[Row, ...] = (),
) -> Screen:
    """What to say; `take` makes the buttons of the nearest free times, `further` are the ways of the caller's step."""
    slots = _other_times(no)[:SHOWN] if centre and take else ()
    words = _words(no, centre)
    buttons: tuple[Button, ...] = ()
    if centre and take and slots:
        buttons = nearest_times(slots, centre, take)
        words += "\n\nБлижайшее свободное время. Нажмите или напишите номер."
    elif isinstance(no, refusals.OtherTimes) and take:
        words += "\n\nДругого свободного времени здесь пока нет."
    ways = further or _ways(no, centre)
    return Screen(words, (*column(buttons), *ways, row(HOME)), choices=tuple(button.action for button in buttons))


@singledispatch
def _words(no: refusals.Refusal, centre: Centre | None) -> str:
    # A refusal without words would be a fault of ours: a test walks through all of them.
    raise NotImplementedError(type(no), centre)


@_words.register
def _(_: refusals.NotBookable, centre: Centre | None) -> str:
    where = f"В центр «{escape(centre.short_name)}»" if centre else "В этот центр"
    return f"{where} здесь пока записаться нельзя: он ещё не открыл запись."


@_words.register
def _(_: refusals.TopicGone, __: Centre | None) -> str:
    return "Такой темы больше нет: список обновили. Выберите тему заново."


@_words.register
def _(_: refusals.Nameless, __: Centre | None) -> str:
    return "Не получилось прочитать имя. Напишите его буквами, например «Анна»."


@_words.register
def _(_: refusals.JustTaken, __: Centre | None) -> str:
    return "Это время уже заняли."


@_words.register
def _(_: refusals.NotOffered, __: Centre | None) -> str:
    return "На это время записи нет."


@_words.register
def _(no: refusals.ClosedDay, _: Centre | None) -> str:
    return f"В этот день приёма нет: {day_of(no.day)}."


@_words.register
def _(no: refusals.TooLate, centre: Centre | None) -> str:
    return f"Это время уже прошло{_said(no.starts_at, centre)}."


@_words.register
def _(no: refusals.TooSoon, centre: Centre | None) -> str:
    hours = plural(no.notice_hours, "час", "часа", "часов")
    earliest = f"\n\nСейчас можно записаться на время не раньше: {_local(no.earliest, centre)}." if centre else ""
    return f"Так скоро записаться нельзя. Библиотека просит предупредить за {hours}.{earliest}"


@_words.register
def _(no: refusals.TooFar, _: Centre | None) -> str:
    return f"Так далеко вперёд запись ещё не открыта. Последний день сейчас: {day_of(no.last_day)}."


@_words.register
def _(no: refusals.TooMany, _: Centre | None) -> str:
    held = plural(no.limit, "запись", "записи", "записей")
    return f"У вас уже {held}. Больше сразу нельзя, чтобы места хватило всем.\n\nНенужную запись можно отменить."


@_words.register
def _(no: refusals.Overlaps, centre: Centre | None) -> str:
    booking = no.booking
    who = f"{escape(booking.visitor.called)}: на это время" if booking.visitor.for_other else "На это время у вас"
    return f"{who} уже есть запись{_said(booking.starts_at, centre)}.\n\nВыберите другое время."


@_words.register
def _(_: refusals.Gone, __: Centre | None) -> str:
    return "Этой записи больше нет: она отменена или её время прошло."


@_words.register
def _(_: refusals.NotYours, __: Centre | None) -> str:
    return "Эта запись не ваша, поэтому открыть её я не могу."


@_words.register
def _(_: refusals.OfferOver, __: Centre | None) -> str:
    return "Это место вас ждало, но время вышло. Его предложили следующему в очереди."


@_words.register
def _(_: refusals.StillFree, __: Centre | None) -> str:
    return "Ждать не нужно: в этот день уже есть свободное время."


@_words.register
def _(_: refusals.NobodyReceives, __: Centre | None) -> str:
    return "В этот день принимать некому."


@_words.register
def _(_: refusals.SecondTap, __: Centre | None) -> str:
    return "Это уже записано: вы нажали эту кнопку ещё раз."


@_words.register
def _(no: refusals.TooEarly, centre: Centre | None) -> str:
    return f"Приём ещё не начался{_said(no.starts_at, centre)}. Отметить можно будет позже."


def _other_times(no: refusals.Refusal) -> tuple[Slot, ...]:
    match no:
        case refusals.OtherTimes(nearest=slots) | refusals.StillFree(slots=slots):
            return slots
        case _:
            return ()


def _ways(no: refusals.Refusal, centre: Centre | None) -> tuple[Row, ...]:
    """The buttons of a refusal for callers that give none."""
    match no:
        case refusals.NotBookable():
            card = (row(Button("Карточка центра", ShowCentre(centre.id))),) if centre else ()
            return (*card, row(Button("📍 Ближайший центр", FindCentre())))
        case refusals.Overlaps(booking=booking):
            return (row(Button("Показать запись", ShowVisit(booking.id))),)
        case refusals.TooMany() | refusals.Gone() | refusals.NotYours() | refusals.OfferOver():
            return (row(MINE),)
        case _:
            return (row(visit_library()),)


def _said(at: datetime, centre: Centre | None) -> str:
    return f": {_local(at, centre)}" if centre else ""


def _local(at: datetime, centre: Centre) -> str:
    return moment(at.astimezone(centre.zone))
