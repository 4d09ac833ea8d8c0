"""The stage of groups: booking is open, one admin."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        yield stage
