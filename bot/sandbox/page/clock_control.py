"""The state of the sandbox together with the clock that the page may wind on."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import MovableClock
from bot.sandbox.events import Expired, TimeMoved
from bot.sandbox.state import SandboxState


class ClockControl:
    """Moves the time; whoever keeps appointments is told by `on_time_moved`, and may say when the next one is."""

    def __init__(self, state: SandboxState, clock: MovableClock) -> None:
        self.state = state
        self.clock = clock
        self.on_time_moved: Callable[[], Awaitable[None]] | None = None
        self.next_moment: Callable[[], Awaitable[datetime | None]] | None = None

    async def advance(self, by: timedelta) -> None:
        """Forward only; raises `ValueError` otherwise."""
        self.clock.advance(by)
        for press in self.state.presses.expire(self.clock.now()):
            self.state.notify(Expired(press))
        self.state.notify(TimeMoved())
        if self.on_time_moved:
            await self.on_time_moved()
