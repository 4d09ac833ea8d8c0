from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.centres.small_region import few
from tests.staff.staff_scene import StaffScene, staff_scene

__all__ = ["few", "here"]


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[StaffScene]:
    async with staff_scene(tmp_path) as open_office:
        yield open_office
