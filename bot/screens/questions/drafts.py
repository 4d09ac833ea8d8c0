"""A question or an answer shown to its author before it is sent, and what became of it."""

import textwrap
from html import escape

from bot.questions.answer_draft import AnswerAim, read_aim
from bot.questions.draft import Change, MessageDraft
from bot.questions.question import EntryKind, Question
from bot.screens.action import Action
from bot.screens.actions import AnswerQuestion, AskLibrarian
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions.actions import AddAnswer, AskBack, CorrectAnswer, DropDraft, SendDraft
from bot.screens.screen import Button, Row, Screen, row

QUOTED = 200  # characters of the question above its answer

_CARRIED: dict[UnsupportedKind, str] = {
    UnsupportedKind.VOICE: "Голосовое сообщение",
    UnsupportedKind.PICTURE: "Фото",
    UnsupportedKind.DOCUMENT: "Файл",
    UnsupportedKind.STICKER: "Стикер",
    UnsupportedKind.CONTACT: "Контакт",
    UnsupportedKind.OTHER: "Такое сообщение",
}


def cannot_carry(kind: UnsupportedKind) -> Screen:
    """Something without words came where words for another person are awaited."""
    return Screen(
        f"{_CARRIED[kind]} я передать пока не могу. Напишите словами, что нужно сказать, и я передам только текст.\n\n"
        "Передумали — напишите «отмена»."
    )


def question(draft: MessageDraft, attached: UnsupportedKind | None = None, change: Change = Change.NONE) -> Screen:
    """The citizen's words as a librarian would get them."""
    shown = f"<b>Передать библиотекарю так?</b>\n\n{escape(draft.text)}{_left_behind(attached)}"
    return Screen(f"{_became(change, 'вопросу')}{shown}", _question_ways(draft))


def question_too_long(draft: MessageDraft, limit: int) -> Screen:
    """More words came than one message carries; those shown before stand."""
    return Screen(_too_long(limit), _question_ways(draft))


def answer_too_long(draft: MessageDraft, asked: Question, limit: int) -> Screen:
    """The same of an answer."""
    return Screen(_too_long(limit), _answer_ways(draft, asked))


def answer(
    draft: MessageDraft, asked: Question, attached: UnsupportedKind | None = None, change: Change = Change.NONE
) -> Screen:
    """The librarian's words under the question that they answer."""
    quoted = textwrap.shorten(asked.text, QUOTED, placeholder="…")
    aim = read_aim(draft.about)
    head = "Вы спрашиваете" if aim and aim.kind is EntryKind.INQUIRY else "Ваш ответ"
    text = (
        f"{_became(change, 'ответу')}<b>Отправить так?</b>\n\nВопрос № {asked.id}: «{escape(quoted)}»\n\n"
        f"{head}:\n{escape(draft.text)}{_left_behind(attached)}"
    )
    return Screen(text, _answer_ways(draft, asked))


def question_dropped() -> Screen:
    """The citizen does not want to send it."""
    return Screen("Хорошо, библиотекарю ничего не передал. Можете спросить меня.", (row(SHELVES, HOME),))


def answer_dropped(number: int, *, waits: bool = True) -> Screen:
    """The librarian does not want to send it; the question stays open, unless it `waits` for no librarian now."""
    if not waits:
        return Screen(f"Хорошо, не отправил. Вопрос № {number} ответа уже не ждёт: на него ответили или он закрыт.")
    return Screen(f"Хорошо, не отправил. Вопрос № {number} ждёт ответа.", (row(answer_button(number)),))


def question_sent_already() -> Screen:
    """Answers a second press on a sent question."""
    return Screen("Этот вопрос уже передан библиотекарю. Ответ придёт сюда, в этот чат.", (row(SHELVES, HOME),))


def answer_sent_already(number: int) -> Screen:
    """Answers a second press on a sent answer."""
    return Screen(f"Ответ на вопрос № {number} уже отправлен. Второй раз ничего не ушло.")


def question_gone() -> Screen:
    """Other words took their place, or the hour is over; whether they had been sent is no longer known."""
    text = "Этого черновика у меня больше нет: он хранится час. Если вопрос ещё нужен, пришлите его снова."
    return Screen(text, (row(Button("Спросить библиотекаря", AskLibrarian())), row(HOME)))


def answer_gone(number: int) -> Screen:
    """Other words took their place, or the hour is over; the question has no answer yet."""
    text = f"Этого черновика больше нет, человеку ничего не отправлено. Вопрос № {number} ждёт ответа."
    return Screen(text, (row(answer_button(number)),))


def answer_button(number: int) -> Button:
    """The words for a citizen are asked for anew."""
    return Button(f"Ответить на вопрос № {number}", AnswerQuestion(number))


def not_send(draft: int, question: int) -> Button:
    """Leaves words unsent; draft 0 where none is shown, question 0 of a citizen's own."""
    return Button("Не отправлять", DropDraft(draft, question))


def _became(change: Change, what: str) -> str:
    """What became of the words shown before; «Исправить» begins anew."""
    match change:
        case Change.ADDED:
            return f"Добавил к {what}. Чтобы написать заново, нажмите «Исправить».\n\n"
        case Change.REPLACED:
            return "Прежние слова заменил этими.\n\n"
        case Change.NONE:
            return ""


def _too_long(limit: int) -> str:
    return (
        f"Вместе с тем, что уже написано, это слишком длинно: помещается {limit} знаков. Последнее сообщение я не "
        "добавил. Отправьте как было или нажмите «Исправить» и напишите короче."
    )


def _question_ways(draft: MessageDraft) -> tuple[Row, ...]:
    return (_ways(draft, 0, Button("Исправить", AskLibrarian(draft.about or "-"))), *_stop(draft, 0))


def _answer_ways(draft: MessageDraft, asked: Question) -> tuple[Row, ...]:
    again = Button("Исправить", _begun_by(read_aim(draft.about), asked))
    return (_ways(draft, asked.id, again), *_stop(draft, asked.id))


def _begun_by(aim: AnswerAim | None, asked: Question) -> Action:
    """What asked for the words, to ask for them anew."""
    if aim and aim.corrects:
        return CorrectAnswer(aim.corrects)
    if aim and aim.kind is EntryKind.INQUIRY:
        return AskBack(asked.id)
    return AnswerQuestion(asked.id) if asked.awaits_librarian else AddAnswer(asked.id)


def _ways(draft: MessageDraft, number: int, again: Button) -> Row:
    return row(Button("Отправить", SendDraft(draft.number, number)), again)


def _stop(draft: MessageDraft, number: int) -> tuple[Row, ...]:
    return (row(not_send(draft.number, number)),)


def _left_behind(attached: UnsupportedKind | None) -> str:
    if attached is None:
        return ""
    return f"\n\n<b>{_CARRIED[attached]} не уйдёт: передать его я пока не могу.</b> Уйдёт только текст."
