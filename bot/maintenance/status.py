"""What an admin wants to know of the bot."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.datafiles.file_problem import Problem
from bot.outbox.notice import NoticeId


@dataclass(frozen=True, slots=True)
class SetAside:
    """A notice that cannot be sent as it is."""

    id: NoticeId
    kind: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Debts:
    """What is still owed to people."""

    waiting: int = 0
    due: int = 0  # of them, should have been sent by now
    oldest_due: datetime | None = None
    set_aside: tuple[SetAside, ...] = ()  # the newest of them
    set_aside_in_all: int = 0
    unreachable: int = 0  # people who stopped the bot


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy of the database."""

    file: Path
    size: int  # bytes
    at: datetime


class CopyError(Exception):
    """No copy could be made; carries the reason in the words of the system."""


class ChangedFilesError(CopyError):
    """The files of the program are not those that run: the bot must be started anew."""


@dataclass(frozen=True, slots=True)
class Room:
    """On the disk of the database, in bytes."""

    database: int
    free: int
    is_low: bool


@dataclass(frozen=True, slots=True)
class Shelves:
    """What is used of the files people edit, and what cannot be."""

    articles: int
    centres: int
    bookable: int
    topics: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it at one moment."""

    version: str
    since: datetime
    now: datetime
    shelves: Shelves
    debts: Debts
    room: Room
    copy: Copy | None
