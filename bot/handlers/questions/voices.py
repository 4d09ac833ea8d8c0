"""A spoken message goes to a librarian after its author has seen that it will."""

from dataclasses import replace

from bot.handlers.bot_info import BotInfo
from bot.handlers.questions.files import words_with_voice
from bot.handlers.questions.questions import close_prompt
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.draft import MAX_FILES, Drafts
from bot.questions.service import MAX_TEXT
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import questions as screens
from bot.screens.questions.actions import CarryVoice
from bot.screens.questions.files import with_question
from bot.screens.questions.prompts import QuestionPrompt
from bot.screens.questions.voices import proposed


async def carry(talk: Talk, action: CarryVoice, drafts: Drafts, bot_info: BotInfo) -> None:
    """Handles «Отправить библиотекарю» under the words on dictation."""
    await propose_voice(talk, action.voice, QuestionPrompt(), drafts, bot_info)


async def propose_voice(talk: Talk, voice: str, prompt: QuestionPrompt, drafts: Drafts, bot_info: BotInfo) -> None:
    """The message for the librarian, with what was shown before: words, files, another spoken message."""
    if not bot_info.can_ask:
        await close_prompt(talk, QuestionPrompt)
        await talk.reply(screens.nobody_to_ask(bot_info.region))
        return
    earlier = await drafts.find_draft(talk.conversation, prompt.draft) if prompt.draft else None
    if earlier is None or earlier.sent:
        earlier = None
    words = words_with_voice(earlier.text if earlier else "", earlier, talk, UnsupportedKind.VOICE)
    if earlier and len(words) > MAX_TEXT:
        await talk.reply(drafts_screens.question_too_long(earlier, MAX_TEXT))
        return
    first = earlier.voice if earlier and earlier.voice else voice
    files = earlier.files if earlier else ()
    if voice not in {first, *files}:
        files = (*files, voice)[:MAX_FILES]
    draft = await drafts.keep(talk.conversation, prompt.article, words, first, files)
    shown = with_question(draft, proposed(draft, drafts_screens.question(draft)))
    await talk.ask(shown, replace(prompt, draft=draft.number))


ROUTES = Routes(actions={CarryVoice: carry})
