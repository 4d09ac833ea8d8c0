"""Buttons of /data: an admin sees what was changed, and takes a change back."""

from collections.abc import Awaitable

from bot.datafiles.live_folder.upgrade import ConflictGoneError, RefusedMergeError
from bot.handlers.access import allowed_to_admin
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.talk import Talk
from bot.maintenance.data_upgrade import DataUpgrade
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import data_conflicts
from bot.screens.maintenance import file_history as screens
from bot.screens.maintenance.actions import BringBack, ShowVersion
from bot.screens.screen import Screen
from bot.staff.roster import Roster


async def show_history(
    talk: Talk, roster: Roster, data_upgrade: DataUpgrade, day_view: DayView, centre_lookup: CentreLookup
) -> None:
    """Handles «Прежние версии»: the last changes of the files."""

    async def told() -> Screen:
        return screens.history(await data_upgrade.history(), centre_lookup.zone, day_view.names_for(talk.person))

    if await allowed_to_admin(talk, roster):
        await _reply(talk, told())


async def show_version(
    talk: Talk,
    action: ShowVersion,
    roster: Roster,
    data_upgrade: DataUpgrade,
    day_view: DayView,
    centre_lookup: CentreLookup,
) -> None:
    """Shows what stood in a file before a change."""

    async def told() -> Screen:
        version, merge = await data_upgrade.former(action.mark)
        return screens.version(version, merge, centre_lookup.zone, day_view.names_for(talk.person))

    if await allowed_to_admin(talk, roster):
        await _reply(talk, told())


async def bring_back(talk: Talk, action: BringBack, roster: Roster, data_upgrade: DataUpgrade) -> None:
    """Handles «Вернуть прежнее»."""

    async def told() -> Screen:
        return screens.brought_back(await data_upgrade.bring_back(action.mark, action.shown, talk.person))

    if await allowed_to_admin(talk, roster):
        await _reply(talk, told())


async def _reply(talk: Talk, work: Awaitable[Screen]) -> None:
    try:
        screen = await work
    except ConflictGoneError:
        screen = data_conflicts.gone()
    except RefusedMergeError as refusal:
        screen = data_conflicts.refused(refusal.problems)
    except OSError as error:
        screen = data_conflicts.not_written(reason_of(error))
    await talk.reply(screen)
