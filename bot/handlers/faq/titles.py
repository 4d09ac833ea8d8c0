"""An admin calls an answer by another question."""

from bot.faq.article_file import MAX_TITLE
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import ArticleChangedError, TwinError
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.faq.edit_outcomes import is_last_shown, known, tried
from bot.handlers.faq.wordings import is_no_question
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import new_article as new_article_screens
from bot.screens.faq import title_edits as screens
from bot.screens.faq import wording_edits
from bot.screens.faq.editing_actions import ChangeTitle, KeepTitle, MendArticle
from bot.screens.faq.prompts import ArticleTitlePrompt
from bot.staff.roster import Roster


async def ask_title(talk: Talk, action: ChangeTitle, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Изменить название»."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        prompt = ArticleTitlePrompt(article.id, seen=seen_mark(article, ArticlePart.TITLE))
        await talk.ask(screens.type_title(article), prompt)


async def typed(
    talk: Talk, text: str, prompt: ArticleTitlePrompt, roster: Roster, article_edits: ArticleEditService
) -> None:
    """The title as it would be; the right is checked again, for it may be gone by now."""
    if not await allowed_to_admin(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    match answered(talk, text):
        case KeepTitle(id_):
            await keep_title(talk, KeepTitle(id_), roster, article_edits)
        case MendArticle(id_) if article := await known(talk, id_, article_edits):
            await talk.awaited.clear(talk.conversation)
            await talk.reply(editing_screens.card(article))
        case _:
            await _show(talk, " ".join(text.split()), prompt, article_edits)


async def keep_title(talk: Talk, action: KeepTitle, roster: Roster, article_edits: ArticleEditService) -> None:
    """Writes the title that was shown; under an older one the newer is shown first."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    if not isinstance(prompt, ArticleTitlePrompt) or prompt.article != action.article or not prompt.title:
        await talk.reply(editing_screens.start_again(action.article, ArticlePart.TITLE))
    elif not is_last_shown(talk):
        await _show(talk, prompt.title, prompt, article_edits)
    else:
        await _write(talk, action, prompt, article_edits)


async def _write(talk: Talk, action: KeepTitle, prompt: ArticleTitlePrompt, article_edits: ArticleEditService) -> None:
    change = article_edits.change_title(prompt.article, prompt.title, prompt.seen, talk.person)
    try:
        article = await tried(talk, change, prompt.title, (action, prompt))
    except ArticleChangedError:
        talk.above = editing_screens.CHANGED
        await _show(talk, prompt.title, prompt, article_edits)
        return
    if article:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(editing_screens.card(article, editing_screens.DONE))


async def _show(talk: Talk, title: str, prompt: ArticleTitlePrompt, article_edits: ArticleEditService) -> None:
    article = await known(talk, prompt.article, article_edits)
    if article is None:
        return
    if is_no_question(title):
        await talk.ask_again(wording_edits.no_question(title))
        return
    if len(title) > MAX_TITLE:
        await talk.reply(new_article_screens.title_too_long())
        return
    try:
        taken = await article_edits.taken_by_title(article.id, title)
    except TwinError as twin:
        await talk.reply(wording_edits.twin(title, twin.article))
    else:
        shown = ArticleTitlePrompt(article.id, title, seen_mark(article, ArticlePart.TITLE))
        await talk.ask(screens.preview(article, title, taken), shown)


ROUTES = Routes(
    actions={ChangeTitle: ask_title, KeepTitle: keep_title},
    awaited={ArticleTitlePrompt: typed},
)
