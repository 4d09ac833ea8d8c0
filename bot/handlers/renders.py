"""What each promised notice says, found out at the moment of sending."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.ask.desk import QUESTION_ANSWERED, QUESTION_CAME, Questions
from bot.ask.question import QuestionId
from bot.faq.reference import Reference
from bot.outbox.courier import Render
from bot.outbox.notice import Payload
from bot.screens import ask
from bot.screens.screen import Screen


def renders(questions: Questions, reference: Reference, zone: ZoneInfo) -> Mapping[str, Render[Screen]]:
    """By the kind of the notice; None where it is no longer true."""

    async def question_came(payload: Payload) -> Screen | None:
        question = await questions.find(QuestionId(int(payload["question"])))
        if question is None or question.answer is not None:
            return None
        article = reference.library.article(question.article or "")
        return ask.question_came(question, question.asked_at.astimezone(zone), article.title if article else None)

    async def question_answered(payload: Payload) -> Screen | None:
        question = await questions.find(QuestionId(int(payload["question"])))
        return ask.librarian_answers(question) if question else None

    return {QUESTION_CAME: question_came, QUESTION_ANSWERED: question_answered}
