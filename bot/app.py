"""The one place where the parts meet."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

from bot.ask.desk import QuestionDesk
from bot.centres.live_directory import LiveDirectory
from bot.centres.rewriting import Editor
from bot.clock import Clock
from bot.faq.gaps import Gap, GapBook
from bot.faq.reference import Reference
from bot.handlers import ask, centre_changes, centres, faq, home, membership, middlewares, staff
from bot.handlers.guide import Guide
from bot.handlers.intake import Intake
from bot.handlers.messenger import TelegramMessenger
from bot.handlers.reception import Reception
from bot.handlers.renders import renders
from bot.handlers.routes import together
from bot.handlers.session import JsonSession, Patience
from bot.handlers.staff_renders import staff_renders
from bot.handlers.talk import CHANNEL
from bot.handlers.ways import Ways
from bot.outbox.courier import Courier
from bot.people import Address
from bot.privacy.retention import Retention
from bot.region import Region, load_region
from bot.scheduling.alarm import Alarm
from bot.screens.screen import Screen
from bot.settings import ServiceMode, Settings
from bot.staff.change_desk import ChangeDesk
from bot.staff.invitations import Invitations
from bot.staff.roster import Answerers, Roster
from bot.stats.contact import Contact, Pseudonyms
from bot.stats.journal import Journal
from bot.storage.awaited import AwaitedStore
from bot.storage.centre_changes import CentreChangeStore
from bot.storage.contacts import ContactStore
from bot.storage.database import Database
from bot.storage.gaps import GapStore, SetAsideStore
from bot.storage.notices import NoticeStore
from bot.storage.people import PeopleStore
from bot.storage.questions import QuestionStore
from bot.storage.secret_key import statistics_key
from bot.storage.staff import StaffStore
from bot.write_behind import WriteBehind

ROUTES = together(home.ROUTES, faq.ROUTES, ask.ROUTES, centres.ROUTES, staff.ROUTES, centre_changes.ROUTES)

log = structlog.get_logger()

Receive = Callable[[asyncio.Event], Awaitable[None]]


class UnusableDataError(Exception):
    """A file that everything hangs on cannot be read; carries the words for the operator."""


@dataclass(frozen=True, slots=True)
class Application:
    """The parts that others outside need to hold: the line, the door, the courier."""

    bot: Bot
    dispatcher: Dispatcher
    intake: Intake
    courier: Courier[Screen]
    reference: Reference
    region: Region
    database: Database
    behind: tuple[WriteBehind[Contact], WriteBehind[Gap]]
    alarm: Alarm

    async def run(self, receive: Receive, stop: asyncio.Event) -> None:
        """Receives until told to stop; the helpers end after the last update was answered."""
        helpers = [asyncio.create_task(work) for work in (self.courier.run(), *(rows.run() for rows in self.behind))]
        try:
            async with self.alarm:
                await receive(stop)
        finally:
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)


@asynccontextmanager
async def application(
    settings: Settings, clock: Clock, line: BaseSession | None = None, reference: Reference | None = None
) -> AsyncIterator[Application]:
    """Builds every part once, closes them in turn. Raises Unusable…Error and MissingFilesError."""
    region = _region(settings)
    faq_now = await asyncio.to_thread(Reference, settings.data_dir / "faq") if reference is None else reference
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(await Database.open(settings.database))
        bot = _bot(settings, line or _line(settings))
        stack.push_async_callback(bot.session.close)
        parts = _Parts(settings, clock, database, bot, faq_now, region)
        await parts.awaited.load()
        await parts.staff.load()
        for rows in parts.behind:
            stack.push_async_callback(rows.flush)
        yield parts.application()


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
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    return Bot(token, session=line, default=defaults)


class _Parts:
    """Every object, built in the order in which they need each other."""

    def __init__(
        self, settings: Settings, clock: Clock, database: Database, bot: Bot, reference: Reference, region: Region
    ) -> None:
        self.settings, self.clock, self.database, self.bot, self.reference = settings, clock, database, bot, reference
        self.directory = LiveDirectory(settings.data_dir, ZoneInfo(settings.timezone))
        self.guide = Guide(self.directory, region, clock)
        self.staff = StaffStore(database)
        self.changes = CentreChangeStore(database)
        self.people = PeopleStore(database, [self.staff.forget])
        self.awaited = AwaitedStore(database, clock)
        self.notices = NoticeStore(database)
        self.questions = QuestionStore(database)
        self.gaps = GapStore(database)
        self.pseudonyms = Pseudonyms(statistics_key(settings.statistics_key, settings.database))
        contacts = ContactStore(database)
        self.behind = (WriteBehind("contact", contacts.add), WriteBehind("gap", self.gaps.add))
        self.journal = Journal(self.behind[0], contacts, self.pseudonyms, clock)
        self.messenger = TelegramMessenger(bot, self.people)
        self.courier = self._courier()
        self.desk = QuestionDesk(self.questions, self._librarians(), clock, self.courier.wake)
        self.roster = Roster(self.staff, self._admins(), clock, self.courier.wake)
        self.ways = Ways(region, self.desk, settings.retention_days, self._admins())

    def application(self) -> Application:
        dispatcher = self._dispatcher()
        intake = Intake(dispatcher, self.bot, SetAsideStore(self.database), self.clock)
        return Application(
            self.bot,
            dispatcher,
            intake,
            self.courier,
            self.reference,
            self.ways.region,
            self.database,
            self.behind,
            self._alarm(),
        )

    def _librarians(self) -> Collection[Address]:
        information = self.settings.service_mode is ServiceMode.INFORMATION
        return frozenset() if information else Answerers(self.staff, self._admins())

    def _admins(self) -> frozenset[Address]:
        return frozenset(Address(CHANNEL, admin) for admin in self.settings.admins)

    def _courier(self) -> Courier[Screen]:
        async def gone(person: Address) -> None:
            await self.people.set_reachable(person, since=self.clock.now())

        zone = ZoneInfo(self.settings.timezone)
        told = {**renders(self.questions, self.reference, zone), **staff_renders(self.changes, self.guide)}
        return Courier(self.notices, self.messenger, told, gone, self.clock)

    def _change_desk(self) -> ChangeDesk:
        editor = Editor(self.settings.data_dir, ZoneInfo(self.settings.timezone))
        return ChangeDesk(self.changes, self.directory, editor, self.roster, self.clock, self.courier.wake)

    def _dispatcher(self) -> Dispatcher:
        dispatcher = Dispatcher(disable_fsm=True, **self._provided())
        for surrounding in (
            middlewares.Conversing(self.messenger, self.awaited),
            middlewares.Failures(self.people, self.clock),
            middlewares.Pace(),
            middlewares.Typing(),
        ):
            dispatcher.update.outer_middleware(surrounding)
        reception = Reception(ROUTES, faq.question, centres.shared, self.awaited, self.journal)
        dispatcher.include_routers(reception.router(), membership.router())
        return dispatcher

    def _provided(self) -> Mapping[str, Any]:
        """What handlers may name; tests/test_wiring.py holds each of them against its type."""
        return {
            "asked_in_vain": self.gaps,
            "awaited": self.awaited,
            "changes": self._change_desk(),
            "clock": self.clock,
            "directory": self.directory,
            "guide": self.guide,
            "desk": self.desk,
            "gaps": GapBook(self.behind[1], self.clock),
            "invitations": Invitations(self.staff, self._admins(), self.clock, self.courier.wake),
            "journal": self.journal,
            "people": self.people,
            "pseudonyms": self.pseudonyms,
            "reference": self.reference,
            "roster": self.roster,
            "ways": self.ways,
        }

    def _alarm(self) -> Alarm:
        async def wake() -> None:
            self.courier.wake()

        retention = Retention(
            self.awaited,
            (self.questions.sweep, self.gaps.sweep, self.staff.sweep, self.changes.sweep),
            (self.notices.sweep,),
            self.settings.retention_days,
            self.clock,
        )
        return Alarm(
            {
                "courier": (10.0, wake),
                "faq": (5.0, self.reference.refresh),
                "centres": (5.0, self.directory.refresh),
                "retention": (3600.0, retention.sweep),
            }
        )
