"""Admin commands: the state of the bot, failed notices, backups, reloading data."""

from bot.faq.library import MissingFilesError
from bot.handlers.access import allowed_to_admin
from bot.handlers.maintenance import data_conflicts, file_history
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.maintenance.admin_service import AdminService
from bot.maintenance.data_upgrade import DataUpgrade
from bot.maintenance.status import ChangedFilesError, CopyError
from bot.outbox.notice import NoticeId
from bot.russian.system_errors import reason_of
from bot.screens.maintenance import status as status_screens
from bot.screens.maintenance.actions import (
    BringBack,
    DropNotice,
    KeepOwn,
    PutBack,
    SendAgain,
    ShowData,
    ShowDifference,
    ShowHistory,
    ShowStatus,
    ShowVersion,
    TakeRelease,
)
from bot.staff.roster import Roster
from bot.understanding.acts import ActName


async def status(talk: Talk, roster: Roster, admin_service: AdminService) -> None:
    """Handles /status, and the button back to it."""
    if await allowed_to_admin(talk, roster):
        await talk.reply(status_screens.status(await admin_service.status(), admin_service.zone))


async def send_again(talk: Talk, action: SendAgain, roster: Roster, admin_service: AdminService) -> None:
    """Handles «Повторить» of a failed notice."""
    if await allowed_to_admin(talk, roster):
        done = await admin_service.retry(NoticeId(action.notice))
        await talk.reply(status_screens.tried_again() if done else status_screens.settled_before())


async def drop(talk: Talk, action: DropNotice, roster: Roster, admin_service: AdminService) -> None:
    """Handles «Отбросить» of a failed notice."""
    if await allowed_to_admin(talk, roster):
        done = await admin_service.discard(NoticeId(action.notice))
        await talk.reply(status_screens.dropped() if done else status_screens.settled_before())


async def back_up(talk: Talk, roster: Roster, admin_service: AdminService) -> None:
    """Handles /backup: makes a backup now."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        copy = await admin_service.back_up()
    except ChangedFilesError as error:
        await talk.reply(status_screens.restart_first(str(error)))
    except CopyError as error:
        await talk.reply(status_screens.not_backed_up(str(error)))
    else:
        await talk.reply(status_screens.backed_up(copy))


async def reread(talk: Talk, roster: Roster, admin_service: AdminService, data_upgrade: DataUpgrade) -> None:
    """Handles /data: reloads the data files, and shows what waits for a decision."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        read = await admin_service.reload_data()
        report = await data_upgrade.look()
    except MissingFilesError as error:
        await talk.reply(status_screens.unreadable(f"нет файла {error.path.name}"))
    except OSError as error:
        await talk.reply(status_screens.unreadable(reason_of(error)))
    else:
        await talk.reply(status_screens.data(read, report))


ROUTES = Routes(
    commands={"status": status, "backup": back_up, "data": reread},
    actions={
        ShowStatus: status,
        SendAgain: send_again,
        DropNotice: drop,
        ShowData: reread,
        ShowDifference: data_conflicts.show,
        TakeRelease: data_conflicts.take,
        KeepOwn: data_conflicts.keep,
        PutBack: data_conflicts.put_back,
        ShowHistory: file_history.show_history,
        ShowVersion: file_history.show_version,
        BringBack: file_history.bring_back,
    },
    acts={ActName.STATUS: status, ActName.BACKUP: back_up},
)
