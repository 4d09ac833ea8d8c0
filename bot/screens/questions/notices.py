"""What is told of questions without being asked: to librarians, to admins, to the citizen."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from zoneinfo import ZoneInfo

from bot.questions.question import ClosedBy, EntryKind, Question, QuestionState, ThreadEntry
from bot.region.region import Region
from bot.russian.gender import past
from bot.russian.words import moment
from bot.screens.common_buttons import HOME, SHELVES, phones
from bot.screens.questions.actions import AddAnswer, AddToQuestion, OpenArticleDraft
from bot.screens.questions.librarian import ways
from bot.screens.questions.lists import OPEN_QUESTIONS, waiting_line
from bot.screens.questions.questions import OWN_QUESTIONS
from bot.screens.questions.thread import came, numbered, quoted
from bot.screens.screen import Button, Screen, ShownQuestion, row


def question_came(
    question: Question, entries: Iterable[ThreadEntry], zone: ZoneInfo, *, about: str | None, centre: str | None
) -> Screen:
    """The librarian's notice of a question; `about` is the title of what the person had read."""
    facts = (
        escape(centre) if centre else "",
        f"Человеку обещан ответ до: {moment(question.promised_at.astimezone(zone))}." if question.promised_at else "",
        f"Человек читал ответ «{escape(about)}»." if about else "",
    )
    text = came(question, entries, question.asked_at.astimezone(zone), filter(None, facts))
    return Screen(text, ways(question), shows=ShownQuestion(question.id))


def question_added(question: Question, entry: ThreadEntry) -> Screen:
    """The citizen has written more before anybody answered."""
    text = f"<b>Дополнение. {numbered(question)}</b>: {quoted(question.text)}\n\n{escape(entry.text)}"
    return Screen(text, ways(question), shows=ShownQuestion(question.id, entry.id))


def settled(question: Question, name: str | None, message: str) -> Screen:
    """The earlier notice of a question as it reads when it needs no answer any more."""
    said = f"<b>{numbered(question)}</b>: {quoted(question.text)}\n\n{_outcome(question, name)}"
    more = (
        (row(Button("Дописать ответ", AddAnswer(question.id))),) if question.answer and not question.is_closed else ()
    )
    return Screen(said, more, shows=ShownQuestion(question.id), instead_of=message)


def reminder(question: Question, zone: ZoneInfo) -> Screen:
    """An hour before the promised moment nobody has answered."""
    until = moment(question.promised_at.astimezone(zone)) if question.promised_at else ""
    text = f"<b>Скоро обещанный срок. {numbered(question)}</b>\n\nОтвет обещан до: {until}.\n\n{escape(question.text)}"
    return Screen(text, ways(question), shows=ShownQuestion(question.id))


def overdue(question: Question, name: str | None, centre: str | None) -> Screen:
    """The promised moment is over: admins are told."""
    where = f"\nЦентр: {escape(centre)}." if centre else ""
    who = f"\nВзялись ответить: {escape(name)}." if name else ""
    text = (
        f"<b>Срок прошёл, ответа нет. {numbered(question)}</b>{where}{who}\n\n{escape(question.text)}\n\n"
        "Ответьте сами или напомните библиотекарям."
    )
    return Screen(text, ways(question), shows=ShownQuestion(question.id))


def late(question: Question, region: Region) -> Screen:
    """The promised moment is over: said to the citizen, with where else to ask."""
    text = (
        f"{numbered(question)} {quoted(question.text)}: ответа пока нет, хотя обещанный час прошёл. Простите. Вопрос "
        f"ждёт, я напомнил о нём. Ответ придёт сюда.\n\nСрочно — спросите по телефону:\n{phones(region)}"
    )
    return Screen(text, (row(OWN_QUESTIONS), row(HOME)))


def expired_for_staff(question: Question) -> Screen:
    """Closed unanswered by time: said to those who had the question."""
    text = (
        f"{numbered(question)} закрыт без ответа: он ждал слишком долго. Человеку я об этом сказал.\n\n"
        f"{quoted(question.text)}"
    )
    return Screen(text, (row(HOME),))


