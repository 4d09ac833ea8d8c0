"""The line between the bot and the Bot API, which can be broken on purpose."""

import asyncio
import time
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """How the line can be broken."""

    REFUSE = "refuse"  # the connection is dropped without an answer
    HTML = "html"  # a 502 page instead of JSON
    ERROR = "error"  # 500 in JSON
    LOST = "lost"  # carried out, but the answer never arrives
    SLOW = "slow"  # every answer is late


@dataclass(frozen=True, slots=True)
class Break:
    """A fault, until when (the machine's monotonic clock: a line knows no sandbox time) and for which methods."""

    fault: Fault
    until: float
    delay: float = 0.0
    methods: frozenset[str] = frozenset()


class Line:
    """Whole unless it is broken for some seconds."""

    def __init__(self) -> None:
        self._break: Break | None = None

    def cut(self, fault: Fault, seconds: float, delay: float = 0.0, methods: frozenset[str] = frozenset()) -> None:
        """`delay` in seconds; without methods all are concerned."""
        lower = frozenset(method.lower() for method in methods)
        self._break = Break(fault, time.monotonic() + seconds, delay, lower)

    def mend(self) -> None:
        self._break = None

    def state(self) -> tuple[Fault, float] | None:
        """The fault and the seconds it will still last."""
        broken = self._now()
        return (broken.fault, broken.until - time.monotonic()) if broken else None

    def fault_for(self, method: str) -> Fault | None:
        broken = self._now()
        concerns = broken is not None and (not broken.methods or method.lower() in broken.methods)
        return broken.fault if broken and concerns else None

    async def dawdle(self) -> None:
        broken = self._now()
        if broken:
            await asyncio.sleep(broken.delay)

    def _now(self) -> Break | None:
        if self._break and time.monotonic() >= self._break.until:
            self._break = None
        return self._break
