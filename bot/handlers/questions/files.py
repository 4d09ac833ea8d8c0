"""Photos and files beside words for another person: kept in the draft as numbers of messages, copied once sent."""

from bot.dialog_state import Prompt
from bot.handlers.messenger import MessageId
from bot.handlers.talk import Talk
from bot.questions.draft import MAX_FILES, Drafts, MessageDraft
from bot.questions.papers import tells_of_papers
from bot.questions.question import NOTHING_CARRIED, CarriedMessages, QuestionId
from bot.questions.service import QuestionService
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import files as screens
from bot.screens.questions import own as own_screens
from bot.screens.questions.prompts import AdditionPrompt, AnswerPrompt, QuestionPrompt
from bot.screens.questions.voices import VOICE_WORDS, proposed, voices_told, with_voices
from bot.screens.screen import Screen
from bot.screens.typed_answers import offered

CARRIED_KINDS = frozenset({UnsupportedKind.PICTURE, UnsupportedKind.DOCUMENT})  # a question has its voice apart
CARRIED_AFTER = CARRIED_KINDS | {UnsupportedKind.VOICE}  # with an answer, and with what is added to a question
MAX_BYTES = screens.MAX_MEGABYTES * 1024 * 1024


def files_with(
    earlier: MessageDraft | None,
    talk: Talk,
    attached: UnsupportedKind | None,
    kinds: frozenset[UnsupportedKind] = CARRIED_AFTER,
) -> tuple[str, ...]:
    """The files of the draft as it is now: those shown before, and what has come with these words."""
    before = earlier.files if earlier and not earlier.sent else ()
    came = (str(talk.said),) if attached in kinds and talk.said else ()
    return (*before, *(one for one in came if one not in before))[:MAX_FILES]


async def is_too_large(talk: Talk, attached: UnsupportedKind | None) -> bool:
    """Whether a file came that is not carried, which has been said."""
    if attached not in CARRIED_KINDS or talk.file_bytes <= MAX_BYTES:
        return False
    await talk.reply(screens.too_large())
    return True


async def words_with_file(talk: Talk, drafts: Drafts, number: int, attached: UnsupportedKind | None) -> str:
    """The words beside a file that came alone: those shown before, else what it is."""
    earlier = await drafts.find_draft(talk.conversation, number) if number else None
    if earlier and not earlier.sent:
        return earlier.text
    return VOICE_WORDS if attached is UnsupportedKind.VOICE else screens.FILE_WORDS


def words_with_voice(words: str, earlier: MessageDraft | None, talk: Talk, attached: UnsupportedKind | None) -> str:
    """The words of a draft, telling of each spoken message that goes with them, now or from before."""
    before = earlier if earlier and not earlier.sent and (earlier.files or earlier.voice) else None
    known = (*before.files, before.voice) if before else ()
    came = attached is UnsupportedKind.VOICE and str(talk.said) not in known and len(known) <= MAX_FILES
    return with_voices(words, (voices_told(before.text) if before else 0) + came)


def carried_in(talk: Talk, draft: MessageDraft) -> CarriedMessages:
    """The messages of this chat that go with the draft."""
    return CarriedMessages(talk.conversation.chat, draft.files) if draft.files else NOTHING_CARRIED


async def add_from_album(talk: Talk, drafts: Drafts, question_service: QuestionService) -> None:
    """A further picture of an album joins the draft that the first one began: the preview counts it."""
    prompt = talk.awaited.text(talk.conversation)
    draft = await drafts.find_draft(talk.conversation, getattr(prompt, "draft", 0)) if prompt else None
    if prompt is None or draft is None or not draft.files or not talk.said:
        return
    more = await drafts.add_file(talk.conversation, draft, str(talk.said))
    shown, message = await _preview(prompt, more, question_service), talk.awaited.asked_by(talk.conversation)
    if shown and message:
        await talk.messenger.replace(talk.person, talk.conversation.chat, MessageId(message), shown)
        await talk.awaited.offer(talk.conversation, offered(shown), message)


async def asks_which_no(
    talk: Talk, text: str, prompt: Prompt, drafts: Drafts, question_service: QuestionService
) -> bool:
    """Whether the words below photos may tell that no papers are on them: then it is asked which «нет» it is."""
    number = getattr(prompt, "draft", 0)
    draft = await drafts.find_draft(talk.conversation, number) if number and tells_of_papers(text) else None
    preview = await _preview(prompt, draft, question_service) if draft and draft.files and not draft.sent else None
    if preview:
        await talk.reply(screens.which_no(text, preview))
    return preview is not None


async def _preview(prompt: Prompt, draft: MessageDraft, question_service: QuestionService) -> Screen | None:
    match prompt:
        case QuestionPrompt():
            return screens.with_question(draft, proposed(draft, drafts_screens.question(draft)))
        case AnswerPrompt(question):
            found = await question_service.thread(QuestionId(question))
            return screens.with_question(draft, drafts_screens.answer(draft, found.question))
        case AdditionPrompt(question):
            found = await question_service.thread(QuestionId(question))
            return screens.with_question(draft, own_screens.shown_addition(draft, found.question))
        case _:
            return None
