"""The command `upgrade`: what this release ships, merged into the live data folder."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.live_data import live_folder
from bot.datafiles.live_folder.first_copy import FolderKind, prepare_folder
from bot.datafiles.live_folder.upgrade import UpgradeReport
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import data_text, database_text
from bot.settings import Settings
from bot.storage.database import UnusableDatabaseError
from bot.storage.lock import DatabaseInUseError, held


def run(settings: Settings, now: datetime, *, only_look: bool) -> int:
    """0 where the folder has everything, 1 where something waits for a person, 5 where there is no such folder."""
    if not settings.data_dir.exists():
        return _say(data_text.missing(settings.data_dir), 5)
    try:
        if only_look:
            return _told(settings, live_folder(settings).look(), data_text.would_take)
        with held(settings.database, "upgrade", now):
            return _merge(settings, now)
    except DatabaseInUseError as error:
        return _say(database_text.in_use(error.path, error.holder, ZoneInfo(settings.timezone)), 8)
    except UnusableDatabaseError as error:
        return _say(database_text.unusable(error.path, error.reason), 4)
    except OSError as error:
        return _say(data_text.not_upgraded(settings.data_dir, reason_of(error)), 1)


def _merge(settings: Settings, now: datetime) -> int:
    match prepare_folder(settings.data_dir):
        case FolderKind.SHIPPED:
            return _say(data_text.is_shipped(settings.data_dir), 1)
        case FolderKind.OWN:
            return _say(data_text.is_own(settings.data_dir), 1)
        case FolderKind.MADE:  # there was an empty folder
            return _say(data_text.made(settings.data_dir), 0)
        case FolderKind.LIVE:
            return _told(settings, live_folder(settings).upgrade(now), data_text.taken)


def _told(settings: Settings, report: UpgradeReport, words: Callable[[Path, Sequence[str]], str]) -> int:
    live = settings.data_dir
    said = data_text.upgraded(live, report, words) or data_text.nothing_new(live)
    return _say(said, 1 if report.problems or report.conflicts else 0)


def _say(words: str, code: int) -> int:
    (sys.stderr if code else sys.stdout).write(f"{words}\n")
    return code
