"""The running bot: from the first call to Telegram to the last confirmed update."""

import asyncio
import errno
import secrets
import shutil
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.utils.token import TokenValidationError
from pydantic import SecretStr

from bot.app.application import Application, Receive, UnusableDataError, application
from bot.app.sandbox_setup import add_demo_visits, open_demo_booking
from bot.clock import Clock, MovableClock, SystemClock
from bot.datafiles import owner_only
from bot.datafiles.file_swap import PREVIOUS
from bot.faq.library import MissingFilesError
from bot.people import Address
from bot.screens.maintenance import database_text
from bot.settings import Settings
from bot.storage.database import LostDatabaseError, UnusableDatabaseError
from bot.storage.lock import DatabaseInUseError, MissingDatabaseError, held
from bot.telegram.begin_talk import CHANNEL
from bot.telegram.bot_profile import introduce
from bot.telegram.intake import ALLOWED_UPDATES
from bot.telegram.polling import Polling, RevokedTokenError
from bot.telegram.webhook import Webhook

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

SANDBOX_TOKEN = "42:sandbox-only-never-leaves-this-machine"  # noqa: S105 - opens nothing but the sandbox
SANDBOX_LIBRARIAN, SANDBOX_ADMIN = 2001, 3001

Built = Callable[[Application], Awaitable[None]]
T = TypeVar("T")

log = structlog.get_logger()


class Exit(IntEnum):
    """The exit codes of the process."""

    OK = 0
    TOKEN = 3
    DATABASE = 4
    DATA = 5
    PORT = 7
    IN_USE = 8
    NO_DATABASE = 9


async def serve(settings: Settings) -> Exit:
    """Runs until SIGTERM or SIGINT; every way to fail has its words and its code."""
    try:
        if settings.bot_token is None:
            await _sandboxed(settings)
        else:
            await _answer(settings, SystemClock(), _stop_on_signals())
    except (TokenValidationError, TelegramUnauthorizedError, TelegramNotFound, RevokedTokenError):
        return _failed(Exit.TOKEN, "Telegram не принимает BOT_TOKEN. Возьмите ключ у @BotFather и впишите его в .env.")
    except (DatabaseInUseError, LostDatabaseError, MissingDatabaseError, UnusableDatabaseError) as error:
        return _failed(*_about_database(error, settings))
    except (MissingFilesError, UnusableDataError) as error:
        return _failed(Exit.DATA, _about_data(error))
    except OSError as error:
        return _failed_to_open(error)
    return Exit.OK


async def _sandboxed(settings: Settings) -> None:
    from bot.sandbox.server import Sandbox  # the web server costs a fifth of the start and real bots do not need it

    clock, stop = MovableClock(), _stop_on_signals()
    sandbox = Sandbox(token=SANDBOX_TOKEN, clock=clock)
    await sandbox.start(port=settings.sandbox_port)
    _say(f"БиблиоГос в песочнице: откройте {sandbox.url}\nОстановить: Ctrl+C. Настоящий бот: впишите BOT_TOKEN в .env.")
    try:
        own = _for_sandbox(settings, sandbox.url)
        await _answer(own, clock, stop, partial(_furnish, own, sandbox))
    finally:
        await sandbox.stop()


async def _furnish(settings: Settings, sandbox: "Sandbox", app: Application) -> None:
    """Opens the sandbox's demo data and makes the scheduler follow its winding of the clock."""

    async def next_moment() -> datetime | None:
        return await app.stores.notices.next_due(app.clock.now())

    sandbox.on_time_moved, sandbox.next_moment = app.alarm.run_all_now, next_moment
    librarian = Address(CHANNEL, SANDBOX_LIBRARIAN)
    await open_demo_booking(app, settings.data_dir, librarian, Address(CHANNEL, SANDBOX_ADMIN))
    await add_demo_visits(app, librarian)


def _for_sandbox(settings: Settings, url: str) -> Settings:
    """The owner's settings with a throw-away database, the demo's own people and files they may change."""
    database = settings.database.with_name(f"sandbox-{urlsplit(url).port}.sqlite3")
    owner_only.make_folder(database.parent)
    own_data = _throw_away_copy(settings.data_dir, database.with_suffix(".data"))
    shutil.rmtree(database.with_suffix(".backups"), ignore_errors=True)
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    return settings.model_copy(
        update={
            "bot_token": SecretStr(SANDBOX_TOKEN),
            "bot_api_url": url,
            "bot_proxy": None,
            "webhook_url": None,
            "database": database,
            "data_dir": own_data,
            "admins": frozenset({SANDBOX_ADMIN}),
        }
    )


