"""Several admins review at once: each gets another subject, and a second press says who has done it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import structlog

from bot.centres.centre import Centre
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.faq.article import Article
from bot.faq.edits.edit_errors import ArticleNotServedError
from bot.faq.live_faq import LiveFaq
from bot.people import Address
from bot.privacy.shown_name import shown_name
from bot.review.check_writer import CheckWriter
from bot.review.order import turn
from bot.review.subject import (
    AlreadyReviewedError,
    ChangedMeanwhileError,
    CheckedSinceError,
    ReviewCount,
    ReviewGoneError,
    ReviewItem,
    ReviewKind,
    ReviewMark,
    ReviewNotServedError,
    ReviewStep,
    ReviewStore,
    version_of,
)

log = structlog.get_logger()

T = TypeVar("T")

IsTheirs = Callable[[str], bool]  # whether a subject is that person's to review


def _all(_: str) -> bool:
    return True


class ReviewService:
    """Hands out subjects and dates them as checked; the caller has made sure of the admin."""

    def __init__(
        self,
        store: ReviewStore,
        reference: LiveFaq,
        directory: LiveDirectory,
        writer: CheckWriter,
        clock: Clock,
    ) -> None:
        self._store = store
        self._reference = reference
        self._directory = directory
        self._writer = writer
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    def count(self, kind: ReviewKind, is_theirs: IsTheirs = _all) -> ReviewCount:
        """What is left of a kind, of all or of what is somebody's to review."""
        of = self._reference.library.articles if kind is ReviewKind.ARTICLE else self._directory.now.centres
        return ReviewCount(len(self._left(kind, is_theirs)), sum(is_theirs(one.id) for one in of))

    async def next(self, kind: ReviewKind, person: Address, name: str, is_theirs: IsTheirs = _all) -> ReviewItem | None:
        """The next subject for this person, who reads it from now; None where none is left for them."""
        async with self._one_at_a_time:
            left, asked = self._left(kind, is_theirs), await self._store.asked(kind)
            subject = turn(left, asked, await self._store.marks(kind), person, self._clock.now())
            if subject is None:
                return None
            await self._store.put(self._mark(kind, subject, person, name, ReviewStep.READING))
        return ReviewItem(
            kind,
            subject,
            self.version(kind, subject),
            asked.get(subject, 0),
            len(left),
            self.count(kind, is_theirs).total,
        )

    async def put_off(self, kind: ReviewKind, subject: str, person: Address, name: str) -> None:
        """Lets others have the subject; this person gets it again after all the rest."""
        await self._store.put(self._mark(kind, subject, person, name, ReviewStep.LATER))

    async def confirm(self, kind: ReviewKind, subject: str, version: str, person: Address, name: str) -> date | None:
        """Dates the subject as checked today; its former day, which may be given back.

        Raises ReviewGoneError, AlreadyReviewedError, ChangedMeanwhileError, ReviewNotWritten-, ReviewNotServedError.
        """
        async with self._one_at_a_time:
            if subject not in self._left(kind):
                self.version(kind, subject)  # gone?
                raise AlreadyReviewedError(await self._confirmed(kind, subject))
            if self.version(kind, subject) != version:
                raise ChangedMeanwhileError
            former = self._checked(kind, subject)
            written = self._writer.write(kind, subject, self._writer.today, person)
            await self._noted(written, self._mark(kind, subject, person, name, ReviewStep.RIGHT, former))
        log.info("review.right", kind=kind, subject=subject)
        return former

    async def check_article(self, article: str, seen: str, person: Address, name: str) -> Article:
        """Dates an answer out of its turn, as it was `seen`. Raises as ArticleEditService.date_check does."""
        async with self._one_at_a_time:
            before = self._reference.library.article(article)
            id_, former = (before.id, before.checked) if before else (article, None)
            mark = self._mark(ReviewKind.ARTICLE, id_, person, name, ReviewStep.RIGHT, former)
            return await self._noted(self._writer.check_seen(article, seen, person), mark)

    async def take_back(self, kind: ReviewKind, subject: str, former: date | None, person: Address, name: str) -> None:
        """Gives the subject its former day of checking, unless it was changed since; it comes again after the rest.

        Raises CheckedSinceError where the check that stands now is not the one of the button, ReviewGoneError,
        ChangedMeanwhileError, ReviewNotWritten-, ReviewNotServedError.
        """
        async with self._one_at_a_time:
            checked, mark = self._checked(kind, subject), await self._confirmed(kind, subject)
            if checked is not None and not (mark is None and checked == former):
                if mark is None or not self._is_own(mark, person, former, checked):
                    raise CheckedSinceError(mark if mark and mark.person != person else None)
                written = self._writer.write(kind, subject, former, person)
                await self._noted(written, self._mark(kind, subject, person, name, ReviewStep.LATER))
            else:
                await self._store.put(self._mark(kind, subject, person, name, ReviewStep.LATER))
        log.info("review.taken_back", kind=kind, subject=subject)

    def _is_own(self, mark: ReviewMark, person: Address, former: date | None, checked: date) -> bool:
        """Whether the check that stands now is the person's own, made when the day before it was `former`."""
        day = mark.at.astimezone(self._writer.zone).date()
        return (mark.person, mark.former, day) == (person, former, checked)

    def _checked(self, kind: ReviewKind, subject: str) -> date | None:
        return (self.article if kind is ReviewKind.ARTICLE else self.centre)(subject).checked

    def version(self, kind: ReviewKind, subject: str) -> str:
        """What changes when the subject does. Raises ReviewGoneError."""
        if kind is ReviewKind.CENTRE:
            return version_of(replace(self.centre(subject), checked=None, sources=()))
        article = self.article(subject)
        return version_of(article.title, article.body, article.link, article.sources)

    def article(self, id_: str) -> Article:
        """The article of that id. Raises ReviewGoneError."""
        if (found := self._reference.library.article(id_)) is None:
            raise ReviewGoneError
        return found

    def centre(self, id_: str) -> Centre:
        """The centre of that id. Raises ReviewGoneError."""
        if (found := self._directory.now.centre(id_)) is None:
            raise ReviewGoneError
        return found

    def _left(self, kind: ReviewKind, is_theirs: IsTheirs = _all) -> Sequence[str]:
        """What nobody has confirmed; of cards, those first that tell something to confirm."""
        return [id_ for id_ in self._unconfirmed(kind) if is_theirs(id_)]

    def _unconfirmed(self, kind: ReviewKind) -> Sequence[str]:
        if kind is ReviewKind.ARTICLE:
            articles = self._reference.library.articles
            return [one.id for one in articles if one.awaits_check(self._writer.today)]
        left = [one for one in self._directory.now.centres if one.checked is None]
        return [one.id for one in sorted(left, key=lambda one: (one.hours is None) + (not one.phones))]

    async def _confirmed(self, kind: ReviewKind, subject: str) -> ReviewMark | None:
        marks = [mark for mark in await self._store.marks(kind) if mark.subject == subject]
        return max((mark for mark in marks if mark.step is ReviewStep.RIGHT), key=lambda mark: mark.at, default=None)

    async def _noted(self, written: Awaitable[T], mark: ReviewMark) -> T:
        """Stores the mark as soon as the file has the day, be it answered from or not."""
        try:
            done = await written
        except (ReviewNotServedError, ArticleNotServedError):
            await self._store.put(mark)
            raise
        await self._store.put(mark)
        return done

    def _mark(
        self,
        kind: ReviewKind,
        subject: str,
        person: Address,
        name: str,
        step: ReviewStep,
        former: date | None = None,
    ) -> ReviewMark:
        return ReviewMark(kind, subject, person, shown_name(name), step, self._clock.now(), former)
