"""Changes of cards: a librarian reports, an admin decides, the file of centres is rewritten at once."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import structlog

from bot.centres.centre import Centre, CentreId
from bot.centres.changes import Part, read_change, to_write
from bot.centres.closing_words import may_be_now
from bot.centres.live_directory import LiveDirectory
from bot.centres.rewriting import Editor, RefusedChangeError
from bot.clock import Clock
from bot.outbox.notice import Promise
from bot.people import Address
from bot.problems import Problem
from bot.staff.change import Change, ChangeId, Stage
from bot.staff.roster import Roster

CHANGE_CAME = "change_came"
CHANGE_DECIDED = "change_decided"
HOURS_SET = "consultation_hours_set"  # to the admins: a librarian decides them alone

AT_ONCE = frozenset({Part.CONSULTATIONS})  # these need no admin

log = structlog.get_logger()


class ChangeError(Exception):
    """The change goes no further."""


class ChangeGoneError(ChangeError):
    """There is no such change, or it is somebody else's."""


class NotTheirCentreError(ChangeError):
    """The person does not work at that centre, or no longer does."""


class CentreGoneError(ChangeError):
    """The centre is no longer in the directory."""


class NobodyDecidesError(ChangeError):
    """The bot has no admins."""


@dataclass
class AlreadySentError(ChangeError):
    """The author has pressed twice."""

    change: Change


@dataclass
class AlreadyDecidedError(ChangeError):
    """Another admin was faster."""

    change: Change


@dataclass
class ImpossibleError(ChangeError):
    """The file would be faulty, so it stays as it was and the change waits."""

    problems: tuple[Problem, ...]


@dataclass
class UnwritableError(ChangeError):
    """The file cannot be written here, so the change waits."""

    change: Change
    file: str


Promises = Callable[[Change], Iterable[Promise]]


class Changes(Protocol):
    """What the desk needs of the store; each call is one transaction with its promises."""

    async def add(self, draft: Change) -> Change: ...

    async def find(self, id_: ChangeId) -> Change | None: ...

    async def move(
        self, change: Change, to: Stage, by: Address, at: datetime, promises: Promises
    ) -> bool: ...  # False: it was no longer at the stage of `change`


