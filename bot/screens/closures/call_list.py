"""The list of people to be called after hours were closed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from bot.booking.booking import Booking
from bot.booking.closures.call_list import Call
from bot.centres.centre import Centre
from bot.screens.closures.actions import CallAgain, CloseWhat, MarkCalled, ShowCalls
from bot.screens.closures.text import was_to_come
from bot.screens.common_buttons import HOME
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen, column, row

SHOWN = 8
STRUCK_OFF = "Отмечено: дозвонились."

TitleOf = Callable[[str], str]  # of a topic by its id


def calls(calls: Sequence[Call], centre: Centre, title_of: TitleOf, page: int = 0) -> Screen:
    """A page of the call list, people who know nothing yet first."""
    head = f"<b>Кому позвонить: {escape(centre.short_name)}</b>"
    back = (row(Button("Что закрыто", CloseWhat(centre.id))), row(HOME))
    if not calls:
        return Screen(f"{head}\n\nЗвонить никому не нужно: все уже знают.", back)
    here = Page(len(calls), SHOWN, page)
    shown = here.of(calls)
    actions = tuple(MarkCalled(call.booking.id) for call in shown)
    buttons = tuple(
        row(Button(f"{number}. Дозвонились: {_called(call)}", action), Button("Открыть", OpenVisit(call.booking.id)))
        for number, (call, action) in enumerate(zip(shown, actions, strict=True), 1)
    )
    lines = "\n\n".join(f"{number}. {_line(call, centre, title_of)}" for number, call in enumerate(shown, 1))
    text = (
        f"{head}\n\n{lines}\n\nТелефонов я не храню: номер ищите у себя. Дозвонились — нажмите кнопку. "
        "Договорились о другом времени — откройте запись и перенесите."
    )
    return Screen(
        text, (*buttons, *here.turning(lambda number: ShowCalls(centre.id, number + 1)), *back), choices=actions
    )


def which_centre(waiting: Sequence[tuple[Centre, int]]) -> Screen:
    """Asks for the centre where several have people to call, how many at each."""
    shown = waiting[:SHOWN]
    actions = tuple(ShowCalls(centre.id) for centre, _ in shown)
    buttons = column(
        Button(f"{number}. {centre.short_name}: {count}", action)
        for number, ((centre, count), action) in enumerate(zip(shown, actions, strict=True), 1)
    )
    return Screen("Кому позвонить: какой центр? Нажмите или напишите номер.", (*buttons, row(HOME)), choices=actions)


def nobody() -> Screen:
    """Nobody is to be called at any of the centres."""
    return Screen("Звонить никому не нужно: все, чьё время закрыли, уже знают.", (row(HOME),))


def with_way_back(screen: Screen, struck: Booking) -> Screen:
    """The call list after one was marked as called, with a button to undo a mistaken number."""
    called = f"{struck.visitor.called}, код {struck.code}"
    back = row(Button(f"Вернуть в список: {called}", CallAgain(struck.id)))
    text = f"{STRUCK_OFF} {escape(called)}.\n\n{screen.text}"
    return replace(screen, text=text, rows=(*screen.rows[:-2], back, *screen.rows[-2:]))


def _line(call: Call, centre: Centre, title_of: TitleOf) -> str:
    booking = call.booking
    text = f"{escape(_called(call))}. {escape(title_of(booking.topic))}. Было: {was_to_come(booking, centre)}."
    if booking.citizen is None:
        return f"{text} Записан по телефону, написать некуда."
    return text if call.reached else f"{text} Моё сообщение не дойдёт: человек остановил бота."


def _called(call: Call) -> str:
    return f"{call.booking.visitor.called}, код {call.booking.code}"
