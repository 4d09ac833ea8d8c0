"""Admins mend answers in the chat."""

from bot.conversation import Awaited, Wait, Waiting
from bot.faq.edit_desk import EditDesk
from bot.faq.gaps import Gaps
from bot.handlers.admins import is_admin_in_private
from bot.handlers.assent import answered
from bot.handlers.edit_outcomes import known, tried
from bot.handlers.faq_wordings import (
    add_gap,
    ask_wording,
    is_no_answer,
    is_no_question,
    is_refusal,
    keep_wording,
    offer,
    place,
)
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens import faq_editing, home
from bot.screens.editing_actions import (
    AddGap,
    AddWording,
    ChangeText,
    DropWording,
    FindArticle,
    KeepText,
    KeepWording,
    MarkChecked,
    MendArticle,
    PlaceGap,
)
from bot.screens.screen import Screen
from bot.staff.roster import Roster

# What cannot be the words that are awaited; of the texts of articles it is less.
_NO_WORDS = {
    "drop": lambda _: False,
    **dict.fromkeys(("find", "wording", "sure", "sure-gap"), is_no_question),
}


async def begin(talk: Talk, text: str, roster: Roster, editing: EditDesk) -> None:
    """/faqedit, with the words of an article or without."""
    if await is_admin_in_private(talk, roster):
        await (_offer(talk, text, "-", editing) if text else _ask(talk, faq_editing.which_article(), "find:-"))


async def find(talk: Talk, action: FindArticle, roster: Roster) -> None:
    """«Другой ответ»."""
    if await is_admin_in_private(talk, roster):
        await _ask(talk, faq_editing.which_article(), f"find:{action.gap}")


async def show(talk: Talk, action: MendArticle, roster: Roster, editing: EditDesk) -> None:
    """The article as its editors see it."""
    if await is_admin_in_private(talk, roster) and (article := await known(talk, action.article, editing)):
        await talk.say(faq_editing.card(article))


async def ask_number(talk: Talk, action: DropWording, roster: Roster, editing: EditDesk) -> None:
    """«Убрать вопрос»."""
    if await is_admin_in_private(talk, roster) and (article := await known(talk, action.article, editing)):
        await _ask(talk, faq_editing.type_number(article), f"drop:{article.id}")


async def ask_text(talk: Talk, action: ChangeText, roster: Roster, editing: EditDesk) -> None:
    """«Изменить ответ»."""
    if await is_admin_in_private(talk, roster) and (article := await known(talk, action.article, editing)):
        await _ask(talk, faq_editing.type_text(article), f"text:{article.id}")


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk, text: str, marked: str, awaited: Awaited, roster: Roster, editing: EditDesk, asked_in_vain: Gaps
) -> None:
    """The admin's words; the right is checked again, for it may be gone by now."""
    if not await is_admin_in_private(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    match answered(talk, text):
        case KeepWording() as add:
            await keep_wording(talk, add, roster, editing, asked_in_vain, talk.awaited)
        case KeepText() as write:
            await keep(talk, write, roster, editing, talk.awaited)
        case MendArticle() as leave:
            await talk.awaited.clear(talk.conversation)
            await show(talk, leave, roster, editing)
        case _:
            await _words(talk, text, marked, awaited, editing)


async def _words(talk: Talk, text: str, marked: str, awaited: Awaited, editing: EditDesk) -> None:
    what, _, rest = awaited.context.partition("\n")[0].partition(":")
    if _NO_WORDS.get(what, is_no_answer)(text):
        await _no_words(talk, text, what, rest, editing)
        return
    match what:
        case "find":
            await _offer(talk, text, rest, editing)
        case "wording" | "sure" | "sure-gap":
            await offer(talk, rest, text, editing)
        case "drop":
            await _drop(talk, rest, text, editing)
        case _:
            await _preview(talk, rest, marked, editing)


async def _no_words(talk: Talk, text: str, what: str, id_: str, editing: EditDesk) -> None:
    """«нет» ends what was asked; other words that are no question are told so, and the right ones are still awaited."""
    if not is_refusal(text):
        await talk.say(faq_editing.no_question(text))
        return
    await talk.awaited.clear(talk.conversation)
    article = None if what == "find" else await known(talk, id_, editing)
    if what == "find":
        await talk.say(home.cancelled())
    elif article:
        await talk.say(faq_editing.card(article))


async def keep(talk: Talk, action: KeepText, roster: Roster, editing: EditDesk, awaited: Waiting) -> None:
    """The previewed text goes into the file."""
    if not await is_admin_in_private(talk, roster):
        return
    waiting = awaited.text(talk.conversation)
    head, _, text = waiting.context.partition("\n") if waiting and waiting.what is Wait.EDIT else ("", "", "")
    if head != f"keep:{action.article}":
        await talk.say(faq_editing.start_again(action.article))
    elif article := await tried(talk, editing.change_text(action.article, text)):
        await awaited.clear(talk.conversation)
        await talk.say(faq_editing.card(article, faq_editing.DONE))


async def mark(talk: Talk, action: MarkChecked, roster: Roster, editing: EditDesk) -> None:
    """«Сверено сегодня», after being asked twice."""
    if not await is_admin_in_private(talk, roster) or not (article := await known(talk, action.article, editing)):
        return
    if not action.sure:
        await talk.say(faq_editing.check_first(article))
    elif marked := await tried(talk, editing.mark_checked(action.article)):
        await talk.say(faq_editing.card(marked, faq_editing.DONE))


async def _offer(talk: Talk, text: str, mark: str, editing: EditDesk) -> None:
    """Articles to choose from: to mend one, or for the question asked in vain that is carried along."""
    found = editing.candidates(text)
    if found:
        await talk.awaited.clear(talk.conversation)
    await talk.say(faq_editing.found(found) if mark == "-" else faq_editing.where_to(text, mark, found))


async def _drop(talk: Talk, id_: str, number: str, editing: EditDesk) -> None:
    article = await known(talk, id_, editing)
    if article is None:
        return
    wanted = number.strip().rstrip(".)")
    if not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:4]) <= len(article.variants)):
        await talk.say(faq_editing.no_such_number(article))
    elif mended := await tried(talk, editing.drop_wording(id_, int(wanted))):
        await talk.awaited.clear(talk.conversation)
        await talk.say(faq_editing.card(mended, faq_editing.DONE))


async def _preview(talk: Talk, id_: str, text: str, editing: EditDesk) -> None:
    article = await known(talk, id_, editing)
    if article is None:
        return
    if problems := await editing.faults(id_, text):
        await talk.say(faq_editing.refused(problems))
    else:
        await talk.ask(faq_editing.preview(article, text), Awaited(Wait.EDIT, f"keep:{article.id}\n{text}"))


async def _ask(talk: Talk, screen: Screen, context: str) -> None:
    await talk.ask(screen, Awaited(Wait.EDIT, context))


ROUTES = Routes(
    commands={"faqedit": begin},
    actions={
        PlaceGap: place,
        AddGap: add_gap,
        FindArticle: find,
        MendArticle: show,
        AddWording: ask_wording,
        DropWording: ask_number,
        ChangeText: ask_text,
        KeepText: keep,
        MarkChecked: mark,
        KeepWording: keep_wording,
    },
    awaited={Wait.EDIT: typed},
)
