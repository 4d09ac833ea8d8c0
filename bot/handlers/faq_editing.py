"""Admins mend answers in the chat."""

from collections.abc import Awaitable

from bot.conversation import Awaited, Wait, Waiting
from bot.faq.article import Article
from bot.faq.edit_desk import ArticleGoneError, EditDesk, TooLongError, UnwritableError, mark_of, wording_of
from bot.faq.editing import RefusedEditError, TwinError
from bot.faq.gaps import Gaps
from bot.handlers.admins import is_admin_in_private
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens import faq_editing
from bot.screens.editing_actions import (
    AddGap,
    AddWording,
    ChangeText,
    DropWording,
    FindArticle,
    KeepText,
    MarkChecked,
    MendArticle,
    PlaceGap,
)
from bot.screens.screen import Screen
from bot.staff.roster import Roster

LOOKED_THROUGH = 500  # questions asked in vain, when a button names one


async def begin(talk: Talk, text: str, roster: Roster, editing: EditDesk) -> None:
    """/faqedit, with the words of an article or without."""
    if await is_admin_in_private(talk, roster):
        await (_offer(talk, text, "-", editing) if text else _ask(talk, faq_editing.which_article(), "find:-"))


async def find(talk: Talk, action: FindArticle, roster: Roster) -> None:
    """«Другой ответ»."""
    if await is_admin_in_private(talk, roster):
        await _ask(talk, faq_editing.which_article(), f"find:{action.gap}")


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
    elif await _add(talk, action.article, wording_of(gap), editing):
        await asked_in_vain.drop(gap)


async def show(talk: Talk, action: MendArticle, roster: Roster, editing: EditDesk) -> None:
    """The article as its editors see it."""
    if await is_admin_in_private(talk, roster) and (article := await _known(talk, action.article, editing)):
        await talk.say(faq_editing.card(article))


async def ask_wording(talk: Talk, action: AddWording, roster: Roster, editing: EditDesk) -> None:
    """«Добавить вопрос»."""
    if await is_admin_in_private(talk, roster) and (article := await _known(talk, action.article, editing)):
        await _ask(talk, faq_editing.type_wording(article), f"wording:{article.id}")


async def ask_number(talk: Talk, action: DropWording, roster: Roster, editing: EditDesk) -> None:
    """«Убрать вопрос»."""
    if await is_admin_in_private(talk, roster) and (article := await _known(talk, action.article, editing)):
        await _ask(talk, faq_editing.type_number(article), f"drop:{article.id}")


async def ask_text(talk: Talk, action: ChangeText, roster: Roster, editing: EditDesk) -> None:
    """«Изменить ответ»."""
    if await is_admin_in_private(talk, roster) and (article := await _known(talk, action.article, editing)):
        await _ask(talk, faq_editing.type_text(article), f"text:{article.id}")


async def typed(talk: Talk, text: str, marked: str, awaited: Awaited, roster: Roster, editing: EditDesk) -> None:
    """The admin's words; the right is checked again, for it may be gone by now."""
    if not await is_admin_in_private(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    what, _, rest = awaited.context.partition("\n")[0].partition(":")
    match what:
        case "find":
            await _offer(talk, text, rest, editing)
        case "wording":
            await _add(talk, rest, text, editing)
        case "drop":
            await _drop(talk, rest, text, editing)
        case _:
            await _preview(talk, rest, marked, editing)


async def keep(talk: Talk, action: KeepText, roster: Roster, editing: EditDesk, awaited: Waiting) -> None:
    """The previewed text goes into the file."""
    if not await is_admin_in_private(talk, roster):
        return
    waiting = awaited.text(talk.conversation)
    head, _, text = waiting.context.partition("\n") if waiting and waiting.what is Wait.EDIT else ("", "", "")
    if head != f"keep:{action.article}":
        await talk.say(faq_editing.start_again(action.article))
    elif article := await _tried(talk, editing.change_text(action.article, text)):
        await awaited.clear(talk.conversation)
        await talk.say(faq_editing.card(article, faq_editing.DONE))


async def mark(talk: Talk, action: MarkChecked, roster: Roster, editing: EditDesk) -> None:
    """«Сверено сегодня», after being asked twice."""
    if not await is_admin_in_private(talk, roster) or not (article := await _known(talk, action.article, editing)):
        return
    if not action.sure:
        await talk.say(faq_editing.check_first(article))
    elif marked := await _tried(talk, editing.mark_checked(action.article)):
        await talk.say(faq_editing.card(marked, faq_editing.DONE))


async def _offer(talk: Talk, text: str, mark: str, editing: EditDesk) -> None:
    """Articles to choose from: to mend one, or for the question asked in vain that is carried along."""
    found = editing.candidates(text)
    if found:
        await talk.awaited.clear(talk.conversation)
    await talk.say(faq_editing.found(found) if mark == "-" else faq_editing.where_to(text, mark, found))


async def _add(talk: Talk, id_: str, wording: str, editing: EditDesk) -> bool:
    article = await _tried(talk, editing.add_wording(id_, wording), wording)
    if article is None:
        return False
    first = next(iter(editing.candidates(wording)), None)
    await talk.awaited.clear(talk.conversation)
    await talk.say(faq_editing.card(article, faq_editing.wording_added(found_first=first == article)))
    return True


async def _drop(talk: Talk, id_: str, number: str, editing: EditDesk) -> None:
    article = await _known(talk, id_, editing)
    if article is None:
        return
    wanted = number.strip().rstrip(".)")
    if not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:4]) <= len(article.variants)):
        await talk.say(faq_editing.no_such_number(article))
    elif mended := await _tried(talk, editing.drop_wording(id_, int(wanted))):
        await talk.awaited.clear(talk.conversation)
        await talk.say(faq_editing.card(mended, faq_editing.DONE))


async def _preview(talk: Talk, id_: str, text: str, editing: EditDesk) -> None:
    article = await _known(talk, id_, editing)
    if article is None:
        return
    if problems := await editing.faults(id_, text):
        await talk.say(faq_editing.refused(problems))
    else:
        await talk.ask(faq_editing.preview(article, text), Awaited(Wait.EDIT, f"keep:{article.id}\n{text}"))


async def _ask(talk: Talk, screen: Screen, context: str) -> None:
    await talk.ask(screen, Awaited(Wait.EDIT, context))


async def _known(talk: Talk, id_: str, editing: EditDesk) -> Article | None:
    """The article; otherwise it is said that it is gone."""
    try:
        return editing.article(id_)
    except ArticleGoneError:
        await talk.say(faq_editing.gone())
        return None


async def _tried(talk: Talk, change: Awaitable[Article], wording: str = "") -> Article | None:
    """The article as it is now; otherwise it is said why it could not be changed."""
    try:
        return await change
    except ArticleGoneError:
        await talk.say(faq_editing.gone())
    except TwinError as twin:
        await talk.say(faq_editing.twin(wording, twin.article))
    except TooLongError as long:
        await talk.say(faq_editing.too_long(long.limit))
    except RefusedEditError as refused:
        await talk.say(faq_editing.refused(refused.problems))
    except UnwritableError:
        await talk.say(faq_editing.unwritable())
    return None


async def _gap(asked_in_vain: Gaps, mark: str) -> str | None:
    """The question asked in vain that bears the mark."""
    listed = await asked_in_vain.most_asked(LOOKED_THROUGH)
    return next((text for text, _ in listed if mark_of(text) == mark), None)


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
    },
    awaited={Wait.EDIT: typed},
)
