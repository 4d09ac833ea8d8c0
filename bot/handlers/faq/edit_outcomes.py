"""What an admin is told when an answer cannot be mended."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import TypeVar

from bot.dialog_state import Prompt
from bot.faq.article import Article
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import (
    ArticleGoneError,
    ArticleNotServedError,
    ArticleNotWrittenError,
    ArticleTooLongError,
    FaultyFilesError,
    RefusedEditError,
    RefusedSectionError,
    StillReferredError,
    TwinError,
)
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.faq import edit_refusals, place_edits, wording_edits
from bot.screens.faq import editing as editing_screens
from bot.screens.screen import Button, Screen

T = TypeVar("T")
Again = tuple[Action, Prompt]  # the button that writes what was shown, and its draft


async def known(talk: Talk, id_: str, article_edits: ArticleEditService) -> Article | None:
    """The article to edit; otherwise the admin is told that it is gone."""
    try:
        return article_edits.article(id_)
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
        return None


async def tried(talk: Talk, change: Awaitable[T], wording: str = "", again: Again | None = None) -> T | None:
    """What the edit gives; otherwise the admin is told why it was refused. Raises ArticleChangedError.

    The draft of `again` waits until other files are mended or the disk has room.
    """
    try:
        return await change
    except (FaultyFilesError, ArticleNotWrittenError) as waiting:
        await _wait(talk, obstacle(waiting, edit_refusals.keep_again(again[0]) if again else None), again)
    except ArticleNotServedError as behind:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(edit_refusals.not_served(behind.problems, behind.error))
    except (ArticleGoneError, TwinError, ArticleTooLongError, RefusedEditError) as refused:
        await talk.reply(_refusal(refused, wording))
    return None


def obstacle(why: FaultyFilesError | ArticleNotWrittenError, again: Button | None) -> Screen:
    """What stands in the way of every edit; `again` goes on with the draft."""
    match why:
        case FaultyFilesError():
            return edit_refusals.others_faulty(why.problems, again)
        case ArticleNotWrittenError():
            return edit_refusals.unwritable(why.error, again)


def _refusal(why: ArticleGoneError | TwinError | ArticleTooLongError | RefusedEditError, wording: str) -> Screen:
    match why:
        case ArticleGoneError():
            return editing_screens.gone()
        case TwinError():
            return wording_edits.twin(wording, why.article)
        case ArticleTooLongError():
            return wording_edits.too_long(why.limit)
        case RefusedSectionError():
            return place_edits.not_there(why.problems)
        case StillReferredError():
            return place_edits.still_referred(why.problems)
        case RefusedEditError():
            return edit_refusals.refused(why.problems)


async def _wait(talk: Talk, screen: Screen, again: Again | None) -> None:
    await (talk.ask(screen, replace(again[1])) if again else talk.reply(screen))


def is_last_shown(talk: Talk) -> bool:
    """Whether the button pressed stands under the draft that is awaited, not under an older one."""
    return talk.pressed is None or talk.pressed == talk.awaited.asked_by(talk.conversation)
