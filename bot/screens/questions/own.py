"""A citizen's own questions: what became of them, more words, taken back."""

from collections.abc import Iterator, Sequence
from html import escape
from zoneinfo import ZoneInfo

from bot.questions.draft import Change, MessageDraft
from bot.questions.question import ClosedBy, Question, QuestionState
from bot.russian.words import moment
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian
from bot.screens.questions.actions import AddToQuestion, DropDraft, SendAddition, ShowOwnQuestions, WithdrawQuestion
from bot.screens.questions.questions import OWN_QUESTIONS
from bot.screens.questions.thread import numbered, quoted
from bot.screens.screen import Button, Row, Screen, row

OWN_SHOWN = 3
_CANCEL = row(Button("Отменить", StopAsking()))


def own(questions: Sequence[Question], zone: ZoneInfo, *, can_ask: bool) -> Screen:
    """What became of a person's own questions, the newest first."""
    ask = (row(ask_librarian()),) if can_ask else ()
    if not questions:
        text = "Вы ничего не спрашивали у библиотекаря, или это было давно."
        return Screen(text, (*ask, row(SHELVES, HOME)))
    buttons = tuple(line for one in questions for line in _ways(one))
    return Screen("\n\n".join(_fate(one, zone) for one in questions), (*buttons, *ask, row(SHELVES, HOME)))


def write_more(question: Question) -> Screen:
    """The person is asked for further words."""
    text = (
        f"{numbered(question)}: {quoted(question.text)}\n\nНапишите, что передать библиотекарю. "
        "Не пишите фамилию, пароли, коды и номера документов."
    )
    return Screen(text, (_CANCEL,))


def shown_addition(draft: MessageDraft, question: Question, change: Change = Change.NONE) -> Screen:
    """The further words as the librarian would get them."""
    became = "Прежние слова заменил этими.\n\n" if change is Change.REPLACED else ""
    text = (
        f"{became}<b>Передать библиотекарю так?</b>\n\n{numbered(question)}: {quoted(question.text)}\n\n"
        f"Вы добавляете:\n{escape(draft.text)}"
    )
    return Screen(text, _sending(draft, question))


def _sending(draft: MessageDraft, question: Question) -> tuple[Row, ...]:
    send = Button("Отправить", SendAddition(draft.number, question.id))
    again = Button("Исправить", AddToQuestion(question.id))
    return (row(send, again), row(Button("Не отправлять", DropDraft(draft.number))))


def added(question: Question, zone: ZoneInfo) -> Screen:
    """The words are handed on."""
    until = f" Ответит до: {moment(question.promised_at.astimezone(zone))}." if question.promised_at else ""
    return Screen(f"Передал библиотекарю ваше дополнение к вопросу № {question.id}.{until}", menu=True)


def added_already(number: int) -> Screen:
    """Answers a second press, or one on words that are kept no more."""
    text = f"Эти слова к вопросу № {number} уже переданы, или их черновика больше нет: он хранится час."
    return Screen(text, (row(OWN_QUESTIONS, HOME),))


def sure_to_withdraw(question: Question) -> Screen:
    """Librarians will not answer it then."""
    text = f"{numbered(question)}: {quoted(question.text)}\n\nСнять вопрос? Библиотекарь на него уже не ответит."
    yes = Button("Да, снять", WithdrawQuestion(question.id, sure=True))
    return Screen(text, (row(yes, Button("Нет, оставить", ShowOwnQuestions())),))


def withdrawn(question: Question) -> Screen:
    """The question is taken back."""
    return Screen(f"Снял вопрос № {question.id}. Библиотекарям я об этом сказал.", (row(SHELVES, HOME),))


def own_closed(question: Question) -> Screen:
    """Nothing can be added any more."""
    text = f"Вопрос № {question.id} уже закрыт, дописать к нему нельзя. Задайте новый."
    return Screen(text, (row(ask_librarian()), row(SHELVES, HOME)))


def own_gone() -> Screen:
    """Erased, or older than is kept."""
    text = "Этого вопроса у меня больше нет. Если он ещё нужен, задайте его снова."
    return Screen(text, (row(ask_librarian()), row(SHELVES, HOME)))


def _fate(question: Question, zone: ZoneInfo) -> str:
    return "\n".join(_lines(question, zone))


def _lines(question: Question, zone: ZoneInfo) -> Iterator[str]:
    yield f"<b>{numbered(question)}</b>, {moment(question.asked_at.astimezone(zone))}. {_state(question, zone)}"
    yield f"Ваш вопрос: {quoted(question.text, 120)}"
    if question.answer is not None:
        yield f"Ответ библиотекаря: {escape(question.answer[:700])}"


def _state(question: Question, zone: ZoneInfo) -> str:
    match question.state:
        case QuestionState.NEW | QuestionState.TAKEN:
            until = f" Обещан до: {moment(question.promised_at.astimezone(zone))}." if question.promised_at else ""
            return f"Ответа ещё нет.{until} Как только библиотекарь ответит, я пришлю ответ сюда."
        case QuestionState.WAITING:
            return "Библиотекарь спросил вас и ждёт, что вы напишете."
        case QuestionState.ANSWERED:
            return "Ответ есть."
        case QuestionState.CLOSED:
            return "Вы его сняли." if question.closed_by is ClosedBy.CITIZEN else "Закрыт без ответа."


def _ways(question: Question) -> tuple[Row, ...]:
    if question.is_closed:
        return ()
    more = Button(f"Дописать к № {question.id}", AddToQuestion(question.id))
    if not question.awaits_librarian:
        return (row(more),)
    return (row(more, Button(f"Снять № {question.id}", WithdrawQuestion(question.id))),)
