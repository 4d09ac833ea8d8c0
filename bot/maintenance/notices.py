"""Notices to admins about the bot itself, once a day at most."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from bot.outbox.notice import Notice, Payload
from bot.people import Address


class AdminOutbox(Protocol):
    """The outbox; a notice with a known key is not queued again."""

    async def promise(self, promises: Iterable[Notice]) -> int:
        """Queues the notices and returns how many of them are new."""
        ...


def once_a_day(kind: str, people: Iterable[Address], now: datetime, payload: Payload) -> list[Notice]:
    """A notice with a key of the day (UTC), valid for a day."""
    until = now + timedelta(days=1)
    return [
        Notice(one, kind, f"{kind}:{now.date()}:{one.channel}:{one.id}", now, payload, until) for one in sorted(people)
    ]
