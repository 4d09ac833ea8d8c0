"""One row for each interaction, for the figures libraries report: no name, no phone, nothing that was typed."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.people import Address

ROWS_KEPT = timedelta(days=400)  # a year's workbook, made in January, still finds every row; the sums stay for ever


class InteractionKind(StrEnum):
    """The kind of an interaction."""

    ANSWER = "answer"  # the bot answered from the FAQ
    SUGGESTION = "suggestion"
    NOTHING_FOUND = "nothing_found"
    READ = "read"  # an article opened by a button
    OPINION = "opinion"
    QUESTION = "question"  # handed to a librarian
    REPLY = "reply"  # of a librarian to a question
    CENTRE_FOUND = "centre_found"
    BOOKING = "booking"  # made, on the day it was made
    CONSULTATION = "consultation"  # a visit, on the day it is for; whether it took place is its state
    EVENT = "event"
    TALK = "talk"  # greetings, help, menus
    ODD = "odd"  # voice, pictures and the like


@dataclass(frozen=True, slots=True)
class Interaction:
    """One thing done for one person; `at` bears the zone of the region, whose days and hours are counted."""

    at: datetime
    channel: str
    kind: InteractionKind
    person: str | None  # None: a librarian wrote the visit down, nobody is known
    article: str | None = None
    detail: str | None = None
    centre: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class CountedVisit:
    """The parts of a booking that the figures keep besides its interaction."""

    booking: int
    state: str
    outcome: str | None = None
    minutes: int = 0
    lead_days: int | None = None  # days of the calendar from booking to visit; None where nobody booked
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """An interaction as it is kept; `person` is a pseudonym, `at` is in UTC, `day` and `hour` are the region's."""

    id: int
    at: datetime
    day: date
    hour: int
    channel: str
    kind: str
    person: int | None
    first: bool | None
    centre: str | None
    topic: str | None
    article: str | None
    detail: str | None
    state: str | None
    outcome: str | None
    minutes: int | None
    lead_days: int | None
    rating: int | None
    is_timed: bool = True  # not, where the hour is not known: the day alone is true


class InteractionStore(Protocol):
    """The stored interactions as the journal writes them."""

    async def rate(self, person: str, article: str, at: datetime, *, helped: bool) -> bool: ...


class Pseudonyms:
    """People as keyed hashes (HMAC-SHA-256): countable, not readable."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def pseudonym_for(self, person: Address) -> str:
        """The pseudonym of a person: the same one always, while the key stays."""
        return hmac.new(self._key, f"{person.channel}:{person.id}".encode(), hashlib.sha256).hexdigest()[:24]
