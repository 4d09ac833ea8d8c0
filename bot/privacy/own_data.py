"""«Показать мои данные»: all that is kept of a person, for him alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from bot.people import Address

OwnRows = Mapping[str, Sequence[Mapping[str, object]]]  # by the section of the list of personal tables


class OwnRowsFinder(Protocol):
    """The stored rows of one person."""

    async def of(self, person: Address) -> OwnRows: ...


class OwnData:
    """What was noted a moment ago is written first, so that it is shown too."""

    def __init__(self, rows: OwnRowsFinder, settle: Callable[[], Awaitable[None]]) -> None:
        self._rows = rows
        self._settle = settle

    async def of(self, person: Address) -> OwnRows:
        """The person's rows by sections, the empty ones too."""
        await self._settle()
        return await self._rows.of(person)
