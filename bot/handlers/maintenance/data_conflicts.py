"""Buttons of /data: an admin sees what differs, takes the file of the release or keeps the live one."""

from collections.abc import Awaitable, Callable

from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.upgrade import ConflictGoneError, RefusedMergeError
from bot.handlers.access import allowed_to_admin
from bot.handlers.talk import Talk
from bot.maintenance.data_upgrade import DataUpgrade
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import data_conflicts as screens
from bot.screens.maintenance.actions import KeepOwn, PutBack, ShowDifference, TakeRelease
from bot.screens.screen import Screen
from bot.staff.roster import Roster


async def show(talk: Talk, action: ShowDifference, roster: Roster, data_upgrade: DataUpgrade) -> None:
    """Shows an admin how the live and the shipped file differ."""
    if await allowed_to_admin(talk, roster):
        await _told(talk, data_upgrade.difference(action.mark), screens.difference)


async def take(talk: Talk, action: TakeRelease, roster: Roster, data_upgrade: DataUpgrade) -> None:
    """Handles «Взять новое»: the file of the release takes the place of the live one."""
    if await allowed_to_admin(talk, roster):
        work = data_upgrade.take_release(action.mark, talk.person)
        await _told(talk, work, lambda merge: screens.taken(action.mark, merge))


async def keep(talk: Talk, action: KeepOwn, roster: Roster, data_upgrade: DataUpgrade) -> None:
    """Handles «Оставить своё»: the live file stands."""
    if await allowed_to_admin(talk, roster):
        await _told(talk, data_upgrade.keep_own(action.mark), lambda merge: screens.kept(action.mark, merge))


async def put_back(talk: Talk, action: PutBack, roster: Roster, data_upgrade: DataUpgrade) -> None:
    """Handles «Вернуть своё» after «Взять новое»."""
    if await allowed_to_admin(talk, roster):
        await _told(talk, data_upgrade.put_back(action.mark, talk.person), screens.put_back)


async def _told(talk: Talk, work: Awaitable[FileMerge], done: Callable[[FileMerge], Screen]) -> None:
    try:
        merge = await work
    except ConflictGoneError:
        await talk.reply(screens.gone())
    except RefusedMergeError as refusal:
        await talk.reply(screens.refused(refusal.problems))
    except OSError as error:
        await talk.reply(screens.not_written(reason_of(error)))
    else:
        await talk.reply(done(merge))
