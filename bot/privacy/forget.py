"""Forgetting a person: everything kept of them is erased, in the order that loses no figure."""

from collections.abc import Awaitable, Callable, Sequence

from bot.people import Address


class Forgetting:
    """Each step drops one kind of thing; the later ones must not miss what the earlier still write."""

    def __init__(self, steps: Sequence[Callable[[Address], Awaitable[None]]]) -> None:
        self._steps = tuple(steps)

    async def forget(self, person: Address) -> None:
        """Nothing is left by which the person could be known."""
        for step in self._steps:
            await step(person)
