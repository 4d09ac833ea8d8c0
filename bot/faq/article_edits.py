"""Admins mend answers from the chat: every change is in the file and answered from at once."""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import structlog

from bot.clock import Clock
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.versions import editor_mark
from bot.faq.article import Article
from bot.faq.article_file import MAX_VARIANT
from bot.faq.editing import ArticleEditor, RefusedEditError, refuse_twin
from bot.faq.live_faq import LiveFaq
from bot.faq.new_article import ArticleDraft, free_id
from bot.faq.takeovers import Takeover, takeovers, takeovers_by
from bot.people import Address

CANDIDATES = 6
Taker = Callable[[], Awaitable[bool]]  # reads changed files anew
_HIDDEN = re.compile(r"\[[^\]]*\]")

log = structlog.get_logger()


class ArticleGoneError(Exception):
    """There is no such article any more."""


class ArticleTooLongError(Exception):
    """A wording is what a person would type: so many signs at most; carries the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class ArticleNotWrittenError(Exception):
    """The files cannot be written here."""


class FaultyFilesError(RefusedEditError):
    """Other files are faulty, and nothing is taken in as long as they are; carries their faults."""


class ArticleEditService:
    """One change at a time; the caller has made sure of the admin."""

    def __init__(
        self, reference: LiveFaq, editor: ArticleEditor, clock: Clock, zone: ZoneInfo, takers: Sequence[Taker] = ()
    ) -> None:
        """`takers` read changed articles anew after the reference itself: a question is heard by them too."""
        self._reference = reference
        self._editor = editor
        self._clock = clock
        self._zone = zone
        self._takers = takers
        self._one_at_a_time = asyncio.Lock()

    def article(self, id_: str) -> Article:
        """The article of that id. Raises ArticleGoneError."""
        found = self._reference.library.article(id_)
        if found is None:
            raise ArticleGoneError
        return found

    def candidates(self, text: str) -> tuple[Article, ...]:
        """The articles that the words may belong to, the likeliest first; one named by its id is alone."""
        library = self._reference.library
        if named := library.article(text.strip().casefold()):
            return (named,)
        hits = self._reference.engine.ask(text).hits
        return tuple(library.by_id[hit.article] for hit in hits[:CANDIDATES])

    async def takeovers(self, id_: str, wording: str) -> tuple[Takeover, ...]:
        """The questions that a new variant would take from other articles. Raises ArticleGoneError."""
        library, engine = self._reference.library, self._reference.engine
        return await asyncio.to_thread(takeovers, library, engine, self.article(id_), " ".join(wording.split()))

    async def add_wording(self, id_: str, wording: str, admin: Address) -> Article:
        """Adds a variant. Raises ArticleGone-, ArticleTooLong-, Twin-, RefusedEdit-, ArticleNotWrittenError."""
        words = " ".join(wording.split())
        if not 0 < len(words) <= MAX_VARIANT:
            raise ArticleTooLongError(MAX_VARIANT)
        library, now, by = self._reference.library, self._clock.now(), _editor(admin)
        return await self._change(id_, lambda article: self._editor.add_wording(article, words, library, now, by))

    def refuse_twin(self, wording: str) -> None:
        """Words that an article has already. Raises TwinError."""
        refuse_twin(wording, self._reference.library)

    async def taken_by_new(self, draft: ArticleDraft) -> tuple[Takeover, ...]:
        """The questions that a new article would take from others."""
        library, engine = self._reference.library, self._reference.engine
        article = draft.as_article(free_id(draft.title, library))
        return await asyncio.to_thread(takeovers_by, library, engine, article, (draft.title, *draft.variants))

    async def faults_of_new(self, draft: ArticleDraft) -> Sequence[FileProblem]:
        """What would be wrong with the file of a new article."""
        id_ = free_id(draft.title, self._reference.library)
        return await asyncio.to_thread(self._editor.faults_of_new, draft, id_)

    async def create(self, draft: ArticleDraft) -> Article:
        """Writes a new article. Raises Twin-, RefusedEdit-, ArticleNotWrittenError."""
        async with self._one_at_a_time:
            library = self._reference.library
            id_ = free_id(draft.title, library)
            await self._written(id_, lambda: self._editor.create(draft, id_, library))
        return self.article(id_)

    async def remove(self, id_: str, admin: Address) -> Article:
        """Takes an article away; its file is kept. Raises ArticleGone-, FaultyFiles-, ArticleNotWrittenError."""
        async with self._one_at_a_time:
            article, now = self.article(id_), self._clock.now()
            await self._written(article.id, lambda: self._editor.remove(article, now, _editor(admin)))
        return article

    async def drop_wording(self, id_: str, number: int, admin: Address) -> Article:
        """Deletes the variant of that number, from 1. Raises ArticleGone-, RefusedEdit-, ArticleNotWrittenError."""
        variants, now, by = self.article(id_).variants, self._clock.now(), _editor(admin)
        if not 0 < number <= len(variants):
            raise ArticleGoneError
        return await self._change(
            id_, lambda article: self._editor.drop_wording(article, variants[number - 1], now, by)
        )

    async def taken_by_title(self, id_: str, title: str) -> tuple[Takeover, ...]:
        """The questions that another title would take from others. Raises ArticleGoneError, TwinError."""
        library, engine, article = self._reference.library, self._reference.engine, self.article(id_)
        refuse_twin(title, library, but=article.id)
        changed = replace(article, title=title, variants=(*article.variants, article.title))
        return await asyncio.to_thread(takeovers_by, library, engine, changed, (title,))

    async def change_title(self, id_: str, title: str, admin: Address) -> Article:
        """Calls the article by another question. Raises ArticleGone-, Twin-, RefusedEdit-, ArticleNotWrittenError."""
        library, now, by = self._reference.library, self._clock.now(), _editor(admin)
        return await self._change(id_, lambda article: self._editor.change_title(article, title, library, now, by))

    async def change_text(self, id_: str, text: str, admin: Address) -> Article:
        """Replaces the answer. Raises ArticleGoneError, RefusedEditError, ArticleNotWrittenError."""
        now = self._clock.now()
        return await self._change(id_, lambda article: self._editor.change_text(article, text, now, _editor(admin)))

    async def mark_checked(self, id_: str, admin: Address) -> Article:
        """Dates the article as checked today. Raises ArticleGone-, RefusedEdit-, ArticleNotWrittenError."""
        return await self.date_check(id_, self._clock.now().astimezone(self._zone).date(), admin)

    async def date_check(self, id_: str, day: date | None, admin: Address) -> Article:
        """Dates the article as checked on that day, None as unchecked. Raises as mark_checked."""
        now, by = self._clock.now(), _editor(admin)
        return await self._change(id_, lambda article: self._editor.mark_checked(article, day, now, by))

    async def faults(self, id_: str, text: str) -> Sequence[FileProblem]:
        """What would be wrong with that text as the article's answer. Raises ArticleGoneError."""
        return await asyncio.to_thread(self._editor.faults, self.article(id_), text)

    async def _change(self, id_: str, write: Callable[[Article], None]) -> Article:
        async with self._one_at_a_time:
            article = self.article(id_)
            await self._written(article.id, lambda: write(article))
        return self.article(article.id)

    async def _written(self, id_: str, write: Callable[[], None]) -> None:
        await self._reference.refresh()
        if others := tuple(one for one in self._reference.problems if one.file.stem != id_):
            raise FaultyFilesError(others)  # the former state would go on, and «Записал» would not be true
        try:
            await asyncio.to_thread(write)
        except OSError as error:
            log.warning("article.not_written", article=id_, reason=str(error))
            raise ArticleNotWrittenError from error
        await self._reference.refresh()
        for take_in in self._takers:
            await take_in()
        log.info("article.changed", article=id_)


def _editor(admin: Address) -> str:
    return editor_mark(admin.channel, admin.id)


def wording_of(gap: str) -> str:
    """The text of an unanswered question without its masked personal data."""
    return " ".join(_HIDDEN.sub("", gap).replace(" ,", ",").split()).strip(" ,.;:")


def mark_of(text: str) -> str:
    """A short hash of an unanswered question, small enough for a button."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
