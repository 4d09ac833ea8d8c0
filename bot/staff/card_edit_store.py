"""What card edits need of the database."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId

Promises = Callable[[CardEdit], Iterable[Notice]]


class CardEditStore(Protocol):
    """The stored card edits; each call is one transaction together with its notices."""

    async def add(self, draft: CardEdit) -> CardEdit: ...

    async def find_edit(self, id_: ChangeId) -> CardEdit | None: ...

    async def waiting(self) -> Sequence[CardEdit]: ...

    async def accepted_after(self, change: CardEdit) -> datetime | None: ...

    async def move(
        self, change: CardEdit, to: CardEditStage, by: Address, at: datetime, promises: Promises
    ) -> bool: ...  # False: it was no longer at the stage of `change`
