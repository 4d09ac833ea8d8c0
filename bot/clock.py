"""The clock: nobody asks the machine for the time, a Clock is handed in."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """A clock that tells the machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """The machine's clock plus what was wound on by hand, for the sandbox's «перемотать время»."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def advance(self, by: timedelta) -> None:
        """Moves forward only: what was already done cannot become the future again."""
        if by < timedelta():
            raise ValueError("time moves forward only")
        self._ahead += by
