import pytest

from bot import logs


@pytest.fixture(autouse=True, scope="session")
def quiet_logs() -> None:
    """As the program logs, so that a failing test shows events and not whole objects."""
    logs.set_up("warning")
