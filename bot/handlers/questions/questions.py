"""A citizen asks a librarian."""

from bot.dialog_state import Prompt
from bot.handlers.bot_info import BotInfo
from bot.handlers.questions.files import carried_in
from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.draft import Drafts, MessageDraft
from bot.questions.errors import NobodyToAskError, QuestionTooLongError, TooManyOpenError
from bot.questions.question import VoiceMessage
from bot.questions.service import QuestionService
from bot.screens.actions import AskLibrarian
from bot.screens.menu import Menu
from bot.screens.questions import questions
from bot.screens.questions.prompts import QuestionPrompt


async def begin(talk: Talk, bot_info: BotInfo, question_service: QuestionService) -> None:
    """Handles /ask and its menu button."""
    await _ask_for_words(talk, bot_info, "", question_service)


async def begin_about(talk: Talk, action: AskLibrarian, bot_info: BotInfo, question_service: QuestionService) -> None:
    """Handles «Спросить библиотекаря» under an answer: the answer is carried along."""
    await _ask_for_words(talk, bot_info, action.article.strip("-") and action.article, question_service)


async def hand_over(
    talk: Talk,
    draft: MessageDraft,
    drafts: Drafts,
    question_service: QuestionService,
    bot_info: BotInfo,
    question_desk: QuestionDesk,
) -> None:
    """Sends the question that the citizen has seen in the preview."""
    voice = VoiceMessage(talk.conversation.chat, draft.voice) if draft.voice else None
    centre = await question_desk.centre_of(talk.person, draft.text)
    asked = question_service.draft(talk.person, draft.text, draft.about or None, centre, voice)
    try:
        handed = await question_service.hand_over(asked, talk.request, carried_in(talk, draft))
    except QuestionTooLongError as long:
        await talk.reply(questions.too_long(long.limit))
        return
    except TooManyOpenError as many:
        await talk.reply(questions.too_many_open(many.limit))
    except NobodyToAskError:
        await talk.reply(questions.nobody_to_ask(bot_info.region))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        await talk.reply(questions.handed_over(handed.question, handed.audience, bot_info.region, bot_info.zone))
    await close_prompt(talk, QuestionPrompt)


async def close_prompt(talk: Talk, *kinds: type[Prompt]) -> None:
    """These words are awaited no more; another text that was asked for meanwhile still is."""
    if isinstance(talk.awaited.text(talk.conversation), kinds):
        await talk.awaited.clear(talk.conversation)
    elif isinstance(talk.awaited.left(talk.conversation), kinds):
        await talk.awaited.drop_left(talk.conversation)


async def _ask_for_words(talk: Talk, bot_info: BotInfo, article: str, question_service: QuestionService) -> None:
    if not bot_info.can_ask:
        await talk.reply(questions.nobody_to_ask(bot_info.region))
        return
    has_asked = any(one.awaits_librarian for one in await question_service.asked_by(talk.person, 5))
    await talk.ask(questions.what_to_ask(has_asked=has_asked), QuestionPrompt(article))


ROUTES = Routes(commands={"ask": begin}, menu={Menu.ASK: begin}, actions={AskLibrarian: begin_about})
