"""Counts interactions for the figures, after the answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cachetools import LRUCache

from bot.clock import Clock
from bot.people import Address
from bot.stats.calculation import NONE_FITTED
from bot.stats.interaction import Interaction, InteractionKind, InteractionStore, Pseudonyms
from bot.write_behind import WriteBehind

DOUBLE_TAP = timedelta(seconds=3)  # the same button pressed again so soon is one wish, answered twice
_REMEMBERED = 1_000  # people, the last ones

_Press = tuple[InteractionKind, str | None, str | None]


class Journal:
    """One row a contact; an opinion on an answer counts once a day of the region, a double tap once.

    Whatever those who work here ask is no contact of a citizen.
    """

    def __init__(
        self,
        behind: WriteBehind[Interaction],
        contacts: InteractionStore,
        pseudonyms: Pseudonyms,
        clock: Clock,
        zone: ZoneInfo,
        is_staff: Callable[[Address], bool],
    ) -> None:
        self._behind = behind
        self._contacts = contacts
        self._pseudonyms = pseudonyms
        self._clock = clock
        self._zone = zone
        self._is_staff = is_staff
        self._pressed: LRUCache[str, tuple[datetime, _Press]] = LRUCache(_REMEMBERED)

    def record(
        self,
        person: Address,
        kind: InteractionKind,
        article: str | None = None,
        detail: str | None = None,
        *,
        centre: str | None = None,
        topic: str | None = None,
    ) -> bool:
        """Counts an interaction unless it is a repeat, and returns at once; whether it was counted."""
        if self._is_staff(person):
            return False
        at, name = self._clock.now().astimezone(self._zone), self._pseudonyms.pseudonym_for(person)
        if kind is InteractionKind.READ and article is None:  # an old button: the article is gone, nothing was read
            kind, detail = InteractionKind.ODD, "gone"
        if _is_pressed(kind, detail) and self._is_double_tap(name, at, (kind, article, detail)):
            return False
        self._behind.put(Interaction(at, person.channel, kind, name, article, detail, centre, topic))
        return True

    async def rate(self, person: Address, article: str, *, helped: bool) -> bool:
        """Keeps the opinion of the day on an answer; whether it is new or changed; that of staff is not kept."""
        if self._is_staff(person):
            return True
        name, now = self._pseudonyms.pseudonym_for(person), self._clock.now().astimezone(self._zone)
        if not await self._contacts.rate(name, article, now, helped=helped):
            return False
        self.record(person, InteractionKind.OPINION, article, "helped" if helped else "not_helped")
        return True

    def _is_double_tap(self, name: str, at: datetime, press: _Press) -> bool:
        before = self._pressed.get(name)
        self._pressed[name] = at, press
        return before is not None and before[1] == press and abs(at - before[0]) < DOUBLE_TAP

    async def flush(self) -> None:
        """Writes the waiting rows now, so that a report finds every one."""
        await self._behind.flush()


def _is_pressed(kind: InteractionKind, detail: str | None) -> bool:
    """By a button; words sent twice are two questions."""
    return kind is InteractionKind.READ or (kind is InteractionKind.NOTHING_FOUND and detail == NONE_FITTED)
