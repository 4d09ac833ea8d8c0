"""A question as a librarian meets it: taken, answered, answered by somebody else."""

from dataclasses import replace
from html import escape

from bot.people import Address
from bot.privacy.rule import Secret
from bot.questions.question import ClosedBy, EntryKind, Question, ThreadEntry
from bot.russian.gender import past
from bot.screens.actions import AnswerQuestion, StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.home.unsupported import secrets_named
from bot.screens.questions.actions import (
    AddAnswer,
    AskBack,
    CloseQuestion,
    CorrectAnswer,
    DropDraft,
    FindArticleToSend,
    ProposeAsArticle,
    SendAnyway,
    TakeOver,
)
from bot.screens.questions.thread import QUOTED, numbered, quoted, thread
from bot.screens.screen import Button, Row, Screen, ShownQuestion, row

_CANCEL = row(Button("Отменить", StopAsking()))


def ways(question: Question) -> tuple[Row, ...]:
    """What a librarian may do with a question that waits."""
    return (
        row(Button("Ответить", AnswerQuestion(question.id)), Button("Переспросить", AskBack(question.id))),
        row(Button("Ответить статьёй", FindArticleToSend(question.id))),
    )


def write_the_answer(question: Question, entries: tuple[ThreadEntry, ...] = ()) -> Screen:
    """The librarian is asked for the words."""
    text = (
        f"{thread(question, entries)}\n\nНапишите ответ одним сообщением: я передам его человеку. "
        "Сначала покажу, как он уйдёт."
    )
    rows = (
        row(Button("Переспросить", AskBack(question.id)), Button("Ответить статьёй", FindArticleToSend(question.id))),
        row(Button("Закрыть без ответа", CloseQuestion(question.id))),
        _CANCEL,
    )
    return Screen(text, rows, shows=ShownQuestion(question.id))


def write_more(question: Question, entries: tuple[ThreadEntry, ...]) -> Screen:
    """The librarian is asked for the words of a further answer."""
    text = f"{thread(question, entries)}\n\nНапишите, что добавить: человек получит это отдельным сообщением."
    return Screen(text, (_CANCEL,))


def write_the_inquiry(question: Question, entries: tuple[ThreadEntry, ...]) -> Screen:
    """The librarian is asked what is to be asked back."""
    text = (
        f"{thread(question, entries)}\n\nНапишите, что спросить у человека. Личное не спрашивайте: ни фамилии, "
        "ни номеров документов, ни кодов."
    )
    return Screen(text, (_CANCEL,))


def write_the_correction(question: Question, entry: ThreadEntry) -> Screen:
    """The librarian is asked for the answer as it should read."""
    text = (
        f"{numbered(question)}: {quoted(question.text)}\n\nСейчас человек видит:\n{escape(entry.text)}\n\n"
        "Напишите ответ целиком, как он должен быть: я заменю сообщение у человека."
    )
    return Screen(text, (_CANCEL,))


def taken_by_another(question: Question, name: str | None) -> Screen:
    """A colleague has pressed «Ответить» before."""
    who = escape(name or "другой библиотекарь")
    text = f"{numbered(question)}: {quoted(question.text)}\n\nНа него уже отвечает {who}."
    return Screen(text, (row(Button("Всё равно ответить", TakeOver(question.id)), HOME),))


def with_warning(shown: Screen, secrets: frozenset[Secret]) -> Screen:
    """The preview of words that hold what nobody should pass on: the librarian is warned and decides."""
    if not secrets:
        return shown
    warning = (
        f"<b>Осторожно, в ответе похоже на личное: {secrets_named(secrets)}.</b> Если это чужие данные или код, "
        "нажмите «Исправить»: человек на месте введёт всё сам."
    )
    return replace(shown, text=f"{shown.text}\n\n{warning}")


def answer_sent(question: Question, entry: ThreadEntry, *, is_reached: bool = True) -> Screen:
    """Confirms to the librarian that the words were sent, with what may be done still."""
    if entry.kind is EntryKind.INQUIRY:
        text = f"Спросил человека. Когда он ответит, вопрос № {question.id} придёт вам снова."
        return Screen(text if is_reached else f"{text}\n\n{_STOPPED}", (_correct(entry),))
    text = f"Ответ на вопрос № {question.id} передан. Спасибо!"
    if not is_reached:
        text = f"Ответ на вопрос № {question.id} записан. {_STOPPED}"
    more = Button("Дописать", AddAnswer(question.id))
    if entry.article:
        return Screen(text, (row(more),))
    proposing = Button("Сделать статьёй", ProposeAsArticle(question.id))
    return Screen(text, ((*_correct(entry), more), row(proposing)))


