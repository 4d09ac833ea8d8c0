"""What an admin is told when an answer cannot be mended."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import TypeVar

from bot.dialog_state import Prompt
from bot.faq.article import Article
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import (
    ArticleGoneError,
    ArticleNotWrittenError,
    ArticleTooLongError,
    FaultyFilesError,
    RefusedEditError,
    StillReferredError,
    TwinError,
)
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import place_edits, wording_edits
from bot.screens.screen import Screen

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
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())
    except TwinError as twin:
        await talk.reply(wording_edits.twin(wording, twin.article))
    except ArticleTooLongError as long:
        await talk.reply(wording_edits.too_long(long.limit))
    except FaultyFilesError as others:
        await _wait(talk, editing_screens.others_faulty(others.problems, again[0] if again else None), again)
    except StillReferredError as referred:
        await talk.reply(place_edits.still_referred(referred.problems))
    except RefusedEditError as refused:
        await talk.reply(editing_screens.refused(refused.problems))
    except ArticleNotWrittenError as unwritten:
        await _wait(talk, editing_screens.unwritable(unwritten.error, again[0] if again else None), again)
    return None


async def _wait(talk: Talk, screen: Screen, again: Again | None) -> None:
    await (talk.ask(screen, replace(again[1])) if again else talk.reply(screen))


def is_last_shown(talk: Talk) -> bool:
    """Whether the button pressed stands under the draft that is awaited, not under an older one."""
    return talk.pressed is None or talk.pressed == talk.awaited.asked_by(talk.conversation)