def no_answer(question: Question, region: Region) -> Screen:
    """Closed unanswered: said to the citizen, with where else to ask."""
    if question.closed_by is ClosedBy.LIBRARIAN:
        why = "закрыт библиотекарем без ответа: здесь на него ответить не могут"
    else:
        why = "остался без ответа, и я его закрыл. Простите"
    text = f"{numbered(question)} {quoted(question.text)} {why}.\n\nСпросить можно по телефону:\n{phones(region)}"
    return Screen(text, (row(SHELVES, HOME),))


ANSWER_LIBRARIAN = "Ответить библиотекарю"  # under what a librarian asks


def librarian_answers(question: Question, entry: ThreadEntry | None) -> Screen:
    """What a librarian has written, as the citizen gets it."""
    asked, words = quoted(question.text), escape(entry.text if entry else question.answer or "")
    shows = ShownQuestion(question.id, entry.id if entry else None)
    if entry and entry.kind is EntryKind.INQUIRY:
        text = f"<b>Библиотекарь спрашивает</b> о вашем вопросе № {question.id} {asked}:\n\n{words}"
        answering = Button(ANSWER_LIBRARIAN, AddToQuestion(question.id))
        return Screen(f"{text}\n\nНе пишите номера документов, пароли и коды.", (row(answering),), shows=shows)
    text = f"<b>Ответ библиотекаря</b> на ваш вопрос {asked}:\n\n{words}"
    more = Button("Написать ещё", AddToQuestion(question.id))
    return Screen(text, (row(more, OWN_QUESTIONS), row(SHELVES, HOME)), shows=shows)


def answer_corrected(question: Question, entry: ThreadEntry, message: str) -> Screen:
    """The same message as it reads after the librarian has corrected it."""
    shown = librarian_answers(question, entry)
    text = f"{shown.text}\n\n<i>Исправлено библиотекарем.</i>"
    return replace(shown, text=text, instead_of=message, or_new=True)


def article_sent(question: Question, article: Screen, entry: ThreadEntry) -> Screen:
    """An article of ours that a librarian has sent as the answer."""
    head = f"<b>Ответ библиотекаря</b> на ваш вопрос {quoted(question.text)}:"
    shown = replace(article.below(head), choices=(), keeps_numbers=False)
    more = Button("Написать ещё", AddToQuestion(question.id))
    return replace(shown, rows=(*shown.rows[:1], row(more, HOME)), shows=ShownQuestion(question.id, entry.id))


def undelivered(question: Question) -> Screen:
    """The citizen has stopped the bot: the librarian should know."""
    text = f"Ответ на вопрос № {question.id} не дошёл: человек остановил бота. Вернётся — ответ придёт ему сам."
    return Screen(text)


def morning(questions: Sequence[Question]) -> Screen:
    """In the morning: how many wait, the oldest first."""
    lines = [f"№ {one.id}: {quoted(one.text, 80)}" for one in questions[:3]]
    text = "\n".join((f"<b>Доброе утро! {waiting_line(len(questions))}</b>", "", *lines))
    return Screen(text, (row(OPEN_QUESTIONS),))


def proposed_article(question: Question) -> Screen:
    """To admins: a librarian thinks that the FAQ should answer this."""
    text = (
        f"<b>Предлагают статью</b> по вопросу № {question.id}\n\nСпросили: {quoted(question.text, 1500)}\n\n"
        f"Ответили: {quoted(question.answer or '', 2200)}\n\nПроверьте ответ по источникам, прежде чем писать статью."
    )
    return Screen(text, (row(Button("Открыть черновик", OpenArticleDraft(question.id))), row(HOME)))


def _outcome(question: Question, name: str | None) -> str:
    match question.state:
        case QuestionState.ANSWERED:
            who = (
                f"{past(name, 'Ответил', 'Ответила', 'Ответ дан:')} {escape(name)}"
                if name
                else "Ответил другой библиотекарь"
            )
            return f"{who}: {quoted(question.answer or '')}"
        case QuestionState.WAITING:
            who = escape(name) if name else "Другой библиотекарь"
            return f"{who}: ждём, что уточнит человек."
        case _ if question.closed_by is ClosedBy.CITIZEN:
            return "Человек снял вопрос."
        case _:
            return "Закрыт без ответа."
