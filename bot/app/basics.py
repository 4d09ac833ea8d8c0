"""What every service stands on: the settings read once, the clock, what wakes the delivery worker."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.people import Address
from bot.settings import ServiceMode, Settings


@dataclass(frozen=True, slots=True)
class Basics:
    """The settings, the clock and what follows from them: known before any service is built."""

    settings: Settings
    clock: Clock
    awake: asyncio.Event  # set when a notice is due: it wakes the delivery worker
    zone: ZoneInfo
    admins: frozenset[Address]
    can_book: bool  # whether consultations are offered here at all

    @property
    def wake(self) -> Callable[[], None]:
        """Wakes the delivery worker: a notice may be due now."""
        return self.awake.set


def basics_of(settings: Settings, clock: Clock, channel: str) -> Basics:
    """The settings in the words of the services."""
    admins = frozenset(Address(channel, admin) for admin in settings.admins)
    can_book = settings.service_mode is ServiceMode.FULL
    return Basics(settings, clock, asyncio.Event(), ZoneInfo(settings.timezone), admins, can_book)
