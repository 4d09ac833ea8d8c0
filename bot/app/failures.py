"""Why the bot could not start or go on: words for the operator, and the exit code of the process."""

import errno
import sys
from enum import IntEnum
from zoneinfo import ZoneInfo

from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.utils.token import TokenValidationError

from bot.app.application import UnusableDataError
from bot.app.live_data import NoDataFolderError
from bot.faq.library import MissingFilesError
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import database_text
from bot.settings import Settings
from bot.storage.database import LostDatabaseError, UnusableDatabaseError
from bot.storage.lock import DatabaseInUseError, MissingDatabaseError, UnknownDatabaseError
from bot.telegram.polling import RevokedTokenError

TOKEN_FAILURES = (TokenValidationError, TelegramUnauthorizedError, TelegramNotFound, RevokedTokenError)
FAILURES = (
    *TOKEN_FAILURES,
    DatabaseInUseError,
    LostDatabaseError,
    MissingDatabaseError,
    UnknownDatabaseError,
    UnusableDatabaseError,
    NoDataFolderError,
    UnusableDataError,
    OSError,  # MissingFilesError too
)


class Exit(IntEnum):
    """The exit codes of the process."""

    OK = 0
    TOKEN = 3
    DATABASE = 4
    DATA = 5
    PORT = 7
    IN_USE = 8
    NO_DATABASE = 9


def tell(error: Exception, settings: Settings) -> Exit:
    """Tells the operator of one of FAILURES; the exit code that belongs to it."""
    code, words = _about(error, settings)
    say(words)
    return code


def say(words: str) -> None:
    """Writes to the operator's terminal."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _about(error: Exception, settings: Settings) -> tuple[Exit, str]:
    match error:
        case DatabaseInUseError() | LostDatabaseError() | MissingDatabaseError() | UnusableDatabaseError():
            return _about_database(error, settings)
        case UnknownDatabaseError():
            return Exit.NO_DATABASE, database_text.unknown(error.path, error.nearby)
        case MissingFilesError():
            return Exit.DATA, f"Нет файла {error.path}. Проверьте DATA_DIR: там должна лежать папка data из проекта."
        case NoDataFolderError() | UnusableDataError():
            return Exit.DATA, str(error)
        case OSError():
            return _about_opening(error)
        case _:
            return Exit.TOKEN, "Telegram не принимает BOT_TOKEN. Возьмите ключ у @BotFather и впишите его в .env."


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


def _about_opening(error: OSError) -> tuple[Exit, str]:
    if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL) and error.filename is None:
        cure = "Выберите другой: SANDBOX_PORT или WEBHOOK_PORT."
        return Exit.PORT, f"Не удалось открыть порт: {error.strerror}. {cure}"
    return Exit.DATA, f"Не открывается {error.filename}: {reason_of(error)}. Проверьте права на файл."
