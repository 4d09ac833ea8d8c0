"""The live data folder at the start of the bot: made at the first run, merged when another release came."""

from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.datafiles.live_folder.first_copy import FolderKind, prepare_folder, restored_folder
from bot.datafiles.live_folder.places import shipped_folder
from bot.datafiles.live_folder.shipped import shipped_files
from bot.datafiles.live_folder.upgrade import LiveFolder
from bot.maintenance.data_check import faults_in
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import data_text
from bot.settings import Settings


class NoDataFolderError(Exception):
    """The live folder could not be made; carries the words for the operator."""


def live_folder(settings: Settings) -> LiveFolder:
    """The folder of DATA_DIR with what this release ships."""
    zone = ZoneInfo(settings.timezone)
    return LiveFolder(settings.data_dir, partial(shipped_files, shipped_folder()), partial(faults_in, zone=zone))


def prepare_data(settings: Settings, now: datetime, *, new: bool) -> str:
    """Makes or upgrades the live folder and returns what to tell the operator. Raises NoDataFolderError.

    An upgrade that fails leaves the folder as it was, and the bot starts with it. A folder of one's own that is not
    there is refused where a bot has already worked, unless `new`: its name is rather a slip of the pen.
    """
    live = settings.data_dir
    if "data_dir" in settings.model_fields_set and settings.database.exists() and not (new or _is_there(live)):
        raise NoDataFolderError(data_text.unknown(live))
    try:
        kind = prepare_folder(live)
    except OSError as error:
        raise NoDataFolderError(data_text.not_made(live, reason_of(error))) from error
    cut_off = data_text.restore_cut_off(live, restored_folder(live)) if restored_folder(live).exists() else ""
    return "\n".join(filter(None, (cut_off, _done(settings, kind, now))))


def _done(settings: Settings, kind: FolderKind, now: datetime) -> str:
    live = settings.data_dir
    match kind:
        case FolderKind.MADE:
            return data_text.made(live)
        case FolderKind.SHIPPED:
            return data_text.is_shipped(live)
        case FolderKind.OWN:
            return ""
        case FolderKind.LIVE:
            return upgrade_data(settings, now)


def _is_there(live: Path) -> bool:
    return live.exists() or restored_folder(live).exists()


def upgrade_data(settings: Settings, now: datetime) -> str:
    """Merges what is shipped now; words only where something was to be done."""
    try:
        return data_text.upgraded(settings.data_dir, live_folder(settings).upgrade(now))
    except OSError as error:
        return data_text.not_upgraded(settings.data_dir, reason_of(error))
