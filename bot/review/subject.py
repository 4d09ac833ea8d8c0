"""What is reviewed: an answer or a card, who reads it and what they found."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.people import Address


class ReviewKind(StrEnum):
    """The two kinds of things that are reviewed."""

    ARTICLE = "article"
    CENTRE = "centre"


class ReviewStep(StrEnum):
    """How far a person has come with a subject."""

    READING = "reading"
    LATER = "later"  # put off
    RIGHT = "right"  # confirmed


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """One person's latest step with one subject; the name is the one shown in the messenger.

    `former` is the day of checking that a confirmation has replaced.
    """

    kind: ReviewKind
    subject: str
    person: Address
    name: str
    step: ReviewStep
    at: datetime
    former: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A subject to read now: how often it was asked for, how many are left of how many, and its version."""

    kind: ReviewKind
    subject: str
    version: str
    asked: int
    left: int
    total: int


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many subjects of a kind nobody has confirmed, of how many."""

    left: int
    total: int


class ReviewStore(Protocol):
    """The stored marks, one of a person and a subject, and how often subjects were asked for."""

    async def marks(self, kind: ReviewKind) -> Sequence[ReviewMark]: ...

    async def put(self, mark: ReviewMark) -> None: ...

    async def asked(self, kind: ReviewKind) -> Mapping[str, int]: ...


class ReviewGoneError(Exception):
    """The subject is there no more."""


@dataclass
class AlreadyReviewedError(Exception):
    """Confirmed already; by whom and when, where that is known."""

    mark: ReviewMark | None


@dataclass
class CheckedSinceError(Exception):
    """The check that stands now is not the one to be taken back; by whom it is, where somebody else made it."""

    mark: ReviewMark | None


class ChangedMeanwhileError(Exception):
    """The subject is no longer what the person has read."""


class ReviewNotWrittenError(Exception):
    """The file could not be written; carries the reason for people."""


class ReviewNotServedError(Exception):
    """The day is in the file, but people do not see it yet; carries the reason for people."""


def version_of(*parts: object) -> str:
    """Eight signs that change with what a person reads."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]