def _throw_away_copy(data: Path, copy: Path) -> Path:
    """Centres and answers may be mended in the sandbox without touching the owner's, whose edits show at once."""
    if not data.is_dir():
        return data  # told by whoever needs a file of it
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("faq", PREVIOUS))
    shutil.copytree(data / "faq", copy / "faq", copy_function=_linked)
    return copy


def _linked(file: str, copy: str) -> None:
    """Links a data file into the sandbox; an edit there replaces the link and leaves the owner's file alone."""
    try:
        Path(copy).symlink_to(Path(file).absolute())
    except OSError:  # Windows lets few people make links
        shutil.copy2(file, copy)


async def _answer(settings: Settings, clock: Clock, stop: asyncio.Event, built: Built | None = None) -> None:
    with held(settings.database, "run", SystemClock().now(), may_be_new=False):
        async with application(settings, clock) as app:
            if built:
                await built(app)
            if receive := await _unless_told(stop, _connected(app, settings)):
                await app.run(receive, stop)
    log.info("bot.stopped")


async def _unless_told(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """The result of the work; None where the bot is told to stop before a silent Telegram answers."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.wait({working, stopping})


async def _connected(app: Application, settings: Settings) -> Receive:
    """Greets Telegram and chooses how updates come; a wrong token raises, a dead line is waited for."""
    await _with_a_line(app.edge.bot.me)
    librarians = {member.person.id for member in app.services.staff.roster.members} - settings.admins
    app.edge.late_menus.wait_for(
        await introduce(app.edge.bot, app.services.files.region.region, settings.admins, librarians)
    )
    log.info(
        "bot.started", articles=len(app.services.files.live_faq.library.articles), webhook=bool(settings.webhook_url)
    )
    if settings.webhook_url is None:
        await _with_a_line(app.edge.bot.delete_webhook)
        return Polling(app.edge.bot, app.edge.intake).run
    return await _webhook(app, settings, settings.webhook_url)


async def _with_a_line(call: Callable[[], Awaitable[object]]) -> None:
    pause = 1.0
    while True:
        try:
            await call()
        except (TelegramUnauthorizedError, TelegramNotFound, TelegramBadRequest):
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("telegram.unreachable", reason=type(error).__name__, again_in=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)
        else:
            return


async def _webhook(app: Application, settings: Settings, url: str) -> Receive:
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    await _with_a_line(partial(app.edge.bot.set_webhook, url, secret_token=secret, allowed_updates=ALLOWED_UPDATES))
    webhook = Webhook(app.edge.intake, secret, urlsplit(url).path or "/")
    return partial(webhook.run, settings.webhook_host, settings.webhook_port)


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


def _about_database(
    error: DatabaseInUseError | LostDatabaseError | MissingDatabaseError | UnusableDatabaseError, settings: Settings
) -> tuple[Exit, str]:
    match error:
        case DatabaseInUseError():
            return Exit.IN_USE, database_text.in_use(error.path, error.holder, ZoneInfo(settings.timezone))
        case LostDatabaseError():
            return Exit.NO_DATABASE, database_text.lost(error.path)
        case MissingDatabaseError():
            return Exit.NO_DATABASE, database_text.missing(error.path)
        case UnusableDatabaseError():
            return Exit.DATABASE, database_text.unusable(error.path, error.reason)


def _about_data(error: MissingFilesError | UnusableDataError) -> str:
    if isinstance(error, UnusableDataError):
        return str(error)
    return f"Нет файла {error.path}. Проверьте DATA_DIR: там должна лежать папка data из проекта."


def _failed_to_open(error: OSError) -> Exit:
    if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL) and error.filename is None:
        cure = "Выберите другой: SANDBOX_PORT или WEBHOOK_PORT."
        return _failed(Exit.PORT, f"Не удалось открыть порт: {error.strerror}. {cure}")
    return _failed(Exit.DATA, f"Не открывается {error.filename}: {error.strerror}. Проверьте права на файл.")


def _failed(code: Exit, words: str) -> Exit:
    _say(words)
    return code


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()
