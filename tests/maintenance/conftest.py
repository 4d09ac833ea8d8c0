"""What several tests of maintenance need."""

from pathlib import Path

import pytest

from bot.maintenance.status import BackupCopy
from tests.hand_clock import NOON


@pytest.fixture
def backup() -> BackupCopy:
    return BackupCopy(Path("bot-2026-11-24-033000.sqlite3"), 100_000, NOON)
