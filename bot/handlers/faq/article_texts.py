"""Admins rewrite the text of an answer and date it as checked."""

from dataclasses import replace

from bot.dialog_state import DialogStore
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import ArticleChangedError, ArticleNotWrittenError, FaultyFilesError
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.live_faq import LiveFaq
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.edit_outcomes import is_last_shown, known, obstacle, tried
from bot.handlers.faq.new_article import show_new
from bot.handlers.talk import Talk
from bot.review.review_service import ReviewService
from bot.screens.faq import edit_refusals
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import new_article as new_article_screens
from bot.screens.faq.editing_actions import ChangeText, ConfirmChecked, KeepText, MarkChecked
from bot.screens.faq.prompts import ArticleTextPrompt, NewArticlePrompt
from bot.staff.roster import Roster


async def ask_text(talk: Talk, action: ChangeText, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Изменить ответ»: asks for the new text."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        prompt = ArticleTextPrompt(article.id, seen=seen_mark(article, ArticlePart.TEXT))
        if body := await tried(talk, article_edits.body_of(article.id)):
            await talk.ask(editing_screens.type_text(body), prompt)


async def keep(
    talk: Talk, action: KeepText, roster: Roster, article_edits: ArticleEditService, awaited: DialogStore
) -> None:
    """Writes the previewed answer; under an older preview, or over the work of another, both are shown first."""
    prompt = awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    if not isinstance(prompt, ArticleTextPrompt) or prompt.article != action.article or not prompt.text:
        await talk.reply(editing_screens.start_again(action.article))
        return
    if not is_last_shown(talk):
        await preview_text(talk, prompt, prompt.text, article_edits)
        return
    change = article_edits.change_text(action.article, prompt.text, prompt.seen, talk.person)
    try:
        article = await tried(talk, change, again=(action, prompt))
    except ArticleChangedError as changed:
        seen = seen_mark(changed.article, ArticlePart.TEXT)
        if body := await tried(talk, article_edits.body_of(action.article)):
            await talk.ask(editing_screens.changed_text(changed.article, body), replace(prompt, seen=seen))
        return
    if article:
        await awaited.clear(talk.conversation)
        await talk.reply(editing_screens.card(article, editing_screens.DONE))


async def mark(talk: Talk, action: MarkChecked, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Сверено сегодня»: asks once more."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        await talk.reply(editing_screens.check_first(article))


async def confirm(talk: Talk, action: ConfirmChecked, roster: Roster, review_service: ReviewService) -> None:
    """Handles «Да, всё сверено», as long as the answer is what the admin was asked about."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        marked = await tried(talk, review_service.check_article(action.article, action.seen, talk.person, talk.name))
    except ArticleChangedError as changed:
        talk.above = editing_screens.CHANGED
        await talk.reply(editing_screens.check_first(changed.article))
    else:
        if marked:
            await talk.reply(editing_screens.card(marked, editing_screens.DONE))


async def preview_text(talk: Talk, prompt: ArticleTextPrompt, text: str, article_edits: ArticleEditService) -> None:
    """Shows the typed answer as citizens would see it, or what is wrong with it."""
    article = await known(talk, prompt.article, article_edits)
    if article is None:
        return
    draft = ArticleTextPrompt(article.id, text, prompt.seen or seen_mark(article, ArticlePart.TEXT))
    try:
        problems = await article_edits.faults(article.id, text)
        shown = await article_edits.filled(article.id, text)
    except (FaultyFilesError, ArticleNotWrittenError) as waiting:
        await talk.ask(obstacle(waiting, edit_refusals.show_again()), draft)
    else:
        if problems:
            await talk.ask(edit_refusals.refused(problems, text), replace(draft, text=""))
        else:
            await talk.ask(editing_screens.preview(article, shown), draft)


async def show_typed(talk: Talk, roster: Roster, article_edits: ArticleEditService, live_faq: LiveFaq) -> None:
    """Handles «Показать, как будет»: the draft that could not be shown before."""
    if not await allowed_to_admin(talk, roster):
        return
    match talk.awaited.text(talk.conversation):
        case ArticleTextPrompt(text=text) as prompt if text:
            await preview_text(talk, prompt, text, article_edits)
        case NewArticlePrompt(body=body) as prompt if body:
            await show_new(talk, prompt, article_edits, live_faq)
        case _:
            await talk.reply(new_article_screens.nothing_to_keep())
