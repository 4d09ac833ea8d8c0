"""What admins are told of the bot itself, once a day at most."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from bot.outbox.notice import Notice, Payload
from bot.people import Address


class AdminOutbox(Protocol):
    """The outbox, where what was promised once is not promised again."""

    async def promise(self, promises: Iterable[Notice]) -> int:
        """How many of them are new."""
        ...


def once_a_day(kind: str, people: Iterable[Address], now: datetime, payload: Payload) -> list[Notice]:
    """Worth saying for a day; the days are those of UTC."""
    until = now + timedelta(days=1)
    return [
        Notice(one, kind, f"{kind}:{now.date()}:{one.channel}:{one.id}", now, payload, until) for one in sorted(people)
    ]
