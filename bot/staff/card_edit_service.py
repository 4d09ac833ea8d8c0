"""Changes of cards: a librarian reports, an admin decides, the file of centres is rewritten at once."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import structlog

from bot.centres.card_edits import CardPart, read_change
from bot.centres.card_writing import notice_to_write, to_write
from bot.centres.centre import Centre, CentreId
from bot.centres.closing_words import may_be_now
from bot.centres.editing import Editor, RefusedChangeError
from bot.centres.live_directory import LiveDirectory
from bot.clock import Clock
from bot.datafiles.live_folder.versions import editor_mark
from bot.outbox.notice import Notice
from bot.people import Address
from bot.russian.system_errors import reason_of
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_errors import (
    AlreadyDecidedError,
    AlreadySentError,
    CardNotWrittenError,
    CentreGoneError,
    ChangeGoneError,
    ImpossibleError,
    NobodyDecidesError,
    NotTheirCentreError,
)
from bot.staff.card_edit_store import CardEditStore
from bot.staff.roster import Roster

CHANGE_CAME = "change_came"
CHANGE_DECIDED = "change_decided"
HOURS_SET = "consultation_hours_set"  # to the admins: a librarian decides them alone

AT_ONCE = frozenset({CardPart.CONSULTATIONS})  # these need no admin

log = structlog.get_logger()


class CardEditService:
    """Takes card edits from draft to file; rights are checked at each step, for they may be gone by then."""

    def __init__(
        self,
        changes: CardEditStore,
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
        if not self._roster.works_at(person, id_):
            raise NotTheirCentreError
        centre = self._directory.now.centre(id_)
        if centre is None:
            raise CentreGoneError
        return centre

    async def draft(self, author: Address, id_: CentreId, part: CardPart, words: str) -> CardEdit:
        """What was typed, understood and kept for its author. Raises as `centre`, and UnclearChangeError."""
        centre, now = self.centre(id_, author), self._clock.now()
        fields = read_change(part, words, centre, centre.day(now))
        return await self._changes.add(CardEdit(ChangeId(0), id_, part, words.strip(), fields, author, now))

    async def announce(self, id_: ChangeId, author: Address, *, closed: bool) -> CardEdit:
        """Stores whether the announcement shows the centre as closed; its author says so. Raises a ChangeError."""
        change = await self._changes.find_edit(id_)
        notice = change.fields.get("notice") if change else None
        if change is None or change.author != author or not isinstance(notice, Mapping):
            raise ChangeGoneError
        if change.stage is not CardEditStage.DRAFT:
            raise AlreadySentError(change)
        if closed and not (notice.get("since") or may_be_now(change.words)):  # a day ahead never closes now
            raise ChangeGoneError
        self.centre(change.centre, author)
        fields = {"notice": {**notice, "closed": closed}}
        return await self._changes.add(replace(change, id=ChangeId(0), fields=fields, at=self._clock.now()))

    async def waiting_for(self, person: Address) -> list[CardEdit]:
        """The edits that wait for an admin: all for an admin, else one's own and those of one's centres."""
        works_at = self._roster.works_at
        return [one for one in await self._changes.waiting() if one.author == person or works_at(person, one.centre)]

    async def edit_of(self, id_: ChangeId, author: Address) -> CardEdit | None:
        """The author's own edit, sent or not; None where there is no such one any more."""
        change = await self._changes.find_edit(id_)
        return change if change and change.author == author else None

    async def send(self, id_: ChangeId, author: Address) -> CardEdit:
        """To the admins; an admin's own change, and hours of booking, are written at once. Raises a ChangeError."""
        change = await self._changes.find_edit(id_)
        if change is None or change.author != author:
            raise ChangeGoneError
        self.centre(change.centre, author)
        if change.stage is not CardEditStage.DRAFT:
            raise AlreadySentError(change)
        if self._roster.is_admin(author) or change.part in AT_ONCE:
            return await self._decide(id_, author, CardEditStage.TAKEN)
        if not self._roster.admins:
            raise NobodyDecidesError
        if not await self._changes.move(change, CardEditStage.SENT, author, self._clock.now(), self._to_admins):
            raise AlreadySentError(change)
        self._wake()
        return replace(change, stage=CardEditStage.SENT)

    async def decide(self, id_: ChangeId, admin: Address, *, accept: bool) -> CardEdit:
        """Takes the change into the file, or not; the caller has made sure of the admin. Raises a ChangeError."""
        return await self._decide(id_, admin, CardEditStage.TAKEN if accept else CardEditStage.REFUSED)

    async def lift_closing(self, id_: CentreId, person: Address, first: date, last: date) -> bool:
        """The announcement shows the centre closed on those days no longer; whether it did, and was rewritten.

        Raises NotTheirCentreError, CentreGoneError.
        """
        announcement = self.centre(id_, person).announcement
        if announcement is None or not announcement.closes_ahead(first, last):
            return False
        async with self._one_decides:
            notice = notice_to_write(announcement.without(first, last))
            try:
                now, by = self._clock.now(), editor_mark(person)
                await asyncio.to_thread(self._editor.change_centre, id_, {"notice": notice}, now, by)
            except (RefusedChangeError, KeyError, OSError) as error:
                log.warning("announcement.not_lifted", centre=id_, reason=str(error))
                return False
        await self._directory.refresh()
        return True

    async def _decide(self, id_: ChangeId, admin: Address, to: CardEditStage) -> CardEdit:
        # The file first: killed in between, the change still waits, and taking it again writes the same.
        async with self._one_decides:
            change = await self._changes.find_edit(id_)
            if change is None or (change.stage is CardEditStage.DRAFT and change.author != admin):
                raise ChangeGoneError
            if change.stage in {CardEditStage.TAKEN, CardEditStage.REFUSED}:
                raise AlreadyDecidedError(change)
            if to is CardEditStage.TAKEN:
                await self._write(change, admin)
            if not await self._changes.move(change, to, admin, self._clock.now(), self._afterwards):
                raise AlreadyDecidedError(await self._changes.find_edit(id_) or change)
        self._wake()
        log.info("change.decided", change=id_, centre=change.centre, part=change.part, stage=to)
        return replace(change, stage=to)

    async def _write(self, change: CardEdit, by: Address) -> None:
        centre, now = self._directory.now.centre(change.centre), self._clock.now()
        if centre is None:
            raise CentreGoneError
        fields = to_write(change.fields, centre, centre.day(now))
        if not fields:
            return
        try:
            await asyncio.to_thread(self._editor.change_centre, change.centre, fields, now, editor_mark(by))
        except RefusedChangeError as refused:
            raise ImpossibleError(refused.problems) from refused
        except KeyError as gone:
            raise CentreGoneError from gone
        except OSError as error:
            log.warning("change.not_written", change=change.id, reason=str(error))
            raise CardNotWrittenError(change, str(self._editor.file), reason_of(error)) from error
        await self._directory.refresh()

    def _to_admins(self, change: CardEdit) -> Iterable[Notice]:
        for admin in sorted(self._roster.admins):
            key = f"{CHANGE_CAME}:{change.id}:{admin.channel}:{admin.id}"
            yield Notice(admin, CHANGE_CAME, key, self._clock.now(), {"change": change.id})

    def _afterwards(self, change: CardEdit) -> Iterable[Notice]:
        """Tells the author of a decided edit, or the other admins of one that needed no decision."""
        if change.part in AT_ONCE:
            for admin in sorted(self._roster.admins - {change.author}):
                key = f"{HOURS_SET}:{change.id}:{admin.channel}:{admin.id}"
                yield Notice(admin, HOURS_SET, key, self._clock.now(), {"change": change.id})
        elif change.author and change.stage is CardEditStage.SENT:
            key = f"{CHANGE_DECIDED}:{change.id}"
            yield Notice(change.author, CHANGE_DECIDED, key, self._clock.now(), {"change": change.id})
