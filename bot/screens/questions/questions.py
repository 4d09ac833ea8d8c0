"""A question to a librarian, on both sides."""

import textwrap
from datetime import datetime
from html import escape

from bot.people import Address
from bot.privacy.rule import Secret
from bot.questions.question import Question
from bot.questions.service import Audience
from bot.region.region import Region
from bot.russian.words import moment, plural
from bot.screens.actions import AnswerQuestion, StopAsking
from bot.screens.common_buttons import HOME, SHELVES, phones
from bot.screens.home.unsupported import secrets_named
from bot.screens.screen import Button, Screen, row

QUOTED = 200  # characters of the question in its answer

_CANCEL = row(Button("Отменить", StopAsking()))


def what_to_ask() -> Screen:
    """The citizen is asked for the words."""
    text = (
        "Напишите вопрос библиотекарю одним сообщением.\n\n"
        "Не пишите фамилию, пароли, коды и номера документов. Передумали — напишите «отмена»."
    )
    return Screen(text, (_CANCEL,))


def handed_over(audience: Audience, region: Region) -> Screen:
    """The question is kept; handed over is said only where somebody can be reached, and what to expect."""
    if audience is Audience.NOBODY:
        text = (
            "Вопрос я записал, но прочитать его сейчас некому: ни один библиотекарь не на связи с ботом. "
            "Как только кто-нибудь появится, я передам вопрос, и ответ придёт сюда, в этот чат.\n\n"
            f"Если ждать нельзя, позвоните:\n{phones(region)}"
        )
        return Screen(text, menu=True)
    when = (
        "Когда именно, обещать не могу: библиотекарь отвечает в рабочее время."
        if audience is Audience.ON_DUTY
        else "Сейчас никто не дежурит, поэтому я передал вопрос всем. Ответа, возможно, придётся подождать."
    )
    text = (
        f"Передал ваш вопрос библиотекарю. Ответ придёт сюда, в этот чат.\n\n{when} Пока можете спрашивать меня дальше."
    )
    return Screen(text, menu=True)


def too_long(limit: int) -> Screen:
    """One message cannot carry it on; nothing is lost, the words still stand in the chat."""
    return Screen(f"Это слишком длинно для одного сообщения. Сократите до {limit} знаков и пришлите снова.", (_CANCEL,))


def too_many_open(limit: int) -> Screen:
    """The person's earlier questions are still waiting."""
    waiting = plural(limit, "ваш вопрос", "ваших вопроса", "ваших вопросов")
    text = f"У библиотекаря уже {waiting} без ответа. Дождитесь его: он придёт сюда."
    return Screen(text, (row(SHELVES, HOME),))


def nobody_to_ask(region: Region) -> Screen:
    """No librarian is connected, or the owner offers information only."""
    text = "Передать вопрос библиотекарю здесь пока нельзя. Я отвечу сам, если смогу: напишите вопрос."
    return Screen(f"{text}\n\n{phones(region)}", (row(SHELVES, HOME),))


def question_came(question: Question, at: datetime, about: str | None) -> Screen:
    """The librarian's notice; `at` is in the region's zone."""
    topic = f"Человек читал ответ «{escape(about)}».\n\n" if about else ""
    text = f"<b>Вопрос № {question.id}</b>, {moment(at)}\n\n{topic}{escape(question.text)}"
    return Screen(text, (row(Button("Ответить", AnswerQuestion(question.id))),))


def write_the_answer(question: Question) -> Screen:
    """The librarian is asked for the words."""
    text = (
        f"Вопрос № {question.id}: «{escape(question.text)}»\n\nНапишите ответ одним сообщением: я передам его человеку."
    )
    return Screen(text, (_CANCEL,))


def secret_in_answer(secrets: frozenset[Secret], leave: Button) -> Screen:
    """The librarian's words hold what nobody should pass on: they are not sent, and the answer begins anew."""
    text = (
        f"В ответе похоже на личное: {secrets_named(secrets)}. Я его не отправил.\n\n"
        "Уберите это и пришлите ответ заново, целиком. Человек на месте введёт всё сам."
    )
    return Screen(text, (row(leave),))


def answer_sent(question: Question) -> Screen:
    """Confirms to the librarian that the answer was sent."""
    return Screen(f"Ответ на вопрос № {question.id} передан. Спасибо!")


def already_answered(question: Question, reader: Address, *, unsent: bool = False) -> Screen:
    """The question has its answer; `unsent` where the reader has just written another one."""
    who = "вы уже ответили" if question.is_answered_by(reader) else "уже ответил другой библиотекарь"
    said = textwrap.shorten(question.answer or "", QUOTED, placeholder="…")
    text = f"На вопрос № {question.id} {who}: «{escape(said)}»"
    return Screen(f"{text}\n\nТо, что вы сейчас написали, человеку не отправлено." if unsent else text)


def question_gone() -> Screen:
    """Erased with the person, or older than is kept."""
    return Screen("Этого вопроса больше нет: человек его стёр или он слишком старый.")


def librarians_only() -> Screen:
    """Answers somebody else who pressed a librarian's button."""
    return Screen("Эта кнопка для библиотекарей. Напишите вопрос своими словами — я постараюсь ответить.", menu=True)


def librarian_answers(question: Question) -> Screen:
    """The answer as the citizen gets it."""
    asked = textwrap.shorten(question.text, QUOTED, placeholder="…")
    text = f"<b>Ответ библиотекаря</b> на ваш вопрос «{escape(asked)}»:\n\n{escape(question.answer or '')}"
    return Screen(text, (row(SHELVES, HOME),))


def unreachable(question: Question) -> Screen:
    """The citizen has blocked the bot: the librarian should know."""
    return Screen(f"Ответ на вопрос № {question.id} не дошёл: человек остановил бота.")
