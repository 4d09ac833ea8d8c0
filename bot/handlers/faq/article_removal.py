"""An admin takes an answer away with the links to it, which are shown first."""

from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.article_place import ArticlePlaceService
from bot.faq.edits.edit_errors import ArticleChangedError
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.edit_outcomes import known, tried
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.faq import place_edits as screens
from bot.screens.faq.place_actions import RemoveArticle, RemoveSeenArticle
from bot.staff.roster import Roster


async def ask(
    talk: Talk,
    action: RemoveArticle,
    roster: Roster,
    article_edits: ArticleEditService,
    article_place: ArticlePlaceService,
) -> None:
    """Handles «Убрать ответ»: the links to it are shown first."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        await _ask(talk, article.id, article_place)


async def remove(
    talk: Talk,
    action: RemoveSeenArticle,
    roster: Roster,
    article_edits: ArticleEditService,
    article_place: ArticlePlaceService,
) -> None:
    """Handles «Да, убрать», as long as the answer and the links to it are those that were shown."""
    if not await allowed_to_admin(talk, roster) or not await known(talk, action.article, article_edits):
        return
    try:
        gone = await tried(talk, article_place.remove(action.article, action.seen, talk.person))
    except ArticleChangedError as changed:
        await _ask(talk, changed.article.id, article_place, is_changed=True)
    else:
        if gone:
            await talk.reply(screens.removed(gone))


async def _ask(talk: Talk, id_: str, article_place: ArticlePlaceService, *, is_changed: bool = False) -> None:
    if found := await tried(talk, article_place.references(id_)):
        first = screens.changed_before_removal if is_changed else screens.remove_first
        await talk.reply(screens.still_referred(found.problems) if found.problems else first(found))


ROUTES = Routes(actions={RemoveArticle: ask, RemoveSeenArticle: remove})
