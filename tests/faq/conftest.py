from pathlib import Path

import pytest

from tests.faq.small_shelves import Shelves


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path / "faq")
