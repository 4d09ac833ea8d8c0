"""Screens of the visitor's name, the check of the whole booking, and the confirmation."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from bot.booking.booking import Visitor
from bot.booking.draft import BookingStep
from bot.booking.typed.typed_name import NameFault
from bot.people import Reminders
from bot.russian.words import moment
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.booking.actions import BookAsMe, BookForOther, BookTime, ConfirmAsMe, ConfirmCalled, TurnTimes
from bot.screens.booking.when import Placed
from bot.screens.booking.where import BACK, noted
from bot.screens.centres.short_address import place_of
from bot.screens.my_bookings.actions import WayThere
from bot.screens.my_bookings.own_visit import (
    MINE,
    BookingView,
    capital,
    changes,
    near_title,
    paragraphs,
    particulars,
    reminders_said,
    what_to_bring,
)
from bot.screens.screen import Button, Paper, Screen, row
from bot.screens.time_codes import moment_code

STOP = Button("Не записываться", StopAsking())
NAME_FOR = "Это имя увидит только библиотекарь. Фамилия не нужна."


@dataclass(frozen=True, slots=True)
class VisitorQuestion:
    """Asks for the visitor's name; `me` is the name in the messenger, empty where it cannot be shown."""

    placed: Placed
    at: datetime
    me: str

    def draw(self, note: str = "") -> Screen:
        """The time once more, and the name in the messenger as a button."""
        centre, here = self.placed.centre, _here(self.placed, self.at)
        text = (
            f"<b>{capital(moment(self.at.astimezone(centre.zone)))}</b>\n{escape(centre.short_name)}\n\n"
            f"Как к вам обращаться? Напишите имя{' или нажмите кнопку' if self.me else ''}. {NAME_FOR}"
        )
        mine = (row(Button(self.me, BookAsMe(*here))),) if self.me else ()
        other = row(Button("Записать другого человека", BookForOther(*here)))
        back = row(Button(BACK, TurnTimes(*here)), STOP)
        choices = tuple(button.action for (button,) in (*mine, other))
        return Screen(noted(note, text), (*mine, other, back), choices=choices)


@dataclass(frozen=True, slots=True)
class OtherVisitorQuestion:
    """Asks for another visitor's name; `mine` is the button of whoever comes in person after all."""

    mine: Action

    def draw(self, note: str = "") -> Screen:
        """The question, and the way back."""
        text = f"Кто придёт? Напишите имя или просто «мама», «дедушка». {NAME_FOR}"
        return Screen(noted(note, text), (row(Button("Приду я", self.mine), STOP),), choices=(self.mine,))


@dataclass(frozen=True, slots=True)
class WholeBooking:
    """Shows everything that is known, to be confirmed; `as_me` under the name in the messenger."""

    placed: Placed
    at: datetime
    visitor: Visitor
    as_me: bool

    def draw(self, note: str = "") -> Screen:
        """All facts, and a way to mend each."""
        here = _here(self.placed, self.at)
        confirm = ConfirmAsMe(*here) if self.as_me else ConfirmCalled(*here)
        yes = Button("Да, записать", confirm)
        time, name = Button("Другое время", self.placed.days(0)), Button("Другое имя", BookTime(*here))
        other = Button("Для другого человека", BookForOther(*here))
        rows = (row(yes), row(time, name), row(other, STOP))
        return Screen(noted(note, self._text()), rows, choices=(yes.action, time.action, name.action))

    def _text(self) -> str:
        topic, centre = self.placed.topic, self.placed.centre
        who = "Кто придёт" if self.visitor.for_other else "Как к вам обращаться"
        address = f"\nАдрес: {escape(place_of(centre))}" if centre.address else ""
        return (
            f"<b>Проверьте, всё ли верно</b>\n\nТема: {escape(topic.title)}\n"
            f"Где: {escape(centre.short_name)}{address}\n"
            f"Когда: {moment(self.at.astimezone(centre.zone))}\n{who}: {escape(self.visitor.called)}\n\n"
            "Верно? Нажмите «Да, записать» или напишите «да»."
        )


def booked(visit: BookingView, wish: Reminders, paper: Paper, *, again: bool = False) -> Screen:
    """Confirms the booking: where and when, the code; then what to bring and what a librarian may not do.

    `again` to a second tap, or where the first answer was lost on its way: it is composed anew of what is so.
    """
    centre, id_ = visit.centre, visit.booking.id
    told = reminders_said(visit.booking, centre, wish, visit.now) if centre else ""
    first = paragraphs(
        f"Вы уже записаны: <b>{near_title(visit)}</b>." if again else "<b>Вы записаны</b>",
        "" if again else capital(near_title(visit)),
        "\n".join(particulars(visit)),
        told,
        "Файл ниже можно открыть: телефон добавит встречу в календарь.",
    )
    second = paragraphs(what_to_bring(visit), _may_not(visit)) or "Ждём вас."
    way = row(Button("Как добраться", WayThere(id_)), MINE)
    return Screen(second, (changes(visit), way), menu=True, before=(first,), attached=paper)


def name_fault(fault: NameFault) -> str:
    """What is wrong with what was typed as a name."""
    match fault:
        case NameFault.SECRET:
            return "Для записи это не нужно. Напишите только имя."
        case NameFault.TOO_LONG:
            return "Это слишком длинно для имени. Напишите коротко, например «Анна»."
        case NameFault.NOT_ONLY_NAME:
            return "Достаточно имени, без цифр и других слов. Напишите, например, «Анна»."
        case NameFault.NO_NAME:
            return "Не получилось прочитать имя. Напишите его буквами, например «Анна»."


NAME_AGAIN = "Напишите, пожалуйста, имя ещё раз."
WHAT_TO_MEND = "Что поправить? Нажмите «Другое время» или «Другое имя»."
GOING_ON = "Продолжим запись."


def not_understood(asked: BookingStep) -> str:
    """Said above a step at which other words were typed."""
    match asked:
        case BookingStep.TOPIC | BookingStep.PLACE:
            return "Я не понял. Выберите из списка."
        case BookingStep.DAY | BookingStep.TIME:
            return "Я не понял, когда вам удобно. Напишите, например: «завтра утром» или «в четверг в 15:00»."
        case BookingStep.VISITOR:
            return name_fault(NameFault.NO_NAME)
        case BookingStep.CHECK:
            return "Я не понял. Чтобы записаться, нажмите «Да, записать» или напишите «да»."


def _may_not(visit: BookingView) -> str:
    topic = visit.topic
    if topic is None or not topic.librarian_may_not:
        return ""
    return "Библиотекарю нельзя:\n" + "\n".join(f"• {escape(deed)}" for deed in topic.librarian_may_not)


def _here(placed: Placed, at: datetime) -> tuple[str, str, str]:
    """Topic, centre and time, as the buttons carry them."""
    return placed.topic.id, placed.centre.id, moment_code(at)
