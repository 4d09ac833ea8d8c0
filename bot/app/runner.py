"""The running bot: from the first call to Telegram to the last confirmed update."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.app.application import Application, application
from bot.app.connecting import connected, unless_told
from bot.app.failures import FAILURES, Exit, say, tell
from bot.app.live_data import prepare_data
from bot.app.sandbox_settings import SANDBOX_ADMIN, SANDBOX_LIBRARIAN, SANDBOX_TOKEN, for_sandbox
from bot.app.sandbox_setup import add_demo_visits, open_demo_booking, page_setting
from bot.clock import Clock, MovableClock, SystemClock
from bot.people import Address
from bot.settings import Settings
from bot.storage.lock import held, require_known
from bot.telegram.begin_talk import CHANNEL

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

Built = Callable[[Application], Awaitable[None]]

log = structlog.get_logger()


async def serve(settings: Settings, *, new: bool = False) -> Exit:
    """Runs until SIGTERM or SIGINT; every way to fail has its words and its code.

    `new` says that a database at a place of one's own may begin empty.
    """
    try:
        if settings.bot_token is None:
            await _sandboxed(settings)
        else:
            if settings.database_is_chosen and not new:
                require_known(settings.database)
            await _answer(settings, SystemClock(), _stop_on_signals(), new=new)
    except FAILURES as error:
        return tell(error, settings)
    return Exit.OK


async def _sandboxed(settings: Settings) -> None:
    from bot.sandbox.server import Sandbox  # the web server costs a fifth of the start and real bots do not need it

    clock, stop = MovableClock(), _stop_on_signals()
    sandbox = Sandbox(token=SANDBOX_TOKEN, clock=clock)
    await sandbox.start(port=settings.sandbox_port)
    say(f"БиблиоГос в песочнице: откройте {sandbox.url}\nОстановить: Ctrl+C. Настоящий бот: впишите BOT_TOKEN в .env.")
    try:
        own = for_sandbox(settings, sandbox.url)
        await _answer(own, clock, stop, partial(_furnish, own, sandbox))
    finally:
        await sandbox.stop()


async def _furnish(settings: Settings, sandbox: "Sandbox", app: Application) -> None:
    """Opens the sandbox's demo data and makes the scheduler follow its winding of the clock."""

    async def next_moment() -> datetime | None:
        return await app.stores.notices.next_due(app.clock.now())

    async def time_moved() -> None:
        await app.alarm.run_all_now()
        app.edge.delivery_worker.wake()

    sandbox.on_time_moved, sandbox.next_moment = time_moved, next_moment
    sandbox.setting = page_setting(app)
    librarian = Address(CHANNEL, SANDBOX_LIBRARIAN)
    await open_demo_booking(app, settings.data_dir, librarian, Address(CHANNEL, SANDBOX_ADMIN))
    await add_demo_visits(app, librarian)


async def _answer(
    settings: Settings, clock: Clock, stop: asyncio.Event, built: Built | None = None, *, new: bool = False
) -> None:
    with held(settings.database, "run", SystemClock().now(), may_be_new=False):
        if built is None and (words := await asyncio.to_thread(partial(prepare_data, settings, clock.now(), new=new))):
            say(words)
        async with application(settings, clock) as app:
            if built:
                await built(app)
            if receive := await unless_told(stop, connected(app, settings)):
                await app.run(receive, stop)
    log.info("bot.stopped")


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
