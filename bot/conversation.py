"""What a talk may wait for between two messages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Wait(StrEnum):
    """Kinds of awaited input."""

    QUESTION = "question"  # a citizen's words for a librarian; the context is an article id or empty
    ANSWER = "answer"  # a librarian's words for a citizen; the context is the question's number
    PLACE = "place"  # where a person is
    CENTRE = "centre"  # a centre named by an admin; the context is what for
    CHANGE = "change"  # what is right on a card; the context is the part and the centre
    VISIT_PLACE = "visit_place"  # where it suits a person to come; the context is the topic
    WHEN = "when"  # a day or a time; the context is what it is for
    OTHER_TIME = "other_time"  # when a visit is to be moved to; the context is the booking
    CALLED = "called"  # how a visitor is to be called; the context is the visit
    REASON = "reason"  # why a visit was given up; the context is the booking
    DESK = "desk"  # a librarian's words about a visit, a closure, hours; the context says which
    EDIT = "edit"  # an admin's words about an article; the context says which and what for
    CLOSURE = "closure"  # which hours a librarian closes, or why; the context says which and where
    PERIOD = "period"  # the days of a report; the context is the centre or «-»
    CHOICE = "choice"  # what typed numbers and words mean; the context is what the last message offered
    LEFT = "left"  # what was asked for before another screen was opened; the context is what and its own context
    NOTICE = "notice"  # what a notice has asked while a text is awaited; the context is as that of a choice
    DRAFT = "draft"  # words shown to their author before they are sent, see bot.storage.drafts


BOOKING_STEPS = frozenset({Wait.VISIT_PLACE, Wait.WHEN, Wait.CALLED})
# These words go to another person: they are shown to their author before that.
TO_OTHERS = frozenset({Wait.QUESTION, Wait.ANSWER})
# These words concern nobody but the one who writes them: left, they are recalled by a question alone.
ONE_S_OWN = BOOKING_STEPS | {Wait.OTHER_TIME}
# While these are awaited a lone number still means a line of the list that was shown with the question.
BESIDE_A_LIST = (
    frozenset({Wait.OTHER_TIME, Wait.REASON, Wait.DESK, Wait.CLOSURE, Wait.PERIOD}) | BOOKING_STEPS | TO_OTHERS
)
# While these are awaited «да» and «нет» still mean the buttons that ask so; the steps of booking hear them themselves.
BESIDE_YES_AND_NO = TO_OTHERS | {Wait.CLOSURE}


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who in which chat: in a group several people talk at once."""

    channel: str
    person: int
    chat: int


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is waited for, and the little that must be remembered with it."""

    what: Wait
    context: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What the last message lets a person type instead of pressing; actions are packed as buttons carry them."""

    numbered: tuple[str, ...] = ()  # the lines 1, 2, 3 …
    named: tuple[tuple[str, str], ...] = ()  # each action with the words on its button
    keeps_numbers: bool = False  # a message without a list that leaves the numbers of the list before it


NOTHING_OFFERED = Offered()


class Waiting(Protocol):
    """What talks wait for; survives a restart, expires by itself."""

    def text(self, conversation: Conversation) -> Awaited | None: ...

    def left(self, conversation: Conversation) -> Awaited | None: ...

    def offered(self, conversation: Conversation) -> Offered: ...

    async def put(self, conversation: Conversation, awaited: Awaited) -> None: ...

    async def offer(self, conversation: Conversation, offered: Offered) -> None: ...

    async def leave(self, conversation: Conversation) -> None: ...

    async def drop_left(self, conversation: Conversation) -> None: ...

    def noticed(self, conversation: Conversation) -> Offered: ...

    async def notice(self, conversation: Conversation, offered: Offered) -> None: ...

    async def clear(self, conversation: Conversation) -> bool: ...

    def forget(self, channel: str, person: int) -> None: ...
