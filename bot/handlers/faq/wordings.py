"""Admins add variants of a question: typed, or taken from unanswered questions."""

from bot.dialog_state import DialogStore
from bot.faq.edits.article_edits import ArticleEditService, mark_of, wording_of
from bot.faq.small_talk import SmallTalk, small_talk
from bot.faq.unanswered import UnansweredStore
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.begun_article import begin_with
from bot.handlers.faq.edit_outcomes import is_last_shown, known, tried
from bot.handlers.talk import Talk
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import wording_edits
from bot.screens.faq.editing_actions import AddGap, AddWording, AnswerGap, DropGap, KeepWording, PlaceGap
from bot.screens.faq.prompts import SureWordingPrompt, WordingPrompt
from bot.screens.menu import menu_word
from bot.screens.typed_labels import common_button
from bot.staff.roster import Roster

_TELLS_NOTHING = {SmallTalk.YES, SmallTalk.NO, SmallTalk.OK, SmallTalk.THANKS, SmallTalk.GREETING}
LOOKED_THROUGH = 500  # questions asked in vain, when a button names one


async def place(
    talk: Talk,
    action: PlaceGap,
    roster: Roster,
    article_edits: ArticleEditService,
    unanswered_questions: UnansweredStore,
) -> None:
    """Shows an unanswered question and the articles it may belong to."""
    if not await allowed_to_admin(talk, roster):
        return
    gap = await _gap(unanswered_questions, action.gap)
    found = article_edits.candidates(gap) if gap else ()
    await talk.reply(editing_screens.where_to(gap, action.gap, found) if gap else editing_screens.gap_gone())


async def add_gap(
    talk: Talk, action: AddGap, roster: Roster, article_edits: ArticleEditService, unanswered_questions: UnansweredStore
) -> None:
    """Adds an unanswered question to an article as a variant and takes it off the list."""
    if not await allowed_to_admin(talk, roster):
        return
    gap = await _gap(unanswered_questions, action.gap)
    if gap is None:
        await talk.reply(editing_screens.gap_gone())
    elif await offer(talk, action.article, wording_of(gap), article_edits, action.gap):
        await unanswered_questions.drop(gap)


async def drop_gap(talk: Talk, action: DropGap, roster: Roster, unanswered_questions: UnansweredStore) -> None:
    """Handles «Это не вопрос»: takes the words off the list."""
    if not await allowed_to_admin(talk, roster):
        return
    gap = await _gap(unanswered_questions, action.gap)
    if gap is None:
        await talk.reply(editing_screens.gap_gone())
    else:
        await unanswered_questions.drop(gap)
        await talk.reply(editing_screens.gap_dropped(gap))


async def answer_gap(talk: Talk, action: AnswerGap, roster: Roster, unanswered_questions: UnansweredStore) -> None:
    """Handles «Новый ответ» of an unanswered question: it stays on the list until the answer finds it."""
    if not await allowed_to_admin(talk, roster):
        return
    gap = await _gap(unanswered_questions, action.gap)
    await (begin_with(talk, wording_of(gap), "") if gap else talk.reply(editing_screens.gap_gone()))


async def ask_wording(talk: Talk, action: AddWording, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Добавить вопрос»: asks for the new variant."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        await talk.ask(wording_edits.type_wording(article), WordingPrompt(article.id))


async def keep_wording(
    talk: Talk,
    action: KeepWording,
    roster: Roster,
    article_edits: ArticleEditService,
    unanswered_questions: UnansweredStore,
    awaited: DialogStore,
) -> None:
    """Handles «Да, добавить»: the admin has seen what the variant takes from other articles."""
    if not await allowed_to_admin(talk, roster):
        return
    prompt = awaited.text(talk.conversation)
    if not isinstance(prompt, SureWordingPrompt) or prompt.article != action.article:
        await talk.reply(wording_edits.type_again(action.article))
    elif not is_last_shown(talk):  # the button of an earlier wording: the later one is shown first
        await offer(talk, prompt.article, prompt.wording, article_edits, "-" if prompt.from_gap else "")
    elif await _add(talk, prompt.article, prompt.wording, article_edits) and prompt.from_gap:
        await _drop_gap(unanswered_questions, prompt.wording)


async def offer(talk: Talk, id_: str, wording: str, article_edits: ArticleEditService, gap: str = "") -> bool:
    """Adds the variant, or asks first where it would take questions from others. Whether it was added."""
    article = await known(talk, id_, article_edits)
    if article is None:
        return False
    if is_no_question(wording):
        await talk.reply(wording_edits.no_question(wording))
        return False
    taken = await article_edits.takeovers(article.id, wording)
    if not taken:
        return await _add(talk, article.id, wording, article_edits)
    prompt = SureWordingPrompt(article.id, wording, from_gap=bool(gap))
    await talk.ask(wording_edits.takes_over(article, wording, taken), prompt)
    return False


def is_no_question(text: str) -> bool:
    """Words that the bot never looks up: «да», «отмена», small talk, a command, the words of a button."""
    return is_button(text) or small_talk(text) is not None


def is_no_answer(text: str) -> bool:
    """Words that tell citizens nothing, where the text of an article is awaited: «да», «спасибо», a button."""
    return is_button(text) or small_talk(text) in _TELLS_NOTHING


def is_refusal(text: str) -> bool:
    """«нет», «не надо», «не добавлять»."""
    return small_talk(text) is SmallTalk.NO or wording_edits.is_leaving(text)


def is_button(text: str) -> bool:
    """The words of a button or a command."""
    is_ours = menu_word(text) is not None or common_button(text) is not None or wording_edits.is_label(text)
    return is_ours or text.strip().startswith("/")


async def _add(talk: Talk, id_: str, wording: str, article_edits: ArticleEditService) -> bool:
    article = await tried(talk, article_edits.add_wording(id_, wording, talk.person), wording)
    if article is None:
        return False
    first = next(iter(article_edits.candidates(wording)), None)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(editing_screens.card(article, wording_edits.wording_added(found_first=first == article)))
    return True


async def _gap(unanswered_questions: UnansweredStore, mark: str) -> str | None:
    """The unanswered question of that mark."""
    listed = await unanswered_questions.most_asked(LOOKED_THROUGH)
    return next((text for text, _ in listed if mark_of(text) == mark), None)


async def _drop_gap(unanswered_questions: UnansweredStore, wording: str) -> None:
    for text, _ in await unanswered_questions.most_asked(LOOKED_THROUGH):
        if wording_of(text) == wording:
            await unanswered_questions.drop(text)
