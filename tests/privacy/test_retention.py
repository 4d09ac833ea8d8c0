"""What is no longer needed is erased: people's words after the owner's days, settled notices after a month."""

from datetime import datetime, timedelta

from bot.privacy.retention import Retention
from tests.hand_clock import NOON, HandClock


class Sweeps:
    """Writes down what it was told to erase."""

    def __init__(self) -> None:
        self.told: list[tuple[str, datetime | None]] = []

    async def expire(self) -> None:
        self.told.append(("awaited", None))

    async def questions(self, before: datetime) -> None:
        self.told.append(("questions", before))

    async def notices(self, before: datetime) -> None:
        self.told.append(("notices", before))


async def test_each_store_is_swept_up_to_its_own_day() -> None:
    sweeps = Sweeps()

    await Retention(sweeps, (sweeps.questions,), (sweeps.notices,), 90, HandClock()).sweep()

    assert sweeps.told == [
        ("awaited", None),
        ("questions", NOON - timedelta(days=90)),
        ("notices", NOON - timedelta(days=30)),
    ]
