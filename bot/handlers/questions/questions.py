"""A citizen asks a librarian; a librarian answers."""

from bot.dialog_state import Prompt
from bot.handlers.bot_info import BotInfo
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.draft import Drafts, MessageDraft
from bot.questions.question import Question, QuestionId, VoiceMessage
from bot.questions.service import (
    AlreadyAnsweredError,
    NobodyToAskError,
    QuestionGoneError,
    QuestionService,
    QuestionTooLongError,
    TooManyOpenError,
)
from bot.screens.actions import AnswerQuestion, AskLibrarian
from bot.screens.menu import Menu
from bot.screens.questions import questions
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def begin(talk: Talk, bot_info: BotInfo) -> None:
    """Handles /ask and its menu button."""
    await _ask_for_words(talk, bot_info, "")


async def begin_about(talk: Talk, action: AskLibrarian, bot_info: BotInfo) -> None:
    """Handles «Спросить библиотекаря» under an answer: the answer is carried along."""
    await _ask_for_words(talk, bot_info, action.article.strip("-") and action.article)


async def hand_over(
    talk: Talk,
    draft: MessageDraft,
    drafts: Drafts,
    question_service: QuestionService,
    bot_info: BotInfo,
    journal: Journal,
) -> None:
    """Sends the question that the citizen has seen in the preview."""
    article = draft.about or None
    voice = VoiceMessage(talk.conversation.chat, draft.voice) if draft.voice else None
    try:
        await question_service.hand_over(talk.person, draft.text, article, talk.request, voice)
    except QuestionTooLongError as long:
        await talk.reply(questions.too_long(long.limit))
        return
    except TooManyOpenError as many:
        await talk.reply(questions.too_many_open(many.limit))
    except NobodyToAskError:
        await talk.reply(questions.nobody_to_ask(bot_info.region))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        journal.record(talk.person, InteractionKind.QUESTION, article)
        await talk.reply(questions.handed_over(await question_service.audience(), bot_info.region))
    await close_prompt(talk, QuestionPrompt)


async def take(talk: Talk, action: AnswerQuestion, question_service: QuestionService) -> None:
    """Handles «Ответить», pressed by a librarian."""
    if not question_service.is_librarian(talk.person):
        await talk.reply(questions.librarians_only())
    elif question := await open_question(talk, question_service, action.question):
        await talk.ask(questions.write_the_answer(question), AnswerPrompt(question.id))


async def give_answer(
    talk: Talk, draft: MessageDraft, drafts: Drafts, question_service: QuestionService, journal: Journal
) -> None:
    """The librarian has seen the words and sends them; the right is checked again, it may be gone."""
    if not question_service.is_librarian(talk.person):
        await talk.reply(questions.librarians_only())
        return
    try:
        question = await question_service.answer(QuestionId(int(draft.about)), draft.text, talk.person)
    except QuestionTooLongError as long:
        await talk.reply(questions.too_long(long.limit))
        return
    except QuestionGoneError:
        await talk.reply(questions.question_gone())
    except AlreadyAnsweredError as done:
        await talk.reply(questions.already_answered(done.question, talk.person, unsent=True))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        journal.record(question.citizen, InteractionKind.REPLY, question.article)
        await talk.reply(questions.answer_sent(question))
    await close_prompt(talk, AnswerPrompt)


async def open_question(
    talk: Talk, question_service: QuestionService, number: int, *, unsent: bool = False
) -> Question | None:
    """The question that may be answered; otherwise it is said why not, and that what was written is `unsent`."""
    try:
        return await question_service.open_question(QuestionId(number))
    except QuestionGoneError:
        await talk.reply(questions.question_gone())
    except AlreadyAnsweredError as done:
        await talk.reply(questions.already_answered(done.question, talk.person, unsent=unsent))
    return None


async def close_prompt(talk: Talk, kind: type[Prompt]) -> None:
    """These words are awaited no more; another text that was asked for meanwhile still is."""
    if isinstance(talk.awaited.text(talk.conversation), kind):
        await talk.awaited.clear(talk.conversation)


async def _ask_for_words(talk: Talk, bot_info: BotInfo, article: str) -> None:
    if bot_info.can_ask:
        await talk.ask(questions.what_to_ask(), QuestionPrompt(article))
    else:
        await talk.reply(questions.nobody_to_ask(bot_info.region))


ROUTES = Routes(
    commands={"ask": begin}, menu={Menu.ASK: begin}, actions={AskLibrarian: begin_about, AnswerQuestion: take}
)
