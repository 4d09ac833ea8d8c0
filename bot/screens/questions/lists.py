"""Questions to librarians as lists: those that wait, and a person's own."""

import textwrap
from collections.abc import Iterator, Sequence
from html import escape

from bot.questions.question import Question
from bot.russian.words import plural
from bot.screens.actions import AnswerQuestion
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian
from bot.screens.screen import Button, Screen, column, row

OPEN_SHOWN = 8
OWN_SHOWN = 3
_QUOTED = 120  # characters of a question, in a list


def unanswered(questions: Sequence[Question]) -> Screen:
    """What waits for an answer, the oldest first; the words themselves are shown when one is taken."""
    if not questions:
        return Screen("Вопросов без ответа нет.", (row(HOME),))
    shown = questions[:OPEN_SHOWN]
    choices = tuple(AnswerQuestion(question.id) for question in shown)
    lines = [f"{number}. № {one.id}: {_quoted(one)}" for number, one in enumerate(shown, 1)]
    if len(questions) > len(shown):
        lines.append("Здесь самые старые; остальные увидите, когда ответите на эти.")
    count = plural(len(shown), "вопрос", "вопроса", "вопросов")
    text = "\n".join((f"<b>Без ответа: {count}</b>", "", *lines, "", "На какой ответить? Нажмите или напишите номер."))
    buttons = column(
        Button(f"{number}. Вопрос № {one.id}", AnswerQuestion(one.id)) for number, one in enumerate(shown, 1)
    )
    return Screen(text, (*buttons, row(HOME)), choices=choices)


def own(questions: Sequence[Question], *, can_ask: bool) -> Screen:
    """What became of a person's own questions, the newest first."""
    ask = (row(ask_librarian()),) if can_ask else ()
    if not questions:
        text = "Вы ничего не спрашивали у библиотекаря, или это было давно."
        return Screen(text, (*ask, row(SHELVES, HOME)))
    return Screen("\n\n".join(_fate(one) for one in questions), (*ask, row(SHELVES, HOME)))


def others_answer() -> Screen:
    """Said to staff whom no questions reach."""
    return Screen("На вопросы людей отвечают библиотекари, которых назначил администратор.", (row(HOME),))


def _fate(question: Question) -> str:
    return "\n".join(_lines(question))


def _lines(question: Question) -> Iterator[str]:
    if question.answer is None:
        yield "Ответа ещё нет. Как только библиотекарь ответит, я пришлю ответ сюда."
    yield f"Ваш вопрос: «{_quoted(question)}»"
    if question.answer is not None:
        yield f"Ответ библиотекаря: {escape(question.answer)}"


def _quoted(question: Question) -> str:
    return escape(textwrap.shorten(question.text, _QUOTED, placeholder="…"))
