"""Two small answers that may be mended, and an admin before them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.faq.live_faq import LiveFaq
from tests.faq.small_shelves import Shelves
from tests.stage import IDS, StraightStage, own_data


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу")
    shelves.article("signin/password", "Забыл пароль")
    return shelves


@pytest.fixture
async def stage(tmp_path: Path, shelves: Shelves) -> AsyncIterator[StraightStage]:
    stage = StraightStage(tmp_path, live_faq=LiveFaq(shelves.folder), admins=frozenset({IDS["gleb"]}))
    await stage.open()
    yield stage
    await stage.close()
