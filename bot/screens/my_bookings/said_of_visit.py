"""Answers to what a person says of a visit: that they come or will be late, and what they ask of it."""

from collections.abc import Callable, Sequence
from html import escape

from bot.screens.action import Action
from bot.screens.actions import BookVisit
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.visit import lateness
from bot.screens.my_bookings.actions import CancelVisit, InTime, MoveVisit, SayLate, WayThere, WillCome, WillNotSay
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    capital,
    changes,
    near_title,
    paragraphs,
    particulars,
    phone_of,
    taken_along,
    title,
    what_to_bring,
    where,
)
from bot.screens.screen import Button, Row, Screen, column, row

Fact = Callable[[BookingView], str]


def confirmed(visit: BookingView) -> Screen:
    """Answers «Приду»; one press takes it back."""
    text = paragraphs(
        "Спасибо! Отметил, что вы придёте: библиотекарь это видит.",
        capital(near_title(visit)),
        "\n".join(particulars(visit)),
    )
    back = Button("Ещё не знаю", WillNotSay(visit.booking.id))
    return Screen(text, (row(back), changes(visit), taken_along(visit)))


def will_you_come(visit: BookingView) -> Screen:
    """Asks those who are not sure: nothing is noted and nobody is told before they say."""
    text = paragraphs(
        f"Вы записаны: {near_title(visit)}. Придёте?",
        "Если пока не знаете, отвечать не нужно: запись остаётся. Не успеваете — перенесите или отмените её, "
        "место достанется другому.",
    )
    return Screen(text, (row(Button("Приду", WillCome(visit.booking.id))), changes(visit), row(MINE, HOME)))


def shall_i_tell(visit: BookingView, action: SayLate) -> Screen:
    """A lateness that was only asked about; `action` tells it to the librarians."""
    text = paragraphs(
        f"Вы записаны: {near_title(visit)}.",
        f"Предупредить библиотекарей, что {_you(action.minutes)}?",
    )
    return Screen(text, (row(Button("Да, предупредить", action)), changes(visit), row(MINE, HOME)))


def not_said(visit: BookingView) -> Screen:
    """«Приду» is taken back; the booking stands."""
    text = f"Хорошо, отметку убрал. Вы по-прежнему записаны: {near_title(visit)}."
    return Screen(text, (changes(visit), row(MINE, HOME)))


def late(visit: BookingView, *, is_heard: bool) -> Screen:
    """The librarians were told of the lateness, where anybody there gets notices; one press takes it back."""
    minutes = visit.booking.late or 0
    told = f"<b>Передал библиотекарям: {_you(minutes)}</b>" if is_heard else f"<b>Отметил: {_you(minutes)}</b>"
    call = "Если совсем не успеваете, перенесите запись или позвоните"
    if not is_heard:
        call = "Сообщения из бота в этом центре пока никто не получает. Предупредите по телефону"
    phone = f": {phone_of(visit)}." if phone_of(visit) else "."
    text = paragraphs(told, f"{capital(near_title(visit))}\n{where(visit)}", f"{call}{phone}")
    return Screen(text, (row(Button("Успеваю вовремя", InTime(visit.booking.id))), changes(visit), row(MINE, HOME)))


def in_time(visit: BookingView) -> Screen:
    """The lateness is taken back, and the librarians know."""
    text = f"Хорошо, передал: вы придёте вовремя. Ваша запись: {near_title(visit)}."
    return Screen(text, (changes(visit), row(MINE, HOME)))


def not_today(visit: BookingView) -> Screen:
    """A lateness is told on the day of the visit; another time can be had now."""
    text = f"Ваша запись не сегодня: {near_title(visit)}. Если это время не подходит, перенесите её."
    return Screen(text, (changes(visit), row(MINE, HOME)))


def which_one(visits: Sequence[BookingView], action: Callable[[BookingView], Action], ask: str) -> Screen:
    """Several visits may be meant; `ask` is the question, «Какую запись перенести?»."""
    actions = tuple(map(action, visits))
    numbered = enumerate(zip(visits, actions, strict=True), 1)
    buttons = column(Button(f"{number}. {_called(visit)}", one) for number, (visit, one) in numbered)
    return Screen(f"{ask} Нажмите или напишите номер.", (*buttons, row(MINE, HOME)), choices=actions)


def facts(visits: Sequence[BookingView], fact: Fact) -> Screen:
    """What was asked of the visits: of each where there are several."""
    told = (_fact(visit, fact, alone=len(visits) == 1) for visit in visits)
    return Screen(paragraphs(*told), _ways(visits))


def of_time(visit: BookingView) -> str:
    """Where the visit is, below its time."""
    return "\n".join(filter(None, (where(visit), _who(visit))))


def of_code(visit: BookingView) -> str:
    """The code of the visit."""
    return f"Код визита: <b>{visit.booking.code}</b>. Назовите его библиотекарю."


def of_address(visit: BookingView) -> str:
    """The address with the telephone."""
    phone = f"Телефон: {phone_of(visit)}" if phone_of(visit) else ""
    return "\n".join(filter(None, (where(visit), phone)))


def of_things(visit: BookingView) -> str:
    """What to bring for the topic of the visit."""
    about = f"Тема: {escape(visit.topic.title)}" if visit.topic else ""
    return paragraphs(about, what_to_bring(visit) or "Ничего особенного брать не нужно, только телефон.")


FACTS: dict[str, Fact] = {"code": of_code, "address": of_address, "what_to_bring": of_things}


def no_other_centre(visit: BookingView, place: str) -> Screen:
    """A visit is moved within its centre; another centre means another booking."""
    text = (
        f"Вы записаны: {near_title(visit)}.\n{where(visit)}\n\n"
        f"Перенести можно только на другое время в том же центре. Чтобы прийти в другое место ({escape(place)}), "
        "запишитесь туда, а эту запись отмените."
    )
    other = Button("Записаться в другой центр", BookVisit(visit.booking.topic))
    give_up = Button("Отменить эту", CancelVisit(visit.booking.id, sure=False))
    time = Button("Другое время здесь", MoveVisit(visit.booking.id))
    return Screen(text, (row(other), row(time, give_up), row(MINE, HOME)))


def _you(minutes: int) -> str:
    return f"вы {lateness(minutes).replace('опоздает', 'опоздаете')}"


def _called(visit: BookingView) -> str:
    """The time, and who comes where that is somebody else."""
    other = visit.booking.visitor.for_other
    return f"{title(visit)} ({escape(visit.booking.visitor.called)})" if other else title(visit)


def _who(visit: BookingView) -> str:
    return f"Кто придёт: {escape(visit.booking.visitor.called)}" if visit.booking.visitor.for_other else ""


def _fact(visit: BookingView, fact: Fact, *, alone: bool) -> str:
    head = capital(near_title(visit))
    return paragraphs(f"<b>{head}</b>", fact(visit)) if alone else f"<b>{head}</b>\n{fact(visit)}"


def _ways(visits: Sequence[BookingView]) -> tuple[Row, ...]:
    if len(visits) > 1:
        return (row(MINE, HOME),)
    (visit,) = visits
    way = (Button("Как добраться", WayThere(visit.booking.id)),) if visit.centre else ()
    return (changes(visit), (*way, MINE))
