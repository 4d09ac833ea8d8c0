from pathlib import Path

import pytest

from bot.safety.danger_file import load_dangers
from bot.safety.rules import Rules


@pytest.fixture(scope="session")
def rules() -> Rules:
    """Those that are shipped."""
    dangers, problems = load_dangers(Path("data/danger.yaml"))
    assert dangers is not None
    assert problems == []
    return dangers.rules
