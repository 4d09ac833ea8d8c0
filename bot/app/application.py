"""The running application: its parts together, opened once and closed in turn."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions

from bot.app.composition import Services
from bot.app.jobs import build_scheduler
from bot.booking.librarian_service import LibrarianService
from bot.centres.live_directory import LiveDirectory
from bot.centres.places.place_names import read_place_words
from bot.clock import Clock
from bot.faq.live_faq import LiveFaq
from bot.faq.unanswered import UnansweredQuestion
from bot.handlers.update_router import UpdateRouter
from bot.maintenance.database_watch import DatabaseWatch
from bot.outbox.delivery_worker import DeliveryWorker
from bot.region.region import Region, load_region
from bot.scheduling.scheduler import Scheduler
from bot.screens.screen import Screen
from bot.settings import Settings
from bot.staff.attendance import Attendance
from bot.staff.invitations import Invitations
from bot.staff.roster import Roster
from bot.stats.interaction import Interaction
from bot.storage.database import Database, LostDatabaseError
from bot.storage.tables.notices import NoticeStore
from bot.storage.tables.unanswered import UnparsedUpdateTable
from bot.telegram.api_session import JsonSession, Patience
from bot.telegram.bot_profile import LateMenus
from bot.telegram.intake import Intake
from bot.write_behind import WriteBehind

Receive = Callable[[asyncio.Event], Awaitable[None]]


class UnusableDataError(Exception):
    """A file that everything hangs on cannot be read; carries the words for the operator."""


@dataclass(frozen=True, slots=True)
class Application:
    """The parts that others outside need to hold: the line, the door, the courier."""

    bot: Bot
    dispatcher: Dispatcher
    intake: Intake
    courier: DeliveryWorker[Screen]
    reference: LiveFaq
    region: Region
    database: Database
    clock: Clock
    zone: str
    directory: LiveDirectory
    invitations: Invitations
    roster: Roster
    attendance: Attendance
    visits: LibrarianService
    notices: NoticeStore
    behind: tuple[WriteBehind[Interaction], WriteBehind[UnansweredQuestion]]
    alarm: Scheduler
    watch: DatabaseWatch
    late_menus: LateMenus
    updates: UpdateRouter

    async def run(self, receive: Receive, stop: asyncio.Event) -> None:
        """Receives until told to stop; the helpers end after the last update was answered.

        Raises LostDatabaseError when there is nothing left to write promises into.
        """
        writers = (rows.run() for rows in self.behind)
        works = (self.courier.run(), self.intake.inbox.run(), *writers, self._stop_when_lost(stop))
        helpers = [asyncio.create_task(work) for work in works]
        try:
            async with self.alarm:
                await receive(stop)
        finally:
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
        if self.watch.lost.is_set():
            raise LostDatabaseError(self.database.path)

    async def _stop_when_lost(self, stop: asyncio.Event) -> None:
        await self.watch.lost.wait()
        stop.set()


@asynccontextmanager
async def application(
    settings: Settings,
    clock: Clock,
    line: BaseSession | None = None,
    reference: LiveFaq | None = None,
    build: type[Services] = Services,
) -> AsyncIterator[Application]:
    """Builds every part once, closes them in turn. Raises Unusable…Error and MissingFilesError."""
    region = _region(settings)
    faq_now = await asyncio.to_thread(_reference, settings.data_dir) if reference is None else reference
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(await Database.open(settings.database))
        bot = _bot(settings, line or _line(settings))
        stack.push_async_callback(bot.session.close)
        parts = build(settings, clock, database, bot, faq_now, region)
        stack.push_async_callback(parts.acknowledger.close)
        await parts.load()
        for rows in parts.behind:
            stack.push_async_callback(rows.flush)
        dispatcher = parts.dispatcher()
        intake = Intake(dispatcher, bot, UnparsedUpdateTable(database), clock, parts.inbox, parts.acknowledger.arrived)
        await intake.inbox.open()
        stack.push_async_callback(intake.inbox.close)
        yield Application(
            bot=bot,
            dispatcher=dispatcher,
            intake=intake,
            courier=parts.courier,
            reference=faq_now,
            region=region,
            database=database,
            clock=clock,
            zone=settings.timezone,
            directory=parts.directory,
            invitations=parts.invitations,
            roster=parts.roster,
            attendance=parts.attendance,
            visits=LibrarianService(parts.office),
            notices=parts.notices,
            behind=parts.behind,
            alarm=build_scheduler(parts),
            watch=parts.watch,
            late_menus=parts.late_menus,
            updates=parts.updates,
        )


def _reference(folder: Path) -> LiveFaq:
    return LiveFaq(folder / "faq", read_place_words(folder))


def _region(settings: Settings) -> Region:
    region, problems = load_region(settings.data_dir / "region.yaml")
    if region is None:
        raise UnusableDataError("\n".join(map(str, problems)))
    return region


def _line(settings: Settings) -> BaseSession:
    proxy = settings.bot_proxy.get_secret_value() if settings.bot_proxy else None
    line = JsonSession(api=TelegramAPIServer.from_base(settings.bot_api_url), proxy=proxy)
    line.middleware(Patience())
    return line


def _bot(settings: Settings, line: BaseSession) -> Bot:
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    # As a whole: its parts alone would also be sent under names that the Bot API no longer documents.
    quiet = LinkPreviewOptions(is_disabled=True)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=quiet)
    return Bot(token, session=line, default=defaults)
