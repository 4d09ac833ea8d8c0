"""An admin takes an answer away with the links to it, which are shown first."""

from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.article_place import ArticlePlaceService
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.edit_outcomes import known, tried
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.faq import place_edits as screens
from bot.screens.faq.place_actions import RemoveArticle
from bot.staff.roster import Roster


async def remove(
    talk: Talk,
    action: RemoveArticle,
    roster: Roster,
    article_edits: ArticleEditService,
    article_place: ArticlePlaceService,
) -> None:
    """Handles «Убрать ответ», and «Да, убрать» after the links to it were shown."""
    if not await allowed_to_admin(talk, roster) or not (article := await known(talk, action.article, article_edits)):
        return
    if action.sure:
        if gone := await tried(talk, article_place.remove(article.id, talk.person)):
            await talk.reply(screens.removed(article, gone))
    elif found := await tried(talk, article_place.references(article.id)):
        may = not found.problems
        await talk.reply(screens.remove_first(article, found) if may else screens.still_referred(found.problems))


ROUTES = Routes(actions={RemoveArticle: remove})
