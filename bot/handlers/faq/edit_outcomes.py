"""What an admin is told when an answer cannot be mended."""

from collections.abc import Awaitable

from bot.faq.article import Article
from bot.faq.article_edits import ArticleEditService, ArticleGoneError, ArticleNotWrittenError, ArticleTooLongError
from bot.faq.editing import RefusedEditError, TwinError
from bot.handlers.talk import Talk
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import wording_edits


async def known(talk: Talk, id_: str, article_edits: ArticleEditService) -> Article | None:
    """The article to edit; otherwise the admin is told that it is gone."""
    try:
        return article_edits.article(id_)
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
        return None


async def tried(talk: Talk, change: Awaitable[Article], wording: str = "") -> Article | None:
    """The article after the edit; otherwise the admin is told why it was refused."""
    try:
        return await change
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
    except TwinError as twin:
        await talk.reply(wording_edits.twin(wording, twin.article))
    except ArticleTooLongError as long:
        await talk.reply(wording_edits.too_long(long.limit))
    except RefusedEditError as refused:
        await talk.reply(editing_screens.refused(refused.problems))
    except ArticleNotWrittenError:
        await talk.reply(editing_screens.unwritable())
    return None
