"""What is no longer needed is ended: people's words after the owner's days, settled notices after a month."""

from datetime import datetime, timedelta

from bot.privacy.retention import Retention
from tests.hand_clock import NOON, HandClock


class Stores:
    """Writes down what it was told to end."""

    def __init__(self) -> None:
        self.told: list[tuple[datetime, ...]] = []

    async def expire(self) -> None:
        self.told.append(())

    async def end(self, before: datetime, settled_before: datetime) -> None:
        self.told.append((before, settled_before))


async def test_each_kind_is_ended_up_to_its_own_day() -> None:
    stores = Stores()

    await Retention(stores, stores, 90, HandClock()).sweep()

    assert stores.told == [(), (NOON - timedelta(days=90), NOON - timedelta(days=30))]
