"""Admins mend answers from the chat: every change is in the file and answered from at once."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.audit import AuditedDeed
from bot.clock import Clock
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.versions import editor_mark
from bot.faq.article import Article
from bot.faq.article_file import MAX_VARIANT
from bot.faq.edits.article_writer import ArticleWriter, article_in, tried_in_thread
from bot.faq.edits.edit_errors import ArticleGoneError, ArticleTooLongError
from bot.faq.edits.editing import ArticleEditor, refuse_twin
from bot.faq.edits.new_article import ArticleDraft, free_id
from bot.faq.edits.seen import ArticlePart, SeenPart
from bot.faq.edits.takeovers import Takeover, takeovers, takeovers_by
from bot.faq.live_faq import LiveFaq
from bot.people import Address

CANDIDATES = 6
_HIDDEN = re.compile(r"\[[^\]]*\]")


class ArticleEditService:
    """The words of answers; the caller has made sure of the admin. `seen` is the mark of what the admin was shown."""

    def __init__(
        self, reference: LiveFaq, editor: ArticleEditor, writer: ArticleWriter, clock: Clock, zone: ZoneInfo
    ) -> None:
        self._reference = reference
        self._editor = editor
        self._writer = writer
        self._clock = clock
        self._zone = zone

    def article(self, id_: str) -> Article:
        """The article of that id. Raises ArticleGoneError."""
        return article_in(self._reference.library, id_)

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
        now, by = self._clock.now(), editor_mark(admin)

        def add(article: Article) -> None:
            self._editor.add_wording(article, words, self._reference.library, now, by)

        return await self._writer.change(id_, add, admin)

    def refuse_twin(self, wording: str) -> None:
        """Words that an article has already. Raises TwinError."""
        refuse_twin(wording, self._reference.library)

    async def taken_by_new(self, draft: ArticleDraft) -> tuple[Takeover, ...]:
        """The questions that a new article would take from others."""
        library, engine = self._reference.library, self._reference.engine
        article = draft.as_article(free_id(draft.title, library))
        return await asyncio.to_thread(takeovers_by, library, engine, article, (draft.title, *draft.variants))

    async def faults_of_new(self, draft: ArticleDraft) -> Sequence[FileProblem]:
        """What would be wrong with the file of a new article. Raises ArticleNotWrittenError."""
        id_ = free_id(draft.title, self._reference.library)
        return await tried_in_thread(lambda: self._editor.faults_of_new(draft, id_))

    async def create(self, draft: ArticleDraft, admin: Address) -> Article:
        """Writes a new article. Raises Twin-, RefusedEdit-, ArticleNotWrittenError."""
        async with self._writer.alone() as library:
            id_ = free_id(draft.title, library)
            deed = AuditedDeed.ARTICLE_CREATED
            await self._writer.write(id_, lambda: self._editor.create(draft, id_, library), admin, deed)
            return self.article(id_)

    async def drop_wording(self, id_: str, number: int, seen: str, admin: Address) -> Article:
        """Deletes the variant of that number, from 1.

        Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWrittenError.
        """
        now, by = self._clock.now(), editor_mark(admin)

        def drop(article: Article) -> None:
            if not 0 < number <= len(article.variants):
                raise ArticleGoneError
            self._editor.drop_wording(article, article.variants[number - 1], now, by)

        return await self._writer.change(id_, drop, admin, SeenPart(ArticlePart.WORDINGS, seen))

    async def taken_by_title(self, id_: str, title: str) -> tuple[Takeover, ...]:
        """The questions that another title would take from others. Raises ArticleGoneError, TwinError."""
        library, engine, article = self._reference.library, self._reference.engine, self.article(id_)
        refuse_twin(title, library, but=article.id)
        changed = replace(article, title=title, variants=(*article.variants, article.title))
        return await asyncio.to_thread(takeovers_by, library, engine, changed, (title,))

    async def change_title(self, id_: str, title: str, seen: str, admin: Address) -> Article:
        """Calls the article by another question.

        Raises ArticleGone-, ArticleChanged-, Twin-, RefusedEdit-, ArticleNotWrittenError.
        """
        now, by = self._clock.now(), editor_mark(admin)

        def call(article: Article) -> None:
            self._editor.change_title(article, title, self._reference.library, now, by)

        return await self._writer.change(id_, call, admin, SeenPart(ArticlePart.TITLE, seen))

    async def change_text(self, id_: str, text: str, seen: str, admin: Address) -> Article:
        """Replaces the answer. Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWrittenError."""
        now, by = self._clock.now(), editor_mark(admin)
        return await self._writer.change(
            id_,
            lambda article: self._editor.change_text(article, text, now, by),
            admin,
            SeenPart(ArticlePart.TEXT, seen),
        )

    async def date_check(self, id_: str, day: date | None, seen: str, admin: Address) -> Article:
        """Dates the article as checked on that day, None as unchecked.

        Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWrittenError.
        """
        now, by = self._clock.now(), editor_mark(admin)
        return await self._writer.change(
            id_,
            lambda article: self._editor.mark_checked(article, day, now, by),
            admin,
            SeenPart(ArticlePart.FACTS, seen),
            AuditedDeed.ARTICLE_CHECKED if day == self._today else AuditedDeed.ARTICLE_UNCHECKED,
        )

    @property
    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    async def body_of(self, id_: str) -> str:
        """The answer as it is written, what each region fills in unfilled. Raises as `faults`."""
        article = self.article(id_)
        return await tried_in_thread(lambda: self._editor.body_of(article))

    async def filled(self, id_: str, text: str) -> str:
        """The text as people of this region would read it. Raises ArticleGone-, ArticleNotWrittenError."""
        article = self.article(id_)
        return await tried_in_thread(lambda: self._editor.filled(article, text))

    async def faults(self, id_: str, text: str) -> Sequence[FileProblem]:
        """What would be wrong with that text as the article's answer.

        Raises ArticleGone-, FaultyFiles-, ArticleNotWrittenError.
        """
        article = self.article(id_)
        return await tried_in_thread(lambda: self._editor.faults(article, text))


def wording_of(gap: str) -> str:
    """The text of an unanswered question without its masked personal data."""
    return " ".join(_HIDDEN.sub("", gap).replace(" ,", ",").split()).strip(" ,.;:")


def mark_of(text: str) -> str:
    """A short hash of an unanswered question, small enough for a button."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
