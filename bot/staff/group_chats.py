"""Group chats of centres: notices about a centre's bookings go to its group instead of to each librarian."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.centres.centre import CentreId
from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.people import Address, clean_name
from bot.privacy.masking import mask
from bot.staff.roster import Roster

DESK_LOST = "desk_lost"  # to the librarians and the admins: the group chat is lost
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class GroupChat:
    """A centre and its group chat."""

    centre: CentreId
    chat: Address
    title: str
    linked_at: datetime
    forum_topic: int | None = None  # in which it was linked, where the group has topics


class NotTheirGroupChatError(Exception):
    """The person neither is an admin nor works at that centre."""


Promises = Callable[[Sequence[GroupChat]], Iterable[Notice]]


class GroupChatStore(Protocol):
    """The stored group chats; reading is free, each change is one transaction with its notices."""

    def chat_of(self, centre: CentreId) -> GroupChat | None: ...

    def of_chat(self, chat: Address) -> tuple[GroupChat, ...]: ...

    def has_topics(self) -> bool: ...

    async def link(self, desk: GroupChat) -> None: ...

    async def unlink(self, chat: Address, centre: CentreId) -> bool: ...

    async def lose(self, chat: Address, now: datetime, promises: Promises) -> tuple[GroupChat, ...]:
        """Drops a lost group; its undelivered notices go to the librarians."""
        ...

    async def move(self, old: Address, new: Address) -> None:
        """Changes the number of a group."""
        ...


class GroupChats:
    """Links group chats to centres; rights are checked at each step."""

    def __init__(
        self,
        chats: GroupChatStore,
        roster: Roster,
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
        look: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`look` finds out which librarians are in their groups."""
        self._look = look
        self._chats = chats
        self._roster = roster
        self._clock = clock
        self._wake = wake

    def of_chat(self, chat: Address) -> tuple[GroupChat, ...]:
        """The centres whose notices go to the group."""
        return self._chats.of_chat(chat)

    def has_topics(self) -> bool:
        """Whether any centre was linked in a topic of a group."""
        return self._chats.has_topics()

    def chat_of(self, centre: CentreId) -> GroupChat | None:
        """The group chat of a centre."""
        return self._chats.chat_of(centre)

    async def link(
        self, person: Address, centre: CentreId, chat: Address, title: str, forum_topic: int | None = None
    ) -> GroupChat:
        """Links the group, or its topic, to the centre in place of an earlier one. Raises NotTheirGroupChatError."""
        self._check(person, centre)
        name = clean_name(mask(title), LONGEST_TITLE) or "группа"
        desk = GroupChat(centre, chat, name, self._clock.now(), forum_topic)
        await self._chats.link(desk)
        if self._look:
            await self._look()
        return desk

    async def unlink(self, person: Address, centre: CentreId, chat: Address) -> bool:
        """Unlinks the group from the centre; False where it was not linked. Raises NotTheirGroupChatError."""
        self._check(person, centre)
        return await self._chats.unlink(chat, centre)

    async def lost(self, chat: Address) -> None:
        """Drops a group that the bot was put out of, or cannot write to."""
        if await self._chats.lose(chat, self._clock.now(), self._promises):
            self._wake()

    async def moved(self, old: Address, new: Address) -> None:
        """Changes the number of a group that was upgraded."""
        await self._chats.move(old, new)
        self._wake()

    def _check(self, person: Address, centre: CentreId) -> None:
        if not self._roster.works_at(person, centre):
            raise NotTheirGroupChatError

    def _promises(self, lost: Sequence[GroupChat]) -> Iterable[Notice]:
        now = self._clock.now()
        for desk in lost:
            told = {*self._roster.librarians_of(desk.centre), *self._roster.admins}
            for person in sorted(told):
                key = f"{DESK_LOST}:{desk.centre}:{desk.linked_at.isoformat()}:{person.channel}:{person.id}"
                yield Notice(person, DESK_LOST, key, now, {"centre": desk.centre, "title": desk.title})
