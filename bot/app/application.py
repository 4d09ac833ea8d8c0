"""The running application: its parts together, opened once and closed in turn."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions

from bot.app.channel import TELEGRAM, Channel
from bot.app.composition import compose
from bot.app.edge import Edge
from bot.app.services import Services
from bot.app.stores import Stores
from bot.centres.places.place_names import read_place_words
from bot.clock import Clock
from bot.datafiles.live_folder.places import shipped_folder
from bot.faq.live_faq import LiveFaq
from bot.region.live_region import LiveRegion, UnusableRegionError
from bot.scheduling.scheduler import Scheduler
from bot.settings import Settings
from bot.storage.database import Database, LostDatabaseError
from bot.telegram.api_session import JsonSession, Patience
from bot.understanding.act_files.live_acts import LiveActs
from bot.understanding.linear.linear_file import learned_file

Receive = Callable[[asyncio.Event], Awaitable[None]]


class UnusableDataError(Exception):
    """A file that everything hangs on cannot be read; carries the words for the operator."""


@dataclass(frozen=True, slots=True)
class Application:
    """The running parts that the outside holds: the connection to Telegram, the intake, the delivery worker."""

    database: Database
    clock: Clock
    stores: Stores
    services: Services
    edge: Edge
    alarm: Scheduler

    async def load(self) -> None:
        """Reads into memory what is asked at every press."""
        self.services.common.admin_service.backups.close_to_others()
        await self.stores.load()
        await self.edge.answers.load()

    async def run(self, receive: Receive, stop: asyncio.Event) -> None:
        """Receives until told to stop; the helpers end after the last update was answered.

        Raises LostDatabaseError when there is nothing left to write promises into.
        """
        writers = (rows.run() for rows in self.stores.behind)
        works = (self.edge.delivery_worker.run(), self.edge.intake.inbox.run(), *writers, self._stop_when_lost(stop))
        learning = self.services.files.live_acts.keep_learning()
        helpers = [asyncio.create_task(work) for work in (*works, learning)]
        try:
            async with self.alarm:
                await receive(stop)
        finally:
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
        if self.edge.watch.lost.is_set():
            raise LostDatabaseError(self.database.path)

    async def _stop_when_lost(self, stop: asyncio.Event) -> None:
        await self.edge.watch.lost.wait()
        stop.set()


@asynccontextmanager
async def application(
    settings: Settings,
    clock: Clock,
    line: BaseSession | None = None,
    live_faq: LiveFaq | None = None,
    channel: Channel = TELEGRAM,
    live_acts: LiveActs | None = None,
) -> AsyncIterator[Application]:
    """Builds every part once, closes them in turn. Raises Unusable…Error and MissingFilesError."""
    region = _region(settings)
    faq_now = await asyncio.to_thread(_reference, settings.data_dir) if live_faq is None else live_faq
    acts_now = await asyncio.to_thread(_acts, settings, faq_now) if live_acts is None else live_acts
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(await Database.open(settings.database))
        bot = bot_of(settings, line)
        stack.push_async_callback(bot.session.close)
        app = Application(database, clock, *compose(settings, clock, database, bot, faq_now, acts_now, region, channel))
        stack.push_async_callback(app.edge.acknowledger.close)
        await app.load()
        await app.services.files.learn()
        for rows in app.stores.behind:
            stack.push_async_callback(rows.flush)
        await app.edge.intake.inbox.open()
        stack.push_async_callback(app.edge.intake.inbox.close)
        yield app


def _reference(folder: Path) -> LiveFaq:
    return LiveFaq(folder / "faq", read_place_words(folder))


def _acts(settings: Settings, live_faq: LiveFaq) -> LiveActs:
    return LiveActs(settings.data_dir, live_faq, learned_file(settings.database), shipped_folder())


def _region(settings: Settings) -> LiveRegion:
    try:
        return LiveRegion(settings.data_dir)
    except UnusableRegionError as error:
        raise UnusableDataError(str(error)) from error


def _line(settings: Settings) -> BaseSession:
    proxy = settings.bot_proxy.get_secret_value() if settings.bot_proxy else None
    line = JsonSession(api=TelegramAPIServer.from_base(settings.bot_api_url), proxy=proxy)
    line.middleware(Patience())
    return line


def bot_of(settings: Settings, line: BaseSession | None = None) -> Bot:
    """The bot of the settings, by a line of one's own or by that of the settings."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    # As a whole: its parts alone would also be sent under names that the Bot API no longer documents.
    quiet = LinkPreviewOptions(is_disabled=True)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=quiet)
    return Bot(token, session=line or _line(settings), default=defaults)
