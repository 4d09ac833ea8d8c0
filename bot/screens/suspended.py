"""A text that was asked for before another screen was opened: said once that nothing came of it, with the way back."""

from bot.dialog_state import Prompt
from bot.screens.actions import AskLibrarian
from bot.screens.banner.actions import WriteBanner
from bot.screens.banner.prompts import BannerEndPrompt, BannerTextPrompt
from bot.screens.booking.prompts import VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.centre_edits.actions import MendCard
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.closures.actions import CloseWhat
from bot.screens.closures.prompts import ClosedHoursPrompt, ClosureReasonPrompt
from bot.screens.faq.editing_actions import FindArticle, MendArticle
from bot.screens.faq.prompts import (
    ArticlePrompt,
    ArticleTextPrompt,
    SureWordingPrompt,
    WordingNumberPrompt,
    WordingPrompt,
)
from bot.screens.librarian_day.actions import OpenVisit
from bot.screens.librarian_day.prompts import CallOffReasonPrompt, ShiftTimePrompt, VisitorNamePrompt
from bot.screens.my_bookings.actions import MoveVisit
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.questions.actions import AddToQuestion
from bot.screens.questions.drafts import answer_button
from bot.screens.questions.letter import not_sent_yet
from bot.screens.questions.prompts import AdditionPrompt, AnswerPrompt, QuestionPrompt
from bot.screens.screen import Button, Screen, row

_BEGUN = "Вы начали запись в библиотеку и не закончили. Продолжить?"
_NOT_ANSWERED = "Человеку ничего не отправлено. Если это ответ ему, нажмите кнопку и пришлите его ещё раз."
_NOT_ASKED = "Библиотекарю ничего не передано. Если это вопрос ему, нажмите кнопку и пришлите его ещё раз."
_NOT_WRITTEN = "Эти слова я никуда не записал. Если они были для меня, вернитесь по кнопке и пришлите их ещё раз."


def offer(left: Prompt) -> Screen | None:
    """None where nothing can be missed."""
    if isinstance(left, QuestionPrompt) and left.is_shown:
        return not_sent_yet(left.draft)
    found = _words_and_way(left)
    return Screen(found[0], (row(found[1]),), keeps_numbers=True) if found else None


def way_back(left: Prompt) -> Button | None:
    """The button alone, for a message that has words of its own."""
    found = _words_and_way(left)
    return found[1] if found else None


def _words_and_way(left: Prompt) -> tuple[str, Button] | None:
    match left:
        case WherePrompt(step) | WhenPrompt(step) | VisitorPrompt(step):
            return _BEGUN, Button("Продолжить запись", step)
        case AnswerPrompt(question):
            return _NOT_ANSWERED, answer_button(question)
        case AdditionPrompt(question):
            return _NOT_ASKED, Button("Дописать к вопросу", AddToQuestion(question))
        case QuestionPrompt(article):
            return _NOT_ASKED, Button("Спросить библиотекаря", AskLibrarian(article or "-"))
        case OtherTimePrompt(booking):
            return "Запись осталась на прежнем времени.", Button("Выбрать другое время", MoveVisit(booking))
        case _:
            button = _at_work(left)
            return (_NOT_WRITTEN, button) if button else None


def _at_work(left: Prompt) -> Button | None:
    """Of those who work here."""
    match left:
        case CardPartPrompt(_, centre):
            return Button("К карточке", MendCard(centre))
        case ClosedHoursPrompt(centre) | ClosureReasonPrompt(centre):
            return Button("Что закрыть", CloseWhat(centre))
        case VisitorNamePrompt(booking) | CallOffReasonPrompt(booking) | ShiftTimePrompt(booking):
            return Button("Открыть запись", OpenVisit(booking))
        case _:
            return _of_admins(left)


def _of_admins(left: Prompt) -> Button | None:
    match left:
        case ArticlePrompt(gap):
            return Button("Найти ответ", FindArticle(gap))
        case (
            WordingPrompt(article)
            | SureWordingPrompt(article)
            | WordingNumberPrompt(article)
            | ArticleTextPrompt(article)
        ):
            return Button("К ответу", MendArticle(article))
        case BannerTextPrompt() | BannerEndPrompt():
            return Button("К важному сообщению", WriteBanner())
        case _:
            return None
