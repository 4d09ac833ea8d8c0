"""The staff's desks over a real file, with a small region and a clock moved by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.centres.live_directory import LiveDirectory
from bot.people import Address
from bot.staff.card_edit_service import CardEditService
from bot.staff.invitations import Invitations
from bot.staff.roster import Member, Roster
from bot.storage.database import Database
from bot.storage.tables.card_edits import CardEditTable
from bot.storage.tables.staff import StaffStore
from tests.centres.small_region import ZONE, write
from tests.hand_clock import HandClock

ADMIN, OTHER_ADMIN = Address("telegram", 1), Address("telegram", 2)
VERA, BORIS = Address("telegram", 10), Address("telegram", 11)
LIPKI, SOSNY = CentreId("lipki-main"), CentreId("sosny-main")
ADMINS = frozenset({ADMIN, OTHER_ADMIN})

Owed = list[tuple[int, str]]


@dataclass(slots=True)
class StaffScene:
    """Everything that the bot builds for its staff."""

    folder: Path
    clock: HandClock
    database: Database
    store: StaffStore
    roster: Roster
    invitations: Invitations
    directory: LiveDirectory
    changes: CardEditTable
    desk: CardEditService

    async def hire(self, person: Address = VERA, centre: CentreId = LIPKI, name: str = "Вера") -> Member:
        token, _ = await self.invitations.make(centre, ADMIN)
        return await self.invitations.accept(token, person, name)

    async def owed(self, kind: str) -> Owed:
        """Who is promised a notice of that kind."""
        sql = "select recipient, payload from outbox where kind = ? order by recipient, id"
        return await self.database.read(lambda db: db.execute(sql, (kind,)).fetchall())

    def text(self) -> str:
        return (self.folder / "centres.yaml").read_text(encoding="utf-8")


@asynccontextmanager
async def staff_scene(folder: Path, admins: frozenset[Address] = ADMINS) -> AsyncIterator[StaffScene]:
    if not (folder / "centres.yaml").exists():
        write(folder)
    clock = HandClock()
    async with await Database.open(folder / "bot.sqlite3") as database:
        store, changes = StaffStore(database), CardEditTable(database)
        await store.load()
        roster, directory = Roster(store, admins, clock), LiveDirectory(folder, ZONE)
        desk = CardEditService(changes, directory, Editor(folder, ZONE), roster, clock, lambda: None)
        yield StaffScene(
            folder,
            clock,
            database,
            store,
            roster,
            Invitations(store, lambda person, _: person in admins, clock),
            directory,
            changes,
            desk,
        )
