"""A citizen asks a librarian."""

from zoneinfo import ZoneInfo

from bot.questions.question import Question
from bot.questions.routing import Audience
from bot.region.region import Region
from bot.russian.words import moment, plural
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME, SHELVES, phones
from bot.screens.questions.actions import ShowOwnQuestions
from bot.screens.screen import Button, Screen, row

OWN_QUESTIONS = Button("Мои вопросы", ShowOwnQuestions())
_CANCEL = row(Button("Отменить", StopAsking()))


def what_to_ask(*, has_asked: bool = False) -> Screen:
    """The citizen is asked for the words; with the way to questions asked before, where there are any open."""
    text = (
        "Напишите вопрос библиотекарю одним сообщением.\n\n"
        "Не пишите фамилию, пароли, коды и номера документов. Передумали — напишите «отмена»."
    )
    return Screen(text, ((row(OWN_QUESTIONS),) if has_asked else ()) + (_CANCEL,))


def handed_over(question: Question, audience: Audience, region: Region, zone: ZoneInfo) -> Screen:
    """The question is kept; handed over is said only where somebody can be reached, and until when to expect."""
    if audience is Audience.NOBODY:
        text = (
            "Вопрос я записал, но прочитать его сейчас некому: ни один библиотекарь не на связи с ботом. "
            "Как только кто-нибудь появится, я передам вопрос, и ответ придёт сюда, в этот чат. "
            f"Номер вопроса — {question.id}.\n\nЕсли ждать нельзя, позвоните:\n{phones(region)}"
        )
        return Screen(text, menu=True)
    nobody_there = "Сейчас никто не дежурит, поэтому я передал вопрос всем. Ответа, возможно, придётся подождать."
    text = (
        "Передал ваш вопрос библиотекарю. Ответ придёт сюда, в этот чат.\n\n"
        f"Номер вопроса — {question.id}. {promise(question, zone) if audience is Audience.ON_DUTY else nobody_there} "
        "Пока можете спрашивать меня дальше. Что с вопросом, скажу, если написать «мои вопросы»."
    )
    return Screen(text, menu=True)


def promise(question: Question, zone: ZoneInfo) -> str:
    """Until when an answer may be expected, in a sentence."""
    if question.promised_at is None:
        return "Когда именно ответят, обещать не могу: библиотекарь отвечает в рабочее время."
    return f"Библиотекарь ответит до: {moment(question.promised_at.astimezone(zone))}."


def too_long(limit: int) -> Screen:
    """One message cannot carry it on; nothing is lost, the words still stand in the chat."""
    return Screen(f"Это слишком длинно для одного сообщения. Сократите до {limit} знаков и пришлите снова.", (_CANCEL,))


def too_many_open(limit: int) -> Screen:
    """The person's earlier questions are still waiting."""
    waiting = plural(limit, "ваш вопрос", "ваших вопроса", "ваших вопросов")
    text = f"У библиотекаря уже {waiting} без ответа. Дождитесь его: он придёт сюда. Дополнить вопрос можно."
    return Screen(text, (row(OWN_QUESTIONS), row(SHELVES, HOME)))


def nobody_to_ask(region: Region) -> Screen:
    """No librarian is connected, or the owner offers information only."""
    text = "Передать вопрос библиотекарю здесь пока нельзя. Я отвечу сам, если смогу: напишите вопрос."
    return Screen(f"{text}\n\n{phones(region)}", (row(SHELVES, HOME),))
