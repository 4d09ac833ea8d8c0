"""The connection between the bot and the Bot API, which can be broken on purpose."""

import asyncio
import time
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """How the connection can be broken."""

    REFUSE = "refuse"  # the connection is dropped without an answer
    HTML = "html"  # a 502 page instead of JSON
    ERROR = "error"  # 500 in JSON
    LOST = "lost"  # carried out, but the answer never arrives
    SLOW = "slow"  # every answer is late


@dataclass(frozen=True, slots=True)
class ActiveFault:
    """A fault, until when (by the machine's monotonic clock, not the sandbox's) and for which methods."""

    fault: Fault
    until: float
    delay: float = 0.0
    methods: frozenset[str] = frozenset()


class NetworkFaults:
    """Answers every call unless a fault was started; it ends by itself after some seconds."""

    def __init__(self) -> None:
        self._active: ActiveFault | None = None

    def start_fault(
        self, fault: Fault, seconds: float, delay: float = 0.0, methods: frozenset[str] = frozenset()
    ) -> None:
        """`delay` in seconds; without methods all are concerned."""
        lower = frozenset(method.lower() for method in methods)
        self._active = ActiveFault(fault, time.monotonic() + seconds, delay, lower)

    def end_fault(self) -> None:
        self._active = None

    def current(self) -> tuple[Fault, float] | None:
        """The fault and the seconds it will still last."""
        broken = self._now()
        return (broken.fault, broken.until - time.monotonic()) if broken else None

    def fault_for(self, method: str) -> Fault | None:
        broken = self._now()
        concerns = broken is not None and (not broken.methods or method.lower() in broken.methods)
        return broken.fault if broken and concerns else None

    async def delay(self) -> None:
        broken = self._now()
        if broken:
            await asyncio.sleep(broken.delay)

    def _now(self) -> ActiveFault | None:
        if self._active and time.monotonic() >= self._active.until:
            self._active = None
        return self._active
