from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.centres.small_region import few
from tests.staff.office import Office, office

__all__ = ["few", "here"]


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path) as open_office:
        yield open_office
