"""One change of an answer at a time: into files that are sound without it, and answered from at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

import structlog

from bot.audit import AuditedDeed, AuditEntry, AuditNotes
from bot.clock import Clock
from bot.faq.article import Article
from bot.faq.edits.edit_errors import (
    ArticleChangedError,
    ArticleGoneError,
    ArticleNotServedError,
    ArticleNotWrittenError,
    FaultyFilesError,
)
from bot.faq.edits.seen import SeenPart
from bot.faq.library import Library
from bot.faq.live_faq import LiveFaq
from bot.people import Address

R = TypeVar("R")
Taker = Callable[[], Awaitable[bool]]  # reads changed files anew

log = structlog.get_logger()


class ArticleWriter:
    """Every service that changes answers writes through the same one."""

    def __init__(self, reference: LiveFaq, audit: AuditNotes, clock: Clock, takers: Sequence[Taker] = ()) -> None:
        """`takers` read changed articles anew after the reference itself: a question is heard by them too."""
        self._reference = reference
        self._takers = takers
        self._audit = audit
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Library]:
        """The answers as their files have them now, while nobody else changes one."""
        async with self._one_at_a_time:
            await self._reference.refresh()
            yield self._reference.library

    async def change(
        self,
        id_: str,
        write: Callable[[Article], None],
        by: Address,
        seen: SeenPart | None = None,
        deed: AuditedDeed = AuditedDeed.ARTICLE_CHANGED,
    ) -> Article:
        """The article after the change of a part that is still as it was `seen`.

        Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWritten-, ArticleNotServedError.
        """
        async with self.alone() as library:
            article = article_in(library, id_)
            if seen and not seen.is_still(article):
                raise ArticleChangedError(article)
            await self.write(article.id, lambda: write(article), by, deed)
            return article_in(self._reference.library, article.id)

    async def write(self, id_: str, write: Callable[[], None], by: Address, deed: AuditedDeed) -> None:
        """Writes within `alone`.

        Raises FaultyFiles-, ArticleNotWritten-, ArticleNotServedError, and what `write` does.
        """
        if self._reference.unreadable:
            raise ArticleNotWrittenError(self._reference.unreadable)
        if others := tuple(one for one in self._reference.held_by if one.file.stem != id_):
            raise FaultyFilesError(others)  # the former state would go on, and «Записал» would not be true
        try:
            await asyncio.to_thread(write)
        except OSError as error:
            log.warning("article.not_written", article=id_, reason=str(error))
            raise ArticleNotWrittenError(error) from error
        await self._reference.refresh()
        for take_in in self._takers:
            await take_in()
        await self._audit.note(AuditEntry(self._clock.now(), by, deed, subject=id_))
        log.info("article.changed", article=id_)
        if self._reference.is_behind:  # a fault that came meanwhile
            raise ArticleNotServedError(self._reference.held_by, self._reference.unreadable)


async def tried_in_thread(work: Callable[[], R]) -> R:
    """What the work with files gives. Raises ArticleNotWrittenError where the disk refuses it."""
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise ArticleNotWrittenError(error) from error


def article_in(library: Library, id_: str) -> Article:
    """The article of that id. Raises ArticleGoneError."""
    found = library.article(id_)
    if found is None:
        raise ArticleGoneError
    return found
