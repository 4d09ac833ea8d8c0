"""The values of the bot's state that an admin is shown."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.maintenance.launch import LaunchCounts
from bot.outbox.notice import NoticeId


@dataclass(frozen=True, slots=True)
class FailedNotice:
    """A notice that failed and waits for an admin's decision."""

    id: NoticeId
    kind: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class UnreadUpdates:
    """Updates of the last month that could not be read or handled; the newest is described."""

    count: int
    kind: str
    size: int  # bytes
    reason: str


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """How many notices of the outbox are due, late or failed."""

    waiting: int = 0
    due: int = 0  # of them, should have been sent by now
    oldest_due: datetime | None = None
    set_aside: tuple[FailedNotice, ...] = ()  # the newest of them
    set_aside_in_all: int = 0
    unreachable: int = 0  # people who stopped the bot
    unread: UnreadUpdates | None = None


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A verified backup of the database."""

    file: Path
    size: int  # bytes
    at: datetime


class CopyError(Exception):
    """No backup could be made; carries the reason in the words of the system."""


class ChangedFilesError(CopyError):
    """The files of the program are not those that run: the bot must be started anew."""


@dataclass(frozen=True, slots=True)
class DiskSpace:
    """The space on the disk of the database, in bytes."""

    database: int
    free: int
    is_low: bool


@dataclass(frozen=True, slots=True)
class DataSummary:
    """How much of the data files is in use, and what is wrong in them."""

    articles: int
    centres: int
    bookable: int
    topics: int
    problems: tuple[FileProblem, ...] = ()
    left_out: tuple[str, ...] = ()  # ids of articles whose files are faulty, and which nobody is answered with
    is_behind: bool = False  # changed files wait for their faults to be mended: what was read before them is in use


@dataclass(frozen=True, slots=True)
class BotStatus:
    """The state of the bot at one moment."""

    version: str
    since: datetime
    now: datetime
    data: DataSummary
    outbox: OutboxStatus
    disk: DiskSpace
    backup: BackupCopy | None
    launch: LaunchCounts
