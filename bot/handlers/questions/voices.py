"""A spoken message goes to a librarian after its author has seen that it will."""

from dataclasses import replace

from bot.handlers.bot_info import BotInfo
from bot.handlers.questions.questions import close_prompt
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.draft import Drafts
from bot.questions.service import MAX_TEXT
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import questions as screens
from bot.screens.questions.actions import CarryVoice
from bot.screens.questions.prompts import QuestionPrompt
from bot.screens.questions.voices import proposed, with_voice


async def carry(talk: Talk, action: CarryVoice, drafts: Drafts, bot_info: BotInfo) -> None:
    """Handles «Отправить библиотекарю» under the words on dictation."""
    await propose_voice(talk, action.voice, QuestionPrompt(), drafts, bot_info)


async def propose_voice(talk: Talk, voice: str, prompt: QuestionPrompt, drafts: Drafts, bot_info: BotInfo) -> None:
    """The message for the librarian, with the words that were shown before; a later one takes the place of it."""
    if not bot_info.can_ask:
        await close_prompt(talk, QuestionPrompt)
        await talk.reply(screens.nobody_to_ask(bot_info.region))
        return
    earlier = await drafts.find_draft(talk.conversation, prompt.draft) if prompt.draft else None
    words = with_voice(earlier.text if earlier and not earlier.sent else "")
    if earlier and len(words) > MAX_TEXT:
        await talk.reply(drafts_screens.question_too_long(earlier, MAX_TEXT))
        return
    draft = await drafts.keep(talk.conversation, prompt.article, words, voice)
    await talk.ask(proposed(draft, drafts_screens.question(draft)), replace(prompt, draft=draft.number))


ROUTES = Routes(actions={CarryVoice: carry})
