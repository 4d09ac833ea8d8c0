"""Admins edit the answers of the FAQ in the chat."""

import re
from typing import get_args

from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import ArticleChangedError
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.unanswered import UnansweredStore
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.faq.article_texts import ask_text, confirm, keep, mark, preview_text, show_typed
from bot.handlers.faq.edit_outcomes import known, tried
from bot.handlers.faq.wordings import (
    add_gap,
    answer_gap,
    ask_wording,
    drop_gap,
    is_no_answer,
    is_no_question,
    is_refusal,
    keep_wording,
    offer,
    place,
)
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import wording_edits
from bot.screens.faq.editing_actions import (
    AddGap,
    AddWording,
    AnswerGap,
    ChangeText,
    ConfirmChecked,
    DropGap,
    DropWording,
    FindArticle,
    KeepText,
    KeepWording,
    MarkChecked,
    MendArticle,
    PlaceGap,
    ShowTyped,
)
from bot.screens.faq.prompts import (
    ArticlePrompt,
    ArticleTextPrompt,
    EditPrompt,
    SureWordingPrompt,
    WordingNumberPrompt,
    WordingPrompt,
)
from bot.screens.home import cancel
from bot.staff.roster import Roster
from bot.understanding.acts import ActName

_SUBJECT = re.compile(r"\b(?:про|об?|насч[её]т)\s+(.+)", re.IGNORECASE)


async def begin(talk: Talk, text: str, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles /faqedit, with the words of an article or without."""
    if await allowed_to_admin(talk, roster):
        await (
            _offer(talk, text, "-", article_edits)
            if text
            else talk.ask(editing_screens.which_article(), ArticlePrompt())
        )


async def begin_by_words(talk: Talk, text: str, roster: Roster, article_edits: ArticleEditService) -> None:
    """«исправь ответ про пароль»: the articles that are meant; without a subject it is asked for."""
    about = _SUBJECT.search(text)
    await begin(talk, about[1] if about else "", roster, article_edits)


async def find(talk: Talk, action: FindArticle, roster: Roster) -> None:
    """Handles «Другой ответ»: another article is asked for."""
    if await allowed_to_admin(talk, roster):
        await talk.ask(editing_screens.which_article(), ArticlePrompt(action.gap))


async def show(talk: Talk, action: MendArticle, roster: Roster, article_edits: ArticleEditService) -> None:
    """Shows an article as its editors see it."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        await talk.reply(editing_screens.card(article))


async def ask_number(talk: Talk, action: DropWording, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Убрать вопрос»: asks for the number of the variant."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        prompt = WordingNumberPrompt(article.id, seen_mark(article, ArticlePart.WORDINGS))
        await talk.ask(wording_edits.type_number(article), prompt)


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    marked: str,
    prompt: EditPrompt,
    roster: Roster,
    article_edits: ArticleEditService,
    unanswered_questions: UnansweredStore,
) -> None:
    """The admin's words; the right is checked again, for it may be gone by now."""
    if not await allowed_to_admin(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    match answered(talk, text):
        case KeepWording() as add:
            await keep_wording(talk, add, roster, article_edits, unanswered_questions, talk.awaited)
        case KeepText() as write:
            await keep(talk, write, roster, article_edits, talk.awaited)
        case ShowTyped() if isinstance(prompt, ArticleTextPrompt) and prompt.text:
            await preview_text(talk, prompt, prompt.text, article_edits)
        case MendArticle() as leave:
            await talk.awaited.clear(talk.conversation)
            await show(talk, leave, roster, article_edits)
        case _:
            await _words(talk, text, marked, prompt, article_edits)


async def _words(talk: Talk, text: str, marked: str, prompt: EditPrompt, article_edits: ArticleEditService) -> None:
    match prompt:
        case WordingNumberPrompt():
            await _drop(talk, prompt, text, article_edits)
        case ArticleTextPrompt() if is_no_answer(text):
            await _no_words(talk, text, prompt, article_edits)
        case ArticleTextPrompt():
            await preview_text(talk, prompt, marked, article_edits)
        case _ if is_no_question(text):
            await _no_words(talk, text, prompt, article_edits)
        case ArticlePrompt(gap):
            await _offer(talk, text, gap, article_edits)
        case WordingPrompt(id_) | SureWordingPrompt(id_):
            await offer(talk, id_, text, article_edits)


async def _no_words(talk: Talk, text: str, prompt: EditPrompt, article_edits: ArticleEditService) -> None:
    """«нет» ends what was asked; other words that are no question are told so, and the right ones are still awaited."""
    if not is_refusal(text):
        await talk.ask_again(wording_edits.no_question(text))
        return
    await talk.awaited.clear(talk.conversation)
    if isinstance(prompt, ArticlePrompt):
        await talk.reply(cancel.cancelled())
    elif article := await known(talk, prompt.article, article_edits):
        await talk.reply(editing_screens.card(article))


async def _offer(talk: Talk, text: str, mark: str, article_edits: ArticleEditService) -> None:
    """Articles to choose from: to edit one, or for the unanswered question that is carried along."""
    found = article_edits.candidates(text)
    if found:
        await talk.awaited.clear(talk.conversation)
    await talk.reply(editing_screens.found(found) if mark == "-" else editing_screens.where_to(text, mark, found))


async def _drop(talk: Talk, prompt: WordingNumberPrompt, number: str, article_edits: ArticleEditService) -> None:
    article = await known(talk, prompt.article, article_edits)
    if article is None:
        return
    wanted = number.strip().rstrip(".)")
    if not (wanted.isascii() and wanted.isdigit() and 0 < int(wanted[:4]) <= len(article.variants)):
        await talk.reply(wording_edits.no_such_number(article))
        return
    try:
        mended = await tried(talk, article_edits.drop_wording(article.id, int(wanted), prompt.seen, talk.person))
    except ArticleChangedError as changed:
        talk.above = editing_screens.CHANGED
        seen = seen_mark(changed.article, ArticlePart.WORDINGS)
        await talk.ask(wording_edits.type_number(changed.article), WordingNumberPrompt(article.id, seen))
        return
    if mended:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(editing_screens.card(mended, editing_screens.DONE))


ROUTES = Routes(
    commands={"faqedit": begin},
    actions={
        PlaceGap: place,
        AddGap: add_gap,
        AnswerGap: answer_gap,
        DropGap: drop_gap,
        FindArticle: find,
        MendArticle: show,
        AddWording: ask_wording,
        DropWording: ask_number,
        ChangeText: ask_text,
        KeepText: keep,
        ShowTyped: show_typed,
        MarkChecked: mark,
        ConfirmChecked: confirm,
        KeepWording: keep_wording,
    },
    awaited=dict.fromkeys(get_args(EditPrompt), typed),
    acts={ActName.FAQ_EDIT: begin_by_words},
)
