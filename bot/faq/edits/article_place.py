"""Where an answer stands among the others: its section, its tags, what it leads to; and its removal."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.audit import AuditedDeed
from bot.clock import Clock
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.versions import editor_mark
from bot.faq.article import Article, GroupId
from bot.faq.edits.article_writer import ArticleWriter, article_in, tried_in_thread
from bot.faq.edits.edit_errors import ArticleChangedError, ArticleGoneError, RefusedSectionError, StillReferredError
from bot.faq.edits.editing import ArticleEditor
from bot.faq.edits.seen import ArticlePart, SeenPart, mark_of_shown
from bot.faq.edits.takeovers import Takeover, takeovers_by
from bot.faq.library import Library
from bot.faq.live_faq import LiveFaq
from bot.faq.search.search import Decision
from bot.people import Address
from bot.russian.normalize import bare_words

NEAR = 3  # answers named where a line means none for sure


class FolderCheck(Protocol):
    """The check of the whole data folder, tried on files as they would be."""

    def faults_of_changes(self, changes: Mapping[str, bytes | None]) -> Sequence[FileProblem]:
        """The faults that the files, None for one taken away, would bring. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class ArticleReferences:
    """What leads to an answer: other answers, mended with its removal, and files that are not mended from the chat."""

    article: Article
    led_here: tuple[Article, ...]
    problems: tuple[FileProblem, ...]

    @property
    def mark(self) -> str:
        """Changes when anything of the answer does, or which answers lead to it."""
        return mark_of_shown(self.article, [one.id for one in self.led_here])


@dataclass(frozen=True, slots=True)
class UnclearLine:
    """A line that names no one answer for sure; `near` are those that it may mean."""

    line: str
    near: tuple[Article, ...]


class ArticlePlaceService:
    """The caller has made sure of the admin; `seen` is the mark of what the admin was shown."""

    def __init__(
        self, reference: LiveFaq, editor: ArticleEditor, writer: ArticleWriter, folder: FolderCheck, clock: Clock
    ) -> None:
        self._reference = reference
        self._editor = editor
        self._writer = writer
        self._folder = folder
        self._clock = clock

    def article(self, id_: str) -> Article:
        """The article of that id. Raises ArticleGoneError."""
        return article_in(self._reference.library, id_)

    async def references(self, id_: str) -> ArticleReferences:
        """What leads to the answer now. Raises ArticleGone-, RefusedEdit-, ArticleNotWrittenError."""
        return await self._references(self._reference.library, self.article(id_))

    async def remove(self, id_: str, seen: str, admin: Address) -> ArticleReferences:
        """Takes an article away with the links to it, as their mark `seen` was shown; the files are kept.

        Raises ArticleGone-, ArticleChanged-, StillReferred-, FaultyFiles-, ArticleNotWritten-, ArticleNotServedError.
        """
        async with self._writer.alone() as library:
            article, now = article_in(library, id_), self._clock.now()
            found = await self._references(library, article)
            if found.problems:
                raise StillReferredError(found.problems)
            if found.mark != seen:
                raise ArticleChangedError(article)
            await self._writer.write(
                article.id,
                lambda: self._editor.remove(article, found.led_here, now, editor_mark(admin)),
                admin,
                AuditedDeed.ARTICLE_REMOVED,
            )
        return found

    async def taken_by_tags(self, id_: str, tags: Sequence[str]) -> tuple[Takeover, ...]:
        """The questions that other tags would take from other answers. Raises ArticleGoneError."""
        library, engine, article = self._reference.library, self._reference.engine, self.article(id_)
        new = tuple(tag for tag in tags if tag not in article.tags)  # somebody may type a tag alone
        return await asyncio.to_thread(takeovers_by, library, engine, replace(article, tags=tuple(tags)), new)

    async def change_tags(self, id_: str, tags: Sequence[str], seen: str, admin: Address) -> Article:
        """Replaces the tags. Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWrittenError."""
        now = self._clock.now()
        return await self._writer.change(
            id_,
            lambda article: self._editor.set_field(article, "tags", list(tags), now, editor_mark(admin)),
            admin,
            SeenPart(ArticlePart.TAGS, seen),
        )

    def named(self, id_: str, lines: Sequence[str]) -> tuple[tuple[Article, ...], tuple[UnclearLine, ...]]:
        """The other answers that the lines name, each once, and the lines that name none."""
        found, unclear = [], []
        for line in lines:
            article = self._named(line)
            if article is None or article.id == id_:
                hits = self._reference.engine.ask(line).hits
                near = (self._reference.library.by_id[hit.article] for hit in hits)
                unclear.append(UnclearLine(line, tuple(one for one in near if one.id != id_)[:NEAR]))
            else:
                found.append(article)
        return tuple(dict.fromkeys(found)), tuple(unclear)

    async def change_related(self, id_: str, related: Sequence[str], seen: str, admin: Address) -> Article:
        """Replaces the answers that this one leads to. Raises as change_tags, ArticleGoneError of any of them."""
        now = self._clock.now()

        def write(article: Article) -> None:
            ids = [str(article_in(self._reference.library, one).id) for one in related]
            self._editor.set_field(article, "related", ids, now, editor_mark(admin))

        return await self._writer.change(id_, write, admin, SeenPart(ArticlePart.RELATED, seen))

    async def faults_in_section(self, id_: str, group: str) -> Sequence[FileProblem]:
        """What would be wrong with the answer in another section. Raises ArticleGone-, ArticleNotWrittenError."""
        article = self.article(id_)
        return await tried_in_thread(lambda: self._faults_in_section(article, GroupId(group)))

    async def change_section(self, id_: str, group: str, seen: str, admin: Address) -> Article:
        """Puts the answer into another section.

        Raises ArticleGone-, ArticleChanged-, RefusedEdit-, ArticleNotWrittenError.
        """
        now = self._clock.now()

        def move(article: Article) -> None:
            if self._reference.library.section(group) is None:
                raise ArticleGoneError
            if problems := self._faults_in_section(article, GroupId(group)):
                raise RefusedSectionError(problems)
            self._editor.move(article, GroupId(group), now, editor_mark(admin))

        return await self._writer.change(id_, move, admin, SeenPart(ArticlePart.SECTION, seen))

    def _named(self, line: str) -> Article | None:
        library = self._reference.library
        if named := library.article(line.strip().casefold()):
            return named
        titled = [one for one in library.articles if bare_words(one.title) == bare_words(line)]
        finding = self._reference.engine.ask(line)
        sure = [library.by_id[finding.hits[0].article]] if finding.decision is Decision.ANSWER else []
        return next(iter(titled or sure), None)

    async def _references(self, library: Library, article: Article) -> ArticleReferences:
        others = (one for one in library.articles if one is not article)
        led_here = tuple(one for one in others if any(library.article(id_) is article for id_ in one.related))
        changes = await tried_in_thread(lambda: self._editor.without(article, led_here))
        problems = await tried_in_thread(lambda: self._folder.faults_of_changes(changes))
        return ArticleReferences(article, led_here, tuple(problems))

    def _faults_in_section(self, article: Article, group: GroupId) -> Sequence[FileProblem]:
        return self._folder.faults_of_changes(self._editor.moved(article, group)) if group != article.group else ()
