"""A notice: what to tell whom, when it is due, when it expires, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from bot.people import Address

ANSWER = "answer"  # an answer that could not be said when it was given; those of a chat are said in their order

ANSWERED_LATE = "answered_late"  # in place of answers that would come too late; payload: chat, topic where it is known

NoticeId = NewType("NoticeId", int)
Payload = dict[str, str | int]


class NoticeState(StrEnum):
    """The state of a notice in the outbox."""

    WAITING = "waiting"
    SENT = "sent"
    OUTLIVED = "outlived"  # no longer worth saying
    UNREACHABLE = "unreachable"  # the person has stopped the bot
    SET_ASIDE = "set_aside"  # cannot be sent as it is; waits for a person with its reason


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to be queued; one with the same dedupe_key is queued once."""

    to: Address
    kind: str
    dedupe_key: str
    due_at: datetime
    payload: Payload = field(default_factory=dict)
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClaimedNotice:
    """A notice that a delivery worker has claimed to send now."""

    id: NoticeId
    notice: Notice
    attempts: int


class NoticeQueue(Protocol):
    """The outbox as the delivery worker uses it."""

    async def claim(self, now: datetime, until: datetime, limit: int) -> list[ClaimedNotice]: ...

    async def mark(self, notice: NoticeId, state: NoticeState, at: datetime, reason: str | None = None) -> None: ...

    async def retry_later(self, notice: NoticeId, due_at: datetime, reason: str) -> None: ...

    async def defer(self, notice: NoticeId, due_at: datetime) -> None: ...

    async def next_due(self, after: datetime) -> datetime | None: ...

    async def unclaim(self, notices: Iterable[NoticeId]) -> None: ...


def answered_late(to: Address, now: datetime, forum_topic: int | None = None) -> Notice:
    """One word a day to a chat, or to a topic of it, whose answers would come too late."""
    told: Payload = {"channel": to.channel, "chat": to.id}
    where = "" if forum_topic is None else f":{forum_topic}"
    if forum_topic is not None:
        told["topic"] = forum_topic
    return Notice(to, ANSWERED_LATE, f"{ANSWERED_LATE}:{to.channel}:{to.id}{where}:{now.date()}", now, told)
