from collections.abc import AsyncIterator

import pytest

from tests.outbox.post import Office


@pytest.fixture
async def booking_context() -> AsyncIterator[Office]:
    async with Office() as opened:
        yield opened
