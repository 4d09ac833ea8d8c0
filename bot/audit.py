"""The audit log: who of those who work here did what; no citizen's name and no words stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.people import Address

KEPT = timedelta(days=30)


class AuditedDeed(StrEnum):
    """What was done; the words for it are in bot/screens/staff/audit_log.py."""

    VISIT_MARKED = "visit_marked"
    WALK_IN_WRITTEN = "walk_in_written"
    WALK_IN_STRUCK = "walk_in_struck"
    BOOKED_BY_PHONE = "booked_by_phone"
    VISIT_MOVED = "visit_moved"
    VISIT_CANCELLED = "visit_cancelled"
    HELP_WRITTEN = "help_written"
    HELP_MARKED = "help_marked"
    HELP_STRUCK = "help_struck"
    HOURS_CLOSED = "hours_closed"
    HOURS_REOPENED = "hours_reopened"
    ABSENCE_NOTED = "absence_noted"
    ABSENCE_ENDED = "absence_ended"
    DESKS_SET = "desks_set"
    DESKS_RESET = "desks_reset"
    EXTRA_HOURS_ADDED = "extra_hours_added"
    EXTRA_HOURS_REMOVED = "extra_hours_removed"
    CARD_EDIT_SENT = "card_edit_sent"
    CARD_EDIT_TAKEN = "card_edit_taken"
    CARD_EDIT_REFUSED = "card_edit_refused"
    LIBRARIAN_JOINED = "librarian_joined"
    LIBRARIAN_LEFT = "librarian_left"
    ROLE_TAKEN = "role_taken"
    ROLE_ENDED = "role_ended"
    BANNER_SHOWN = "banner_shown"
    BANNER_REMOVED = "banner_removed"
    LIBRARIAN_INVITED = "librarian_invited"
    ROLE_OFFERED = "role_offered"
    DUTY_BEGUN = "duty_begun"
    DUTY_ENDED = "duty_ended"
    ARTICLE_CREATED = "article_created"
    ARTICLE_CHANGED = "article_changed"
    ARTICLE_REMOVED = "article_removed"
    ARTICLE_CHECKED = "article_checked"
    ARTICLE_UNCHECKED = "article_unchecked"
    CARD_CHECKED = "card_checked"
    CARD_UNCHECKED = "card_unchecked"
    CENTRE_ADDED = "centre_added"
    FILE_REPLACED = "file_replaced"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed; `number` is that of the booking, entry or edit, `day` the day that it is about.

    `subject` is the id of an answer or the name of a data file.
    """

    at: datetime
    by: Address | None  # None: forgotten
    deed: AuditedDeed
    centre: str = ""  # empty: of the whole region
    number: int = 0
    day: date | None = None
    subject: str = ""


class AuditStore(Protocol):
    """The audit log inside an open transaction: it is written with the deed, or not at all."""

    def add(self, entry: AuditEntry) -> None: ...


class AuditNotes(Protocol):
    """The audit log for what is done in files: noted once the files have it."""

    async def note(self, entry: AuditEntry) -> None:
        """Writes the deed down in a transaction of its own."""
        ...


class AuditReader(Protocol):
    """The audit log as it is read."""

    async def latest(self, since: datetime) -> Sequence[AuditEntry]:
        """The entries from a moment on, the newest first."""
        ...
