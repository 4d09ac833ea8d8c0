"""The day on which somebody has checked an answer or a card, written into its file."""

import asyncio
from collections.abc import Sequence
from datetime import date, tzinfo

from bot.audit import AuditedDeed, AuditEntry, AuditNotes
from bot.centres.centre import CentreId
from bot.centres.editing import Editor, RefusedChangeError
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.datafiles.file_problem import FileProblem, told
from bot.datafiles.live_folder.versions import editor_mark
from bot.faq.article import Article
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import (
    ArticleChangedError,
    ArticleGoneError,
    ArticleNotServedError,
    ArticleNotWrittenError,
    RefusedEditError,
)
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.people import Address
from bot.review.subject import (
    ChangedMeanwhileError,
    ReviewGoneError,
    ReviewKind,
    ReviewNotServedError,
    ReviewNotWrittenError,
)
from bot.russian.system_errors import reason_of


class CheckWriter:
    """Writes `checked` of answers and cards; the caller has made sure of the admin."""

    def __init__(
        self, articles: ArticleEditService, directory: LiveDirectory, editor: Editor, audit: AuditNotes, clock: Clock
    ) -> None:
        self._articles = articles
        self._directory = directory
        self._editor = editor
        self._audit = audit
        self._clock = clock

    @property
    def today(self) -> date:
        """The day in the zone of the region."""
        return self._clock.now().astimezone(self.zone).date()

    @property
    def zone(self) -> tzinfo:
        """The zone of the region."""
        return self._directory.zone

    async def check_seen(self, article: str, seen: str, person: Address) -> Article:
        """Dates the answer that was shown with the mark `seen`. Raises as ArticleEditService.date_check does."""
        return await self._articles.date_check(article, self.today, seen, person)

    async def write(self, kind: ReviewKind, subject: str, day: date | None, person: Address) -> None:
        """Dates the subject as checked on that day, None as unchecked.

        Raises ReviewGoneError, ChangedMeanwhileError, ReviewNotWritten-, ReviewNotServedError.
        """
        try:
            if kind is ReviewKind.ARTICLE:
                seen = seen_mark(self._articles.article(subject), ArticlePart.FACTS)
                await self._articles.date_check(subject, day, seen, person)
            else:
                await self._date_card(CentreId(subject), day, person)
        except (ArticleGoneError, KeyError) as error:
            raise ReviewGoneError from error
        except ArticleChangedError as error:
            raise ChangedMeanwhileError from error
        except (RefusedEditError, RefusedChangeError) as error:
            raise ReviewNotWrittenError(told(error.problems)) from error
        except ArticleNotWrittenError as error:
            raise ReviewNotWrittenError(reason_of(error.error)) from error
        except ArticleNotServedError as error:
            raise ReviewNotServedError(_why_behind(error.problems, error.error)) from error
        except OSError as error:
            raise ReviewNotWrittenError(reason_of(error)) from error

    async def _date_card(self, centre: CentreId, day: date | None, person: Address) -> None:
        now, by = self._clock.now(), editor_mark(person)
        await asyncio.to_thread(self._editor.change_centre, centre, {"checked": day}, now, by)
        await self._directory.refresh()
        deed = AuditedDeed.CARD_CHECKED if day == self.today else AuditedDeed.CARD_UNCHECKED
        await self._audit.note(AuditEntry(now, person, deed, centre))
        if self._directory.is_behind:
            raise ReviewNotServedError(_why_behind(self._directory.held_by, self._directory.unreadable))


def _why_behind(problems: Sequence[FileProblem], error: OSError | None) -> str:
    return told(problems) or (reason_of(error) if error else "")