def corrected(question: Question, entry: ThreadEntry, *, is_same: bool) -> Screen:
    """Confirms that the message of the citizen is changed."""
    text = "Слова те же, менять нечего." if is_same else f"Исправил ответ на вопрос № {question.id} в чате человека."
    return Screen(text, ((*_correct(entry), Button("Дописать", AddAnswer(question.id))),))


def too_late_to_correct(number: int) -> Screen:
    """The hour is over, or somebody else has answered."""
    text = "Исправить можно только свой ответ и в течение часа. Допишите, как правильно: человек получит это следом."
    return Screen(text, (row(Button("Дописать", AddAnswer(number))),))


def answered_meanwhile(question: Question, entry: ThreadEntry, name: str | None, draft: int, seen: int) -> Screen:
    """Somebody has answered while the librarian wrote: nothing was sent, and nothing is lost."""
    who = f"{past(name, 'ответил', 'ответила', 'ответ дан:')} {escape(name)}" if name else "ответил другой библиотекарь"
    text = f"Пока вы писали, на вопрос № {question.id} {who}: {quoted(entry.text)}\n\nВаш ответ не отправлен."
    rows = (
        row(Button("Отправить и мой", SendAnyway(draft, question.id, seen))),
        row(Button("Не отправлять", DropDraft(draft, question.id))),
    )
    return Screen(text, rows)


def already_answered(question: Question, reader: Address, name: str | None = None) -> Screen:
    """The question has its answer; a further one may be written."""
    if question.is_answered_by(reader):
        who = "вы уже ответили"
    elif name:
        who = f"уже {past(name, 'ответил', 'ответила', 'есть ответ:')} {escape(name)}"
    else:
        who = "уже ответил другой библиотекарь"
    text = f"На вопрос № {question.id} {who}: {quoted(question.answer or '', QUOTED)}"
    return Screen(text, (row(Button("Дописать ответ", AddAnswer(question.id)), HOME),))


def closed(question: Question, *, unsent: bool = False) -> Screen:
    """Nothing more is said about the question."""
    match question.closed_by:
        case ClosedBy.CITIZEN:
            why = "человек его снял"
        case ClosedBy.LIBRARIAN:
            why = "его закрыл библиотекарь"
        case _:
            why = "на него слишком долго не отвечали"
    text = f"Вопрос № {question.id} закрыт: {why}."
    return Screen(f"{text}\n\nТо, что вы написали, человеку не отправлено." if unsent else text)


def sure_to_close(question: Question) -> Screen:
    """The citizen will be told that no answer comes."""
    text = (
        f"{numbered(question)}: {quoted(question.text)}\n\nЗакрыть без ответа? Человеку я скажу, что ответа не будет, "
        "и куда обратиться."
    )
    yes = Button("Да, закрыть", CloseQuestion(question.id, sure=True))
    return Screen(text, (row(yes, Button("Нет, ответить", AnswerQuestion(question.id))),))


def closed_now(question: Question) -> Screen:
    """Confirms that the question is closed."""
    return Screen(f"Вопрос № {question.id} закрыт, человеку я об этом написал.", (row(HOME),))


def question_gone(*, unsent: bool = False) -> Screen:
    """Erased with the person, or older than is kept."""
    text = "Этого вопроса больше нет: человек его стёр или он слишком старый."
    return Screen(f"{text}\n\nТо, что вы написали, никому не отправлено." if unsent else text)


def librarians_only() -> Screen:
    """Answers somebody else who pressed a librarian's button."""
    return Screen("Эта кнопка для библиотекарей. Напишите вопрос своими словами — я постараюсь ответить.", menu=True)


def of_other_district() -> Screen:
    """Answers who is over a district and pressed a button of another one's question."""
    return Screen("Этот вопрос не о центрах вашего округа: на него ответят другие.", menu=True)


_STOPPED = "Человек остановил бота: сообщение придёт ему, если он вернётся."


def _correct(entry: ThreadEntry) -> Row:
    return row(Button("Исправить", CorrectAnswer(entry.id)))
