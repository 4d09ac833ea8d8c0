"""Admins rewrite the text of an answer and date it as checked."""

from bot.dialog_state import DialogStore
from bot.faq.article_edits import ArticleEditService
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.edit_outcomes import known, tried
from bot.handlers.talk import Talk
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import new_article as new_article_screens
from bot.screens.faq.editing_actions import (
    ChangeText,
    KeepText,
    MarkChecked,
    RemoveArticle,
)
from bot.screens.faq.prompts import (
    ArticleTextPrompt,
)
from bot.staff.roster import Roster


async def ask_text(talk: Talk, action: ChangeText, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Изменить ответ»: asks for the new text."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        await talk.ask(editing_screens.type_text(article), ArticleTextPrompt(article.id))


async def keep(
    talk: Talk, action: KeepText, roster: Roster, article_edits: ArticleEditService, awaited: DialogStore
) -> None:
    """Writes the previewed answer into the file."""
    if not await allowed_to_admin(talk, roster):
        return
    prompt = awaited.text(talk.conversation)
    if not isinstance(prompt, ArticleTextPrompt) or prompt.article != action.article or not prompt.text:
        await talk.reply(editing_screens.start_again(action.article))
    elif article := await tried(
        talk, article_edits.change_text(action.article, prompt.text, talk.person), again=(action, prompt)
    ):
        await awaited.clear(talk.conversation)
        await talk.reply(editing_screens.card(article, editing_screens.DONE))


async def mark(talk: Talk, action: MarkChecked, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Сверено сегодня», after being asked twice."""
    if not await allowed_to_admin(talk, roster) or not (article := await known(talk, action.article, article_edits)):
        return
    if not action.sure:
        await talk.reply(editing_screens.check_first(article))
    elif marked := await tried(talk, article_edits.mark_checked(action.article, talk.person)):
        await talk.reply(editing_screens.card(marked, editing_screens.DONE))


async def remove(talk: Talk, action: RemoveArticle, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Убрать ответ», after being asked twice."""
    if not await allowed_to_admin(talk, roster) or not (article := await known(talk, action.article, article_edits)):
        return
    if not action.sure:
        await talk.reply(new_article_screens.remove_first(article))
    elif gone := await tried(talk, article_edits.remove(article.id, talk.person)):
        await talk.reply(new_article_screens.removed(gone))


async def preview_text(talk: Talk, id_: str, text: str, article_edits: ArticleEditService) -> None:
    """Shows the typed answer as citizens would see it, or what is wrong with it."""
    article = await known(talk, id_, article_edits)
    if article is None:
        return
    if problems := await article_edits.faults(id_, text):
        await talk.reply(editing_screens.refused(problems))
    else:
        await talk.ask(editing_screens.preview(article, text), ArticleTextPrompt(article.id, text))
