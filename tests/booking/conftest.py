"""The desks on a real database, with a clock moved by hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.booking.reading_room import reading_room
from tests.booking.scene import ONE_HOUR, Scene, scene


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Scene]:
    """Tuesday noon; one desk, half-hour times from ten to five with lunch at one."""
    async with scene(tmp_path / "test.db") as built:
        yield built


@pytest.fixture
async def short(tmp_path: Path) -> AsyncIterator[Scene]:
    """A day of two visits."""
    async with scene(tmp_path / "test.db", reading_room(ONE_HOUR)) as built:
        yield built
