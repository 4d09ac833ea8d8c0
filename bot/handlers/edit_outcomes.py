"""What an admin is told when an answer cannot be mended."""

from collections.abc import Awaitable

from bot.faq.article import Article
from bot.faq.edit_desk import ArticleGoneError, EditDesk, TooLongError, UnwritableError
from bot.faq.editing import RefusedEditError, TwinError
from bot.handlers.talk import Talk
from bot.screens import faq_editing


async def known(talk: Talk, id_: str, editing: EditDesk) -> Article | None:
    """The article; otherwise it is said that it is gone."""
    try:
        return editing.article(id_)
    except ArticleGoneError:
        await talk.say(faq_editing.gone())
        return None


async def tried(talk: Talk, change: Awaitable[Article], wording: str = "") -> Article | None:
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