class ChangeDesk:
    """Rights are checked here at each step: a librarian may be gone between two of them."""

    def __init__(
        self,
        changes: Changes,
        directory: LiveDirectory,
        editor: Editor,
        roster: Roster,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._changes = changes
        self._directory = directory
        self._editor = editor
        self._roster = roster
        self._clock = clock
        self._wake = wake
        self._one_decides = asyncio.Lock()

    def centre(self, id_: CentreId, person: Address) -> Centre:
        """The centre whose card the person may mend. Raises NotTheirCentreError, CentreGoneError."""
        if not self._roster.serves(person, id_):
            raise NotTheirCentreError
        centre = self._directory.now.centre(id_)
        if centre is None:
            raise CentreGoneError
        return centre

    async def draft(self, author: Address, id_: CentreId, part: Part, words: str) -> Change:
        """What was typed, understood and kept for its author. Raises as `centre`, and UnclearChangeError."""
        centre, now = self.centre(id_, author), self._clock.now()
        fields = read_change(part, words, centre, centre.day(now))
        return await self._changes.add(Change(ChangeId(0), id_, part, words.strip(), fields, author, now))

    async def announce(self, id_: ChangeId, author: Address, *, closed: bool) -> Change:
        """The same announcement with or without the centre shown closed, said by its author. Raises a ChangeError."""
        change = await self._changes.find(id_)
        notice = change.fields.get("notice") if change else None
        if change is None or change.author != author or not isinstance(notice, Mapping):
            raise ChangeGoneError
        if change.stage is not Stage.DRAFT:
            raise AlreadySentError(change)
        if closed and not may_be_now(change.words):  # a day ahead never closes now, whatever an old button says
            raise ChangeGoneError
        self.centre(change.centre, author)
        fields = {"notice": {**notice, "closed": closed}}
        return await self._changes.add(replace(change, id=ChangeId(0), fields=fields, at=self._clock.now()))

    async def words_of(self, id_: ChangeId, author: Address) -> str:
        """What its author typed; nothing where there is no such change of his any more."""
        change = await self._changes.find(id_)
        return change.words if change and change.author == author else ""

    async def send(self, id_: ChangeId, author: Address) -> Change:
        """To the admins; an admin's own change, and hours of booking, are written at once. Raises a ChangeError."""
        change = await self._changes.find(id_)
        if change is None or change.author != author:
            raise ChangeGoneError
        self.centre(change.centre, author)
        if change.stage is not Stage.DRAFT:
            raise AlreadySentError(change)
        if self._roster.is_admin(author) or change.part in AT_ONCE:
            return await self._decide(id_, author, Stage.TAKEN)
        if not self._roster.admins:
            raise NobodyDecidesError
        if not await self._changes.move(change, Stage.SENT, author, self._clock.now(), self._to_admins):
            raise AlreadySentError(change)
        self._wake()
        return replace(change, stage=Stage.SENT)

    async def decide(self, id_: ChangeId, admin: Address, *, accept: bool) -> Change:
        """Takes the change into the file, or not; the caller has made sure of the admin. Raises a ChangeError."""
        return await self._decide(id_, admin, Stage.TAKEN if accept else Stage.REFUSED)

    async def _decide(self, id_: ChangeId, admin: Address, to: Stage) -> Change:
        # The file first: killed in between, the change still waits, and taking it again writes the same.
        async with self._one_decides:
            change = await self._changes.find(id_)
            if change is None or (change.stage is Stage.DRAFT and change.author != admin):
                raise ChangeGoneError
            if change.stage in {Stage.TAKEN, Stage.REFUSED}:
                raise AlreadyDecidedError(change)
            if to is Stage.TAKEN:
                await self._write(change)
            if not await self._changes.move(change, to, admin, self._clock.now(), self._afterwards):
                raise AlreadyDecidedError(await self._changes.find(id_) or change)
        self._wake()
        log.info("change.decided", change=id_, centre=change.centre, part=change.part, stage=to)
        return replace(change, stage=to)

    async def _write(self, change: Change) -> None:
        centre, now = self._directory.now.centre(change.centre), self._clock.now()
        if centre is None:
            raise CentreGoneError
        fields = to_write(change.fields, centre, centre.day(now))
        if not fields:
            return
        try:
            await asyncio.to_thread(self._editor.change_centre, change.centre, fields, now)
        except RefusedChangeError as refused:
            raise ImpossibleError(refused.problems) from refused
        except KeyError as gone:
            raise CentreGoneError from gone
        except OSError as error:
            log.warning("change.not_written", change=change.id, reason=str(error))
            raise UnwritableError(change, str(self._editor.file)) from error
        await self._directory.refresh()

    def _to_admins(self, change: Change) -> Iterable[Promise]:
        for admin in sorted(self._roster.admins):
            key = f"{CHANGE_CAME}:{change.id}:{admin.channel}:{admin.id}"
            yield Promise(admin, CHANGE_CAME, key, self._clock.now(), {"change": change.id})

    def _afterwards(self, change: Change) -> Iterable[Promise]:
        """To the author of a decided change; to the other admins about one that was nobody's to decide."""
        if change.part in AT_ONCE:
            for admin in sorted(self._roster.admins - {change.author}):
                key = f"{HOURS_SET}:{change.id}:{admin.channel}:{admin.id}"
                yield Promise(admin, HOURS_SET, key, self._clock.now(), {"change": change.id})
        elif change.author and change.stage is Stage.SENT:
            key = f"{CHANGE_DECIDED}:{change.id}"
            yield Promise(change.author, CHANGE_DECIDED, key, self._clock.now(), {"change": change.id})
