"""One visit opened by a librarian: taking it, marking what became of it, cancelling it."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from bot.booking.booking import BookingState, Origin
from bot.booking.typed.typed_name import NameFault
from bot.screens.action import Action
from bot.screens.booking.who import name_fault
from bot.screens.librarian_day.actions import (
    CallOff,
    GiveBack,
    MarkVisit,
    NameVisitor,
    OpenVisit,
    ShiftVisit,
    StrikeOff,
    TakeOn,
)
from bot.screens.librarian_day.navigation import day_of_visit, opened
from bot.screens.librarian_day.slip import slip_row
from bot.screens.librarian_day.visit import NO_NAME, DayVisit, may_not, particulars, remarks, title
from bot.screens.my_bookings.own_visit import capital, paragraphs
from bot.screens.screen import Button, Row, Screen, column, row

ARRIVED, MISSED = "arrived", "missed"
NO_NAME_YET, NOT_MOVED = "Как зовут", "Не переношу: запись осталась как была"
ONE_MARK, MARKED_BEFORE = "Отметка у записи одна: какая?", "Уже отмечено"
TOO_EARLY = "Приём ещё не начался: отметить можно будет позже"
_CAME, _MISSED, _NO_OUTCOME = "Пришёл", "Не пришёл", "Без итога"


def card(visit: DayVisit, head: str = "") -> Screen:
    """Everything about it, and everything that can be done with it; `head` is what has just been done."""
    text = paragraphs(
        f"<b>{head}</b>" if head else "",
        f"<b>{capital(title(visit))}</b>\n{place_of(visit)}",
        "\n".join((*particulars(visit), *remarks(visit))),
        may_not(visit) if visit.is_ahead else "",
        _asked(visit),
    )
    ways = (*ways_to_take(visit), *_changing(visit), *_entered(visit), *slip_row(visit), day_of_visit(visit))
    return Screen(text, (*_marks(visit), *ways), choices=_numbered(visit))


def place_of(visit: DayVisit) -> str:
    """The centre in HTML."""
    return escape(visit.centre.short_name) if visit.centre else "Этого центра в справочнике больше нет."


def call_off_first(visit: DayVisit) -> Screen:
    """Asks once more before cancelling; the reason may be typed."""
    told = "Человеку я напишу. Можно назвать причину: напишите её, и я передам. Или отмените без причины."
    if visit.booking.citizen is None or not visit.reachable:
        told = "Бот человеку не напишет: предупредите его сами."
    text = paragraphs(
        "<b>Отменить запись?</b>",
        "\n".join((capital(title(visit)), *particulars(visit))),
        told,
    )
    id_ = visit.booking.id
    sure, leave = Button("Отменить без причины", CallOff(id_, sure=True)), Button("Не отменять", OpenVisit(id_))
    return Screen(text, (row(sure), row(leave), day_of_visit(visit)), choices=(sure.action, leave.action))


def call_off_because(visit: DayVisit, reason: str) -> Screen:
    """The typed reason as it will be passed on: words meant for something else cancel nothing."""
    id_ = visit.booking.id
    text = paragraphs(
        "<b>Отменить запись с этой причиной?</b>",
        f"{capital(title(visit))}, {escape(visit.called)}",
        f"Причина: «{escape(reason)}»",
        "Нажмите «Да, отменить» или напишите «да».",
    )
    sure, leave = Button("Да, отменить", CallOff(id_, sure=True)), Button("Не отменять", OpenVisit(id_))
    return Screen(text, (row(sure), row(leave), day_of_visit(visit)), choices=(sure.action, leave.action))


def called_off(visit: DayVisit) -> Screen:
    """Confirms the cancellation: the slot is free again."""
    text = paragraphs(
        "<b>Запись отменена</b>", f"{capital(title(visit))}, {escape(visit.called)}", _told(visit, "Человеку я напишу.")
    )
    return Screen(text, (day_of_visit(visit),))


def shifted(visit: DayVisit) -> Screen:
    """Confirms the new time; the code stays."""
    text = paragraphs(
        "<b>Запись перенесена</b>",
        "\n".join((capital(title(visit)), *particulars(visit))),
        _told(visit, "Человеку я напишу. Код прежний."),
    )
    return Screen(text, (row(opened(visit)), day_of_visit(visit)))


def struck(visit: DayVisit) -> Screen:
    """Confirms that the walk-in was deleted."""
    return Screen("Убрал из списка: этого визита как будто не было.", (day_of_visit(visit),))


def which_name(visit: DayVisit) -> Screen:
    """Asks for the name of the visitor."""
    leave = Button("Оставить как есть", OpenVisit(visit.booking.id))
    return Screen(
        "Как зовут посетителя? Хватит имени, фамилия не нужна.",
        (row(leave), day_of_visit(visit)),
        choices=(leave.action,),
    )


def not_a_name(visit: DayVisit, fault: NameFault) -> Screen:
    """What was typed is no name; it is still awaited."""
    return replace(which_name(visit), text=name_fault(fault))


def _asked(visit: DayVisit) -> str:
    if not visit.may_have_come:
        return ""
    if visit.booking.outcome is not None or visit.booking.state is BookingState.NO_SHOW:
        return "Если не так, исправьте: нажмите или напишите номер."
    return "Чем закончилось? Нажмите или напишите номер."


def _marks(visit: DayVisit) -> tuple[Row, ...]:
    """Those that say something new, each with the number it has on every card; the first two side by side."""
    id_, state, outcome = visit.booking.id, visit.booking.state, visit.booking.outcome
    said = outcome or {BookingState.ARRIVED: ARRIVED, BookingState.NO_SHOW: MISSED}.get(state)
    fresh = [
        (mark, Button(f"{number}. {words}", MarkVisit(id_, mark)))
        for number, (mark, words) in enumerate(_words_of(visit).items(), 1)
        if visit.may_have_come and mark != said and (visit.may_have_missed or mark != MISSED)
    ]
    pair = set() if visit.booking.origin is Origin.WALK_IN else {ARRIVED, MISSED}
    first = tuple(button for mark, button in fresh if mark in pair)
    return (*((first,) if first else ()), *column(button for mark, button in fresh if mark not in pair))


def _numbered(visit: DayVisit) -> tuple[Action, ...]:
    """What a typed number marks, also the mark that stands."""
    return tuple(MarkVisit(visit.booking.id, mark) for mark in _words_of(visit)) if visit.may_have_come else ()


def _words_of(visit: DayVisit) -> Mapping[str, str]:
    """The marks in the order of their numbers: outcomes bear those of the paper sheet, on every card.

    Somebody at the door has come, and cannot stay away.
    """
    outcomes = {one.id: one.title for one in visit.outcomes}
    if visit.booking.origin is Origin.WALK_IN:
        return {**outcomes, ARRIVED: _NO_OUTCOME}
    return {**outcomes, ARRIVED: _CAME, MISSED: _MISSED}


def ways_to_take(visit: DayVisit) -> tuple[Row, ...]:
    """The button that takes the visit on, or gives it back."""
    if visit.booking.state is not BookingState.BOOKED:
        return ()
    take = Button(
        "Принять вместо коллеги" if visit.taken_by else "Взять на себя",
        TakeOn(visit.booking.id, over=False),
    )
    return (row(give_back_button(visit) if visit.is_mine else take),)


def give_back_button(visit: DayVisit) -> Button:
    """The button by which whoever receives the visitor receives them no more."""
    return Button("Больше не принимаю", GiveBack(visit.booking.id))


def _changing(visit: DayVisit) -> tuple[Row, ...]:
    id_ = visit.booking.id
    return (row(Button("Перенести", ShiftVisit(id_)), Button("Отменить", CallOff(id_, sure=False))),) * visit.is_ahead


def _entered(visit: DayVisit) -> tuple[Row, ...]:
    """The buttons of a visit that a librarian has entered."""
    booking = visit.booking
    if not visit.is_kept or booking.origin is Origin.CHAT:
        return ()
    name = Button(NO_NAME_YET if visit.called == NO_NAME else "Исправить имя", NameVisitor(booking.id))
    strike = (Button("Записано по ошибке", StrikeOff(booking.id)),) if booking.origin is Origin.WALK_IN else ()
    return ((name, *strike),)


def _told(visit: DayVisit, words: str) -> str:
    return words if visit.booking.citizen and visit.reachable else "Бот человеку не напишет: предупредите его сами."
