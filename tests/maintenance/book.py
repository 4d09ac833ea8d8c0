"""A small outbox."""

from collections.abc import Iterable

from bot.outbox.notice import Promise


class Book:
    """Keeps what was promised, each key once."""

    def __init__(self) -> None:
        self.promises: list[Promise] = []

    async def promise(self, promises: Iterable[Promise]) -> int:
        keys = {one.dedupe_key for one in self.promises}
        new = [one for one in promises if one.dedupe_key not in keys]
        self.promises += new
        return len(new)
