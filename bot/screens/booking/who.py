"""Screens of the visitor's name, the check of the whole booking, and the confirmation."""

from datetime import datetime
from html import escape

from bot.booking.booking import Visitor
from bot.booking.typed.typed_name import NameFault
from bot.centres.centre import Centre
from bot.people import Reminders
from bot.region.topics import Topic
from bot.russian.words import moment
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.booking.actions import (
    BookAsMe,
    BookDays,
    BookForOther,
    BookTime,
    ConfirmAsMe,
    ConfirmCalled,
    TurnTimes,
)
from bot.screens.booking.prompts import BookingPrompt, VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.booking.where import noted
from bot.screens.centres.short_address import place_of
from bot.screens.common_buttons import HOME
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


def who_comes(action: BookTime, centre: Centre, at: datetime, me: str, note: str = "") -> Screen:
    """Asks for the visitor's name; `me` is the name in the messenger, empty where it cannot be shown."""
    text = (
        f"<b>{capital(moment(at.astimezone(centre.zone)))}</b>\n{escape(centre.short_name)}\n\n"
        f"Как к вам обращаться? Напишите имя{' или нажмите кнопку' if me else ''}. {NAME_FOR}"
    )
    topic, place = action.topic, action.centre
    mine = (row(Button(me, BookAsMe(topic, place, action.at))),) if me else ()
    other = row(Button("Записать другого человека", BookForOther(topic, place, action.at)))
    back = row(Button("← Другое время", TurnTimes(topic, place, action.at)), STOP)
    choices = tuple(button.action for (button,) in (*mine, other))
    return Screen(noted(note, text), (*mine, other, back, row(HOME)), choices=choices)


def who_else(back: Action, note: str = "") -> Screen:
    """Asks for another visitor's name."""
    text = f"Кто придёт? Напишите имя или просто «мама», «дедушка». {NAME_FOR}"
    return Screen(noted(note, text), (row(Button("Приду я", back), STOP), row(HOME)), choices=(back,))


def check(topic: Topic, centre: Centre, at: datetime, visitor: Visitor, confirm: Action, note: str = "") -> Screen:
    """Shows everything chosen, to be confirmed."""
    who = "Кто придёт" if visitor.for_other else "Как к вам обращаться"
    address = f"\nАдрес: {escape(place_of(centre))}" if centre.address else ""
    text = (
        f"<b>Проверьте, всё ли верно</b>\n\nТема: {escape(topic.title)}\n"
        f"Где: {escape(centre.short_name)}{address}\n"
        f"Когда: {moment(at.astimezone(centre.zone))}\n{who}: {escape(visitor.called)}\n\n"
        "Верно? Нажмите «Да, записать» или напишите «да»."
    )
    code = moment_code(at)
    yes = Button("Да, записать", confirm)
    time, name = (
        Button("Другое время", BookDays(topic.id, centre.id)),
        Button("Другое имя", BookTime(topic.id, centre.id, code)),
    )
    return Screen(
        noted(note, text),
        (row(yes), row(time, name), row(STOP), row(HOME)),
        choices=(yes.action, time.action, name.action),
    )


def booked(visit: BookingView, wish: Reminders, paper: Paper) -> Screen:
    """Confirms the booking: where and when, the code; then what to bring and what a librarian may not do."""
    centre, id_ = visit.centre, visit.booking.id
    told = reminders_said(visit.booking, centre, wish, visit.now) if centre else ""
    first = paragraphs(
        "<b>Вы записаны</b>",
        capital(near_title(visit)),
        "\n".join(particulars(visit)),
        told,
        "Файл выше можно открыть: телефон добавит встречу в календарь.",
    )
    second = paragraphs(what_to_bring(visit), _may_not(visit)) or "Ждём вас."
    way = row(Button("Как добраться", WayThere(id_)), MINE)
    return Screen(second, (changes(visit), way, row(HOME)), before=(first,), attached=paper)


def booked_already(visit: BookingView) -> Screen:
    """Answers the second of two taps on the same confirmation."""
    text = paragraphs(f"Вы уже записаны: <b>{near_title(visit)}</b>.", "\n".join(particulars(visit)))
    return Screen(text, (changes(visit), row(MINE, HOME)))


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


def not_understood(prompt: BookingPrompt) -> str:
    """Said above a step at which other words were typed."""
    match prompt:
        case WherePrompt():
            return "Я не понял. Выберите из списка."
        case WhenPrompt():
            return "Я не понял, когда вам удобно. Напишите, например: «завтра утром» или «в четверг в 15:00»."
        case VisitorPrompt(ConfirmAsMe() | ConfirmCalled()):
            return "Я не понял. Чтобы записаться, нажмите «Да, записать» или напишите «да»."
        case VisitorPrompt():
            return name_fault(NameFault.NO_NAME)


def in_private() -> Screen:
    """Says that booking is done in private: in a group others read along."""
    return Screen("Записываю я только в личном чате: напишите мне там «Прийти за помощью».")


def _may_not(visit: BookingView) -> str:
    topic = visit.topic
    if topic is None or not topic.librarian_may_not:
        return ""
    return "Библиотекарю нельзя:\n" + "\n".join(f"• {escape(deed)}" for deed in topic.librarian_may_not)
