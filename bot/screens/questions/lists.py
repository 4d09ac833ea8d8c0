"""Questions that wait for an answer, as librarians read them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from bot.questions.question import Question
from bot.russian.words import moment, plural
from bot.screens.actions import AnswerQuestion
from bot.screens.common_buttons import HOME
from bot.screens.questions.actions import ShowOpenQuestions
from bot.screens.questions.thread import quoted
from bot.screens.screen import Button, Screen, column, row

OPEN_SHOWN = 8
OPEN_QUESTIONS = Button("Кто ждёт ответа", ShowOpenQuestions())
_QUOTED = 120  # characters of a question, in a list


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """A question in the list, with who answers it."""

    question: Question
    taken_by: str | None = None


def unanswered(questions: Sequence[ListedQuestion], zone: ZoneInfo, now: datetime) -> Screen:
    """What waits for an answer, the oldest first; the words themselves are shown when one is taken."""
    if not questions:
        return Screen("Вопросов без ответа нет.", (row(HOME),))
    shown = questions[:OPEN_SHOWN]
    choices = tuple(AnswerQuestion(one.question.id) for one in shown)
    lines = [f"{number}. {_line(one, zone, now)}" for number, one in enumerate(shown, 1)]
    if len(questions) > len(shown):
        lines.append("Здесь самые старые; остальные увидите, когда ответите на эти.")
    count = plural(len(questions), "вопрос", "вопроса", "вопросов")
    text = "\n".join((f"<b>Без ответа: {count}</b>", "", *lines, "", "На какой ответить? Нажмите или напишите номер."))
    buttons = column(
        Button(f"{number}. Вопрос № {one.question.id}", AnswerQuestion(one.question.id))
        for number, one in enumerate(shown, 1)
    )
    return Screen(text, (*buttons, row(HOME)), choices=choices)


def waiting_line(count: int) -> str:
    """How many questions wait, in a line of a letter."""
    return f"Ждут ответа: {plural(count, 'вопрос', 'вопроса', 'вопросов')}."


def with_waiting(shown: Screen, waiting: int) -> Screen:
    """What was done, with how many other questions wait; the button shows them."""
    if not waiting:
        return shown
    more = plural(waiting, "вопрос", "вопроса", "вопросов")
    return replace(shown, text=f"{shown.text}\n\nЕщё ждут ответа: {more}.", rows=(*shown.rows, row(OPEN_QUESTIONS)))


def others_answer() -> Screen:
    """Said to staff whom no questions reach."""
    return Screen("На вопросы людей отвечают библиотекари, которых назначил администратор.", (row(HOME),))


def _line(one: ListedQuestion, zone: ZoneInfo, now: datetime) -> str:
    question = one.question
    facts = [f"Задан: {moment(question.asked_at.astimezone(zone))}."]
    if question.promised_at:
        over = " Срок прошёл." if question.promised_at <= now else ""
        facts.append(f"Ответ обещан до: {moment(question.promised_at.astimezone(zone))}.{over}")
    if one.taken_by:
        facts.append(f"Отвечает {escape(one.taken_by)}.")
    return "\n".join((f"№ {question.id}: {quoted(question.text, _QUOTED)}", *facts))


def no_such_question(number: int) -> Screen:
    """Answers a typed number: it may be another one, and it may be of a question that was erased."""
    text = f"Вопроса № {number} у меня нет: номер другой, человек его стёр или он слишком старый. Список: /questions."
    return Screen(text)


def nothing_to_correct(number: int | None = None) -> Screen:
    """Answers «исправь ответ» of a librarian who has sent none within the hour, or none to that question."""
    which = f" на вопрос № {number}" if number else ""
    text = (
        f"Ответа{which}, который ещё можно исправить, нет: исправить можно свой ответ в течение часа. "
        "Допишите: /questions."
    )
    return Screen(text)
