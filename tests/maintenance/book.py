"""A small outbox."""

from collections.abc import Iterable

from bot.outbox.notice import Notice


class Book:
    """Keeps what was promised, each key once."""

    def __init__(self) -> None:
        self.promises: list[Notice] = []

    async def promise(self, promises: Iterable[Notice]) -> int:
        keys = {one.dedupe_key for one in self.promises}
        new = [one for one in promises if one.dedupe_key not in keys]
        self.promises += new
        return len(new)
