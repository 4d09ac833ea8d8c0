"""Admins add how people ask: typed, or out of the questions asked in vain."""

from bot.conversation import Awaited, Wait, Waiting
from bot.faq.edit_desk import EditDesk, mark_of, wording_of
from bot.faq.gaps import Gaps
from bot.faq.small_talk import SmallTalk, small_talk
from bot.handlers.admins import is_admin_in_private
from bot.handlers.edit_outcomes import known, tried
from bot.handlers.talk import Talk
from bot.screens import faq_editing
from bot.screens.common_buttons import common_button
from bot.screens.editing_actions import AddGap, AddWording, KeepWording, PlaceGap
from bot.screens.menu import menu_word
from bot.staff.roster import Roster

_TELLS_NOTHING = {SmallTalk.YES, SmallTalk.NO, SmallTalk.OK, SmallTalk.THANKS, SmallTalk.GREETING}
LOOKED_THROUGH = 500  # questions asked in vain, when a button names one


async def place(talk: Talk, action: PlaceGap, roster: Roster, editing: EditDesk, asked_in_vain: Gaps) -> None:
    """A question asked in vain, and the articles it may belong to."""
    if not await is_admin_in_private(talk, roster):
        return
    gap = await _gap(asked_in_vain, action.gap)
    found = editing.candidates(gap) if gap else ()
    await talk.say(faq_editing.where_to(gap, action.gap, found) if gap else faq_editing.gap_gone())


async def add_gap(talk: Talk, action: AddGap, roster: Roster, editing: EditDesk, asked_in_vain: Gaps) -> None:
    """The question becomes a wording of the article and leaves the list."""
    if not await is_admin_in_private(talk, roster):
        return
    gap = await _gap(asked_in_vain, action.gap)
    if gap is None:
        await talk.say(faq_editing.gap_gone())
    elif await offer(talk, action.article, wording_of(gap), editing, action.gap):
        await asked_in_vain.drop(gap)


async def ask_wording(talk: Talk, action: AddWording, roster: Roster, editing: EditDesk) -> None:
    """«Добавить вопрос»."""
    if await is_admin_in_private(talk, roster) and (article := await known(talk, action.article, editing)):
        await talk.ask(faq_editing.type_wording(article), Awaited(Wait.EDIT, f"wording:{article.id}"))


async def keep_wording(
    talk: Talk, action: KeepWording, roster: Roster, editing: EditDesk, asked_in_vain: Gaps, awaited: Waiting
) -> None:
    """«Да, добавить»: the admin has seen what the wording takes from other answers."""
    if not await is_admin_in_private(talk, roster):
        return
    waiting = awaited.text(talk.conversation)
    head, _, wording = waiting.context.partition("\n") if waiting and waiting.what is Wait.EDIT else ("", "", "")
    what, _, id_ = head.partition(":")
    if what not in {"sure", "sure-gap"} or id_ != action.article:
        await talk.say(faq_editing.type_again(action.article))
    elif await _add(talk, id_, wording, editing) and what == "sure-gap":
        await _drop_gap(asked_in_vain, wording)


async def offer(talk: Talk, id_: str, wording: str, editing: EditDesk, gap: str = "") -> bool:
    """Adds it, or asks first where it would take questions from other articles. Whether it was added."""
    article = await known(talk, id_, editing)
    if article is None:
        return False
    if is_no_question(wording):
        await talk.say(faq_editing.no_question(wording))
        return False
    taken = await editing.takeovers(article.id, wording)
    if not taken:
        return await _add(talk, article.id, wording, editing)
    head = f"{'sure-gap' if gap else 'sure'}:{article.id}"
    await talk.ask(faq_editing.takes_over(article, wording, taken), Awaited(Wait.EDIT, f"{head}\n{wording}"))
    return False


def is_no_question(text: str) -> bool:
    """Words that the bot never looks up: «да», «отмена», small talk, a command, the words of a button."""
    return _is_button(text) or small_talk(text) is not None


def is_no_answer(text: str) -> bool:
    """Words that tell citizens nothing, where the text of an article is awaited: «да», «спасибо», a button."""
    return _is_button(text) or small_talk(text) in _TELLS_NOTHING


def is_refusal(text: str) -> bool:
    """«нет», «не надо», «не добавлять»."""
    return small_talk(text) is SmallTalk.NO or faq_editing.is_leaving(text)


def _is_button(text: str) -> bool:
    is_ours = menu_word(text) is not None or common_button(text) is not None or faq_editing.is_label(text)
    return is_ours or text.strip().startswith("/")


async def _add(talk: Talk, id_: str, wording: str, editing: EditDesk) -> bool:
    article = await tried(talk, editing.add_wording(id_, wording), wording)
    if article is None:
        return False
    first = next(iter(editing.candidates(wording)), None)
    await talk.awaited.clear(talk.conversation)
    await talk.say(faq_editing.card(article, faq_editing.wording_added(found_first=first == article)))
    return True


async def _gap(asked_in_vain: Gaps, mark: str) -> str | None:
    """The question asked in vain that bears the mark."""
    listed = await asked_in_vain.most_asked(LOOKED_THROUGH)
    return next((text for text, _ in listed if mark_of(text) == mark), None)


async def _drop_gap(asked_in_vain: Gaps, wording: str) -> None:
    for text, _ in await asked_in_vain.most_asked(LOOKED_THROUGH):
        if wording_of(text) == wording:
            await asked_in_vain.drop(text)
