"""The centre of two librarians, with two desks and with one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.booking.absences.two_librarians import (
    Desk,
    staffed_desk,
)
from tests.booking.reading_room import reading_room
from tests.booking.scene import scene


@pytest.fixture
async def two_desks(tmp_path: Path) -> AsyncIterator[Desk]:
    """Tuesday noon; two desks, two librarians."""
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as built:
        yield await staffed_desk(built)


@pytest.fixture
async def one_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The same with one desk."""
    async with scene(tmp_path / "test.db", reading_room()) as built:
        yield await staffed_desk(built)
