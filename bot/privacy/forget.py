"""The order of forgetting a person; what is erased is listed in bot.storage.personal_data.personal_columns."""

from collections.abc import Awaitable, Callable, Sequence

from bot.people import Address


class Forgetting:
    """Told again after a kill, it ends what was begun: the press stays in the inbox until it is answered."""

    def __init__(
        self,
        settle: Callable[[], Awaitable[None]],
        erase_from_files: Callable[[Address], Awaitable[None]],
        erase: Callable[[Address], Awaitable[None]],
        remembered: Sequence[Callable[[Address], None]],
    ) -> None:
        """`settle` writes what waits in memory, or it would be written afterwards; `erase` is one transaction.

        The files come before it, for the transaction tells whether all is done.
        `remembered` drop the person from what is kept in memory of erased rows.
        """
        self._settle = settle
        self._erase_from_files = erase_from_files
        self._erase = erase
        self._remembered = tuple(remembered)

    async def forget(self, person: Address) -> None:
        """Nothing is left by which the person could be known."""
        await self._settle()
        await self._erase_from_files(person)
        await self._erase(person)
        for drop in self._remembered:
            drop(person)
