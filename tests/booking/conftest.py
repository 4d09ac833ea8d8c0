"""The desks on a real database, with a clock moved by hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.booking.scene import Scene, scene


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Scene]:
    """Tuesday noon; one desk, half-hour times from ten to five with lunch at one."""
    async with scene(tmp_path / "test.db") as built:
        yield built
