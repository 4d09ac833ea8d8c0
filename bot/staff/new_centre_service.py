"""An admin adds a centre from the chat: its name, its settlement, perhaps its address."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.audit import AuditedDeed, AuditEntry, AuditNotes
from bot.centres.card_edits import CardPart, NewFields, UnclearChangeError, read_change
from bot.centres.centre import Centre, CentreId, CentreKind
from bot.centres.centre_fields import is_plain
from bot.centres.editing import Editor, RefusedChangeError
from bot.centres.imports.records import new_id
from bot.centres.live_directory import LiveDirectory
from bot.centres.new_record import new_record
from bot.centres.places.place import Match, Place
from bot.centres.workbook.matching import is_mfc, same_library
from bot.clock import Clock
from bot.datafiles.file_problem import FileProblem
from bot.datafiles.live_folder.versions import editor_mark
from bot.people import Address
from bot.russian.system_errors import reason_of

SHORTEST, LONGEST = 5, 200  # letters of a name

log = structlog.get_logger()


@dataclass
class TwinCentreError(Exception):
    """We have that centre already."""

    centre: Centre


@dataclass
class NewCentreNotWrittenError(Exception):
    """The file could not be written, or would be faulty."""

    reason: str
    problems: Sequence[FileProblem] = ()


class NewCentreService:
    """Adds centres one at a time; the caller has made sure of the admin."""

    def __init__(self, directory: LiveDirectory, editor: Editor, audit: AuditNotes, clock: Clock) -> None:
        self._directory = directory
        self._editor = editor
        self._audit = audit
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()

    @property
    def now(self) -> datetime:
        """The moment of the clock."""
        return self._clock.now()

    def is_name(self, text: str) -> bool:
        """Whether the words can stand on a card as the name of a centre."""
        return SHORTEST <= len(text) <= LONGEST and is_plain(text) and any(sign.isalpha() for sign in text)

    def find_places(self, text: str) -> Match:
        """The places that the words may mean."""
        return self._directory.now.find_place(text)

    def place(self, settlement: int) -> Place | None:
        """The settlement of that number."""
        return self._directory.now.settlement(settlement)

    def alike(self, name: str, place: Place) -> tuple[Centre, ...]:
        """Centres of that settlement which may be the same one."""
        return same_library(name, place.municipality, place.name, self._directory.now.centres)

    def drafted(self, name: str, place: Place) -> Centre:
        """The centre as it would be."""
        taken = {str(centre.id) for centre in self._directory.now.centres}
        id_ = CentreId(new_id(place.municipality.id, place.name, taken))
        kind = CentreKind.MFC if is_mfc(name) else CentreKind.LIBRARY
        return Centre(id_, name, name, kind, place.municipality, self._directory.zone, place.name)

    def read_address(self, text: str, centre: Centre) -> NewFields | None:
        """The address in the words; None where they are none."""
        try:
            return read_change(CardPart.ADDRESS, text, centre, centre.day(self._clock.now()))
        except UnclearChangeError:
            return None

    async def add(self, name: str, place: Place, address: str, admin: Address) -> Centre:
        """Writes the centre and gives it as it is now. Raises TwinCentreError, NewCentreNotWrittenError."""
        async with self._one_at_a_time:
            for twin in self.alike(name, place):
                if name in {twin.name, twin.short_name}:
                    raise TwinCentreError(twin)
            centre, now = self.drafted(name, place), self._clock.now()
            day = centre.day(now)
            fields = (self.read_address(address, centre) or {}) if address else {}
            record = new_record(centre, fields, f"администратор, {day.isoformat()}", day)
            by = editor_mark(admin)
            try:
                await asyncio.to_thread(self._editor.change_centres, {}, (record,), now, "", by)
            except RefusedChangeError as refused:
                raise NewCentreNotWrittenError(str(refused), refused.problems) from refused
            except OSError as error:
                raise NewCentreNotWrittenError(reason_of(error)) from error
            await self._directory.refresh()
        await self._audit.note(AuditEntry(now, admin, AuditedDeed.CENTRE_ADDED, centre.id))
        log.info("centre.added", centre=centre.id)
        return self._directory.now.centre(centre.id) or centre
