"""A photo, a file or a voice without words, where words for another person are awaited."""

from bot.handlers.bot_info import BotInfo
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.questions.files import CARRIED_AFTER, CARRIED_KINDS, words_with_file
from bot.handlers.questions.proposals import propose_answer, propose_question
from bot.handlers.questions.voices import propose_voice
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts
from bot.questions.service import QuestionService
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions.files import with_question
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.screens.questions.voices import proposed


async def take_alone(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    attached: UnsupportedKind | None,
    drafts: Drafts,
    bot_info: BotInfo,
    question_service: QuestionService,
    answer_service: AnswerService,
    day_view: DayView,
) -> None:
    """A photo, a file or a voice goes to the other person; of others it is said that they do not.

    Words that were nothing but a secret have been answered: what was shown before them is shown again.
    """
    prompt = talk.awaited.text(talk.conversation)
    if attached is UnsupportedKind.VOICE and talk.said and isinstance(prompt, QuestionPrompt):
        await propose_voice(talk, talk.said, prompt, drafts, bot_info)
    elif attached in CARRIED_KINDS and isinstance(prompt, QuestionPrompt):
        words = await words_with_file(talk, drafts, prompt.draft, attached)
        await propose_question(talk, words, prompt, drafts, bot_info, answer_service, attached)
    elif attached in CARRIED_AFTER and isinstance(prompt, AnswerPrompt) and not prompt.corrects:
        words = await words_with_file(talk, drafts, prompt.draft, attached)
        await propose_answer(talk, words, prompt, question_service, answer_service, drafts, day_view, attached)
    elif attached:
        await talk.reply(drafts_screens.cannot_carry(attached))
    elif isinstance(prompt, QuestionPrompt) and (draft := await drafts.find_draft(talk.conversation, prompt.draft)):
        await talk.reply(with_question(draft, proposed(draft, drafts_screens.question(draft))))


ROUTES = Routes(resumed={QuestionPrompt: take_alone, AnswerPrompt: take_alone})
