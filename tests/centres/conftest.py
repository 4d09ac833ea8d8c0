"""The directories that tests of centres ask."""

import pytest

from bot.centres.directory import Directory, load
from tests.centres.small_region import DATA, ZONE, few

__all__ = ["few"]


@pytest.fixture(scope="session")
def whole() -> Directory:
    """The directory of data/, as it is shipped."""
    return load(DATA, ZONE)[0]
