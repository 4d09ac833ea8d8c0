"""Renders the notices about questions and answers at the moment of sending."""

from zoneinfo import ZoneInfo

from bot.faq.live_faq import LiveFaq
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.questions.question import QuestionId
from bot.questions.service import QUESTION_ANSWERED, QUESTION_CAME, Questions
from bot.screens.questions import questions as questions_screens
from bot.screens.questions.voices import carried
from bot.screens.screen import Screen


def question_renders(questions: Questions, live_faq: LiveFaq, zone: ZoneInfo) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def question_came(payload: Payload) -> Screen | None:
        question = await questions.find_question(QuestionId(int(payload["question"])))
        if question is None or question.answer is not None:
            return None
        article = live_faq.library.article(question.article or "")
        about = article.title if article else None
        return carried(question, questions_screens.question_came(question, question.asked_at.astimezone(zone), about))

    async def question_answered(payload: Payload) -> Screen | None:
        question = await questions.find_question(QuestionId(int(payload["question"])))
        return questions_screens.librarian_answers(question) if question else None

    return {QUESTION_CAME: question_came, QUESTION_ANSWERED: question_answered}
