"""A text that was asked for before another screen was opened: said once that nothing came of it, with the way back."""

from bot.dialog_state import BOOKING_STEPS, PendingPrompt, Prompt
from bot.screens.actions import AskLibrarian, MendCard
from bot.screens.callback_data import unpack
from bot.screens.closures.actions import CloseWhat
from bot.screens.faq.editing_actions import FindArticle, MendArticle
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.my_bookings.actions import MoveVisit
from bot.screens.questions.drafts import answer_button
from bot.screens.screen import Button, Screen, row

_NOT_WRITTEN = "Эти слова я никуда не записал. Если они были для меня, вернитесь по кнопке и пришлите их ещё раз."


def offer(left: PendingPrompt) -> Screen | None:
    """None where nothing can be missed."""
    if left.what in BOOKING_STEPS:
        return _booking(left)
    match left.what:
        case Prompt.ANSWER:
            return _answer(int(left.context))
        case Prompt.QUESTION:
            text = "Библиотекарю ничего не передано. Если это вопрос ему, нажмите кнопку и пришлите его ещё раз."
            return _with(text, Button("Спросить библиотекаря", AskLibrarian(left.context or "-")))
        case Prompt.OTHER_TIME:
            number = int(left.context.split(" ")[0])
            return _with("Запись осталась на прежнем времени.", Button("Выбрать другое время", MoveVisit(number)))
        case _:
            return _at_work(left)


def _booking(left: PendingPrompt) -> Screen | None:
    step = unpack(left.context)
    text = "Вы начали запись в библиотеку и не закончили. Продолжить?"
    return _with(text, Button("Продолжить запись", step)) if step else None


def _answer(number: int) -> Screen:
    text = "Человеку ничего не отправлено. Если это ответ ему, нажмите кнопку и пришлите его ещё раз."
    return _with(text, answer_button(number))


def _at_work(left: PendingPrompt) -> Screen | None:
    """The screen of a suspended dialogue of a librarian or an admin."""
    match left.what, left.context.split(":"):
        case Prompt.CHANGE, [_, centre]:
            return _with(_NOT_WRITTEN, Button("К карточке", MendCard(centre)))
        case Prompt.CLOSURE, [_, centre, *_]:
            return _with(_NOT_WRITTEN, Button("Что закрыть", CloseWhat(centre)))
        case Prompt.DESK, ["name" | "why" | "shift", number, *_]:
            return _with(_NOT_WRITTEN, Button("Открыть запись", OpenVisit(int(number))))
        case Prompt.EDIT, ["find", gap]:
            return _with(_NOT_WRITTEN, Button("Найти ответ", FindArticle(gap)))
        case Prompt.EDIT, [_, article]:
            return _with(_NOT_WRITTEN, Button("К ответу", MendArticle(article)))
        case _:
            return None


def _with(text: str, button: Button) -> Screen:
    return Screen(text, (row(button),), keeps_numbers=True)
