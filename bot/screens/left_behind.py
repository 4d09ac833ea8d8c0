"""What was asked for before another screen was opened: said once that nothing came of it, with the way back."""

from bot.conversation import BOOKING_STEPS, Awaited, Wait
from bot.screens.actions import AskLibrarian, MendCard
from bot.screens.ask_drafts import answer_button
from bot.screens.day_actions import OpenVisit
from bot.screens.editing_actions import FindArticle, MendArticle
from bot.screens.hours_actions import CloseWhat
from bot.screens.own_visit_actions import MoveVisit
from bot.screens.packing import unpack
from bot.screens.screen import Button, Screen, row

_BEGUN = "Вы начали запись в библиотеку и не закончили. Продолжить?"
_NOT_ANSWERED = "Человеку ничего не отправлено. Если это ответ ему, нажмите кнопку и пришлите его ещё раз."
_NOT_ASKED = "Библиотекарю ничего не передано. Если это вопрос ему, нажмите кнопку и пришлите его ещё раз."
_NOT_WRITTEN = "Эти слова я никуда не записал. Если они были для меня, вернитесь по кнопке и пришлите их ещё раз."


def offer(left: Awaited) -> Screen | None:
    """None where nothing can be missed."""
    found = _words_and_way(left)
    return Screen(found[0], (row(found[1]),), keeps_numbers=True) if found else None


def way_back(left: Awaited) -> Button | None:
    """The button alone, for a message that has words of its own."""
    found = _words_and_way(left)
    return found[1] if found else None


def _words_and_way(left: Awaited) -> tuple[str, Button] | None:
    if left.what in BOOKING_STEPS:
        step = unpack(left.context.partition("\n")[0])
        return (_BEGUN, Button("Продолжить запись", step)) if step else None
    match left.what:
        case Wait.ANSWER:
            return _NOT_ANSWERED, answer_button(int(left.context))
        case Wait.QUESTION:
            return _NOT_ASKED, Button("Спросить библиотекаря", AskLibrarian(left.context or "-"))
        case Wait.OTHER_TIME:
            number = int(left.context.split(" ")[0])
            return "Запись осталась на прежнем времени.", Button("Выбрать другое время", MoveVisit(number))
        case _:
            button = _at_work(left)
            return (_NOT_WRITTEN, button) if button else None


def _at_work(left: Awaited) -> Button | None:
    """Of those who work here."""
    match left.what, left.context.partition("\n")[0].split(":"):
        case Wait.CHANGE, [_, centre]:
            return Button("К карточке", MendCard(centre))
        case Wait.CLOSURE, [_, centre, *_]:
            return Button("Что закрыть", CloseWhat(centre))
        case Wait.DESK, ["name" | "why" | "shift", number, *_]:
            return Button("Открыть запись", OpenVisit(int(number)))
        case Wait.EDIT, ["find", gap]:
            return Button("Найти ответ", FindArticle(gap))
        case Wait.EDIT, [_, article]:
            return Button("К ответу", MendArticle(article))
        case _:
            return None
