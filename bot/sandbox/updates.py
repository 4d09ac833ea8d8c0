"""Updates that wait for the bot, and long polling for them."""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from bot.sandbox.json_types import Json
from bot.sandbox.refusal import conflict

KEPT_WAITING = 100_000
KEPT_HISTORY = 1_000
MOST_AT_ONCE = 100
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """In the order they happened; kept until confirmed by a later offset, as Telegram does."""

    def __init__(self, first_id: int) -> None:
        self.allowed: frozenset[str] = frozenset()
        self._next_id = first_id
        self._waiting: deque[Json] = deque(maxlen=KEPT_WAITING)
        self._again: list[Json] = []
        self._history: deque[Json] = deque(maxlen=KEPT_HISTORY)
        self._changed = asyncio.Event()
        self._poll = 0
        self._closed = False

    def __len__(self) -> int:
        return len(self._waiting)

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Keeps the former choice where none is given; an empty one is Telegram's default."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def put(self, kind: str, body: Json) -> int | None:
        """The id of the new update, or None if the bot does not want such."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        return self.inject({kind: body}) if wanted else None

    def inject(self, update: Json) -> int:
        """Takes anything as an update, also what Telegram would never send."""
        whole = {"update_id": self._next_id} | update
        self._next_id = max(self._next_id, int(whole["update_id"])) + 1
        self._waiting.append(whole)
        self._history.append(whole)
        self._wake()
        return int(whole["update_id"])

    def replay(self, update_id: int | None) -> int | None:
        """Delivers an update once more, as happens when its confirmation is lost."""
        chosen = [update for update in self._history if update_id in {None, update["update_id"]}]
        if not chosen:
            return None
        self._again.append(chosen[-1])
        self._wake()
        return int(chosen[-1]["update_id"])

    @property
    def polls(self) -> int:
        """How often the bot has asked for updates."""
        return self._poll

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Waits up to so many seconds; a later poll ends this one with a refusal."""
        self._poll += 1
        turn = self._poll
        self._wake()
        self._confirm(offset)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._poll == turn and not (self._waiting or self._again or self._closed):
                    await self._changed.wait()
        if self._poll != turn:
            reason = "make sure that only one bot instance is running"
            raise conflict(f"terminated by other getUpdates request; {reason}")
        again, self._again = self._again, []
        return [*again, *self.first(min(max(limit, 1), MOST_AT_ONCE))]

    def first(self, count: int) -> list[Json]:
        return [self._waiting[number] for number in range(min(count, len(self._waiting)))]

    def take_again(self) -> list[Json]:
        again, self._again = self._again, []
        return again

    def confirm(self, update_id: int) -> None:
        """Forgets this update and all before it."""
        while self._waiting and self._waiting[0]["update_id"] <= update_id:
            self._waiting.popleft()

    async def wait(self) -> None:
        while not (self._waiting or self._again):
            await self._changed.wait()

    def drop(self) -> None:
        self._waiting.clear()
        self._again.clear()

    def close(self) -> None:
        """Ends every poll under way."""
        self._closed = True
        self._wake()

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self.confirm(offset - 1)
        elif offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
