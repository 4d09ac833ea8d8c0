"""A citizen's question to a librarian: whose turn it is, on whose phones it lies, what has been said."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.centres.centre import CentreId
from bot.people import Address

QuestionId = NewType("QuestionId", int)
EntryId = NewType("EntryId", int)


class QuestionState(StrEnum):
    """Whose turn it is."""

    NEW = "new"  # a librarian's, nobody's in particular
    TAKEN = "taken"  # of the librarian who has pressed «Ответить»
    ANSWERED = "answered"
    WAITING = "waiting"  # the citizen's: the librarian has asked back
    CLOSED = "closed"


AWAITS_LIBRARIAN = frozenset({QuestionState.NEW, QuestionState.TAKEN})


class ClosedBy(StrEnum):
    """Who has ended a question without an answer, or after it."""

    CITIZEN = "citizen"
    LIBRARIAN = "librarian"
    TIME = "time"


class RoutingStep(StrEnum):
    """How far a question has gone in search of a reader; each step is wider than the one before it."""

    CENTRE = "centre"
    DISTRICT = "district"
    DUTY = "duty"
    ADMINS = "admins"


@dataclass(frozen=True, slots=True)
class VoiceMessage:
    """Where a spoken message stands: the number of its chat, and the messenger's own name of it."""

    chat: int
    message: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked (already masked), by whom, where it stands, and the last answer when there is one."""

    id: QuestionId
    citizen: Address
    text: str
    asked_at: datetime
    article: str | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    answered_by: Address | None = None
    voice: VoiceMessage | None = None  # spoken; nobody but a person can listen to it
    state: QuestionState = QuestionState.NEW
    centre: CentreId | None = None  # named in the words or bound by a booking; None where neither is
    step: RoutingStep = RoutingStep.DUTY
    step_until: datetime | None = None  # when it goes on to the next step; None: it stays
    promised_at: datetime | None = None  # the citizen was told to expect an answer until then; None: told nothing
    round: int = 1  # grows each time the question awaits a librarian again
    taken_by: Address | None = None  # who answers it, or has said the last word of a librarian
    taken_at: datetime | None = None  # only while the answer is awaited
    closed_at: datetime | None = None
    closed_by: ClosedBy | None = None

    def is_answered_by(self, person: Address) -> bool:
        """Whether the last answer is this person's."""
        return self.answer is not None and self.answered_by == person

    @property
    def awaits_librarian(self) -> bool:
        """Whether it is a librarian's turn."""
        return self.state in AWAITS_LIBRARIAN

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is said in it."""
        return self.state is QuestionState.CLOSED

    def reopened(self) -> "Question":
        """The question when it awaits a librarian again; its promise is made anew."""
        return replace(self, state=QuestionState.NEW, round=self.round + 1, taken_by=None, taken_at=None)

    def released(self) -> "Question":
        """The question when nobody in particular answers it any more."""
        return replace(self, state=QuestionState.NEW, taken_by=None, taken_at=None)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a question goes on to further readers, and until when an answer is promised."""

    step_until: datetime | None
    promised_at: datetime | None


class EntryKind(StrEnum):
    """What was said after the question itself."""

    ADDITION = "addition"  # by the citizen
    ANSWER = "answer"
    INQUIRY = "inquiry"  # a librarian asks back


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One message of the talk about a question; the citizen's are masked, an author is a librarian."""

    id: EntryId
    question: QuestionId
    kind: EntryKind
    text: str
    at: datetime
    author: Address | None = None  # None for the citizen's, and where the librarian has erased himself
    article: str | None = None  # of the FAQ, that was sent as the answer
    corrected_at: datetime | None = None

    @property
    def is_librarians(self) -> bool:
        """Whether a librarian has said it."""
        return self.kind is not EntryKind.ADDITION


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """Where a photo or a file stands that goes with a question, or with an entry of it."""

    question: QuestionId
    entry: EntryId | None
    chat: int
    message: str


@dataclass(frozen=True, slots=True)
class CarriedMessages:
    """The messages of one chat that go with words."""

    chat: int
    messages: tuple[str, ...] = ()


NOTHING_CARRIED = CarriedMessages(0)


@dataclass(frozen=True, slots=True)
class QuestionCopy:
    """A message of the bot that shows a question, or an entry of it, in somebody's private chat."""

    id: int
    question: QuestionId
    entry: EntryId | None
    to: Address
    message: str  # as the messenger names it
