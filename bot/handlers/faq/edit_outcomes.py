"""What an admin is told when an answer cannot be mended."""

from collections.abc import Awaitable
from dataclasses import replace

from bot.dialog_state import Prompt
from bot.faq.article import Article
from bot.faq.article_edits import (
    ArticleEditService,
    ArticleGoneError,
    ArticleNotWrittenError,
    ArticleTooLongError,
    FaultyFilesError,
)
from bot.faq.editing import RefusedEditError, TwinError
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import wording_edits


async def known(talk: Talk, id_: str, article_edits: ArticleEditService) -> Article | None:
    """The article to edit; otherwise the admin is told that it is gone."""
    try:
        return article_edits.article(id_)
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
        return None


async def tried(
    talk: Talk, change: Awaitable[Article], wording: str = "", again: tuple[Action, Prompt] | None = None
) -> Article | None:
    """The article after the edit; otherwise the admin is told why it was refused.

    `again` is the button that writes what was shown, and its draft, which waits until other files are mended.
    """
    try:
        return await change
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
    except TwinError as twin:
        await talk.reply(wording_edits.twin(wording, twin.article))
    except ArticleTooLongError as long:
        await talk.reply(wording_edits.too_long(long.limit))
    except FaultyFilesError as others:
        if again:
            await talk.ask(editing_screens.others_faulty(others.problems, again[0]), replace(again[1]))
        else:
            await talk.reply(editing_screens.others_faulty(others.problems))
    except RefusedEditError as refused:
        await talk.reply(editing_screens.refused(refused.problems))
    except ArticleNotWrittenError:
        await talk.reply(editing_screens.unwritable())
    return None


def is_last_shown(talk: Talk) -> bool:
    """Whether the button pressed stands under the draft that is awaited, not under an older one."""
    return talk.pressed is None or talk.pressed == talk.awaited.asked_by(talk.conversation)
