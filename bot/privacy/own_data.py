"""«Показать мои данные»: all that is kept of a person in the database and in the files, for him alone."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.people import Address

OwnRows = Mapping[str, Sequence[Mapping[str, object]]]  # by the section of the list of personal tables
FILES = "edited_files"  # the one section that is no table
Edits = Sequence[tuple[str, datetime]]  # of data files: name and moment


class OwnRowsFinder(Protocol):
    """The stored rows of one person."""

    async def of(self, person: Address) -> OwnRows: ...


class OwnData:
    """What was noted a moment ago is written first, so that it is shown too."""

    def __init__(
        self,
        rows: OwnRowsFinder,
        edits: Callable[[Address], Awaitable[Edits]],
        settle: Callable[[], Awaitable[None]],
    ) -> None:
        self._rows = rows
        self._edits = edits
        self._settle = settle

    async def of(self, person: Address) -> OwnRows:
        """The person's rows by sections, the empty ones too."""
        await self._settle()
        edits = [{"at": at.isoformat(), "file": name} for name, at in await self._edits(person)]
        return {**await self._rows.of(person), FILES: edits}
