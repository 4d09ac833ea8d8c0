"""Which press or message asks for something: a repeat is told by it, never by what was asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.people import Address

SECOND_TAP = timedelta(minutes=2)  # the same button pressed again later is meant


@dataclass(frozen=True, slots=True)
class RequestKey:
    """Both texts are the messenger's own names of things, opaque to everybody else."""

    person: Address
    update: str  # delivered again, it bears the same name
    button: str = ""  # one button of one message; nothing for what was typed
    is_once: bool = False  # the button asks for one thing for good: a repeat at any time is no new request


@dataclass(frozen=True, slots=True)
class Made:
    """The number of what a request has made before, and whether it is the same update delivered again."""

    number: int
    is_redelivery: bool


class Requests(Protocol):
    """What presses and messages have made, in the transaction in which it is made."""

    def made_by(self, key: RequestKey, now: datetime) -> Made | None:
        """By the same update at any time, or by the same button less than SECOND_TAP ago; None for a new request.

        A button that asks once is remembered as long as requests are kept.
        """
        ...

    def keep(self, key: RequestKey, number: int, now: datetime) -> None: ...
