"""A stage on which three centres take bookings; a Bot API to speak to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import StraightStage, straight_stage


@pytest.fixture(scope="session")
def bookable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files with consultation hours, written once: no test here changes them."""
    folder = tmp_path_factory.mktemp("bookable")
    asyncio.run(_open_booking(folder))
    return folder / "data"


async def _open_booking(folder: Path) -> None:
    async with straight_stage(folder) as stage:
        await stage.open_booking()


@pytest.fixture
async def stage(bookable: Path, tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, data_dir=bookable) as stage:
        yield stage
