"""Admin commands: the state of the bot, failed notices, backups, reloading data."""

from bot.faq.library import MissingFilesError
from bot.handlers.access import is_admin_in_private
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.maintenance.admin_service import AdminService
from bot.maintenance.status import ChangedFilesError, CopyError
from bot.outbox.notice import NoticeId
from bot.screens.maintenance import status as status_screens
from bot.screens.maintenance.actions import DropNotice, SendAgain, ShowStatus
from bot.staff.roster import Roster


async def status(talk: Talk, roster: Roster, admin_service: AdminService) -> None:
    """Handles /status, and the button back to it."""
    if await is_admin_in_private(talk, roster):
        await talk.reply(status_screens.status(await admin_service.status(), admin_service.zone))


async def send_again(talk: Talk, action: SendAgain, roster: Roster, admin_service: AdminService) -> None:
    """Handles «Повторить» of a failed notice."""
    if await is_admin_in_private(talk, roster):
        done = await admin_service.retry(NoticeId(action.notice))
        await talk.reply(status_screens.tried_again() if done else status_screens.settled_before())


async def drop(talk: Talk, action: DropNotice, roster: Roster, admin_service: AdminService) -> None:
    """Handles «Отбросить» of a failed notice."""
    if await is_admin_in_private(talk, roster):
        done = await admin_service.discard(NoticeId(action.notice))
        await talk.reply(status_screens.dropped() if done else status_screens.settled_before())


async def back_up(talk: Talk, roster: Roster, admin_service: AdminService) -> None:
    """Handles /backup: makes a backup now."""
    if not await is_admin_in_private(talk, roster):
        return
    try:
        copy = await admin_service.back_up()
    except ChangedFilesError as error:
        await talk.reply(status_screens.restart_first(str(error)))
    except CopyError as error:
        await talk.reply(status_screens.not_backed_up(str(error)))
    else:
        await talk.reply(status_screens.backed_up(copy))


async def reread(talk: Talk, roster: Roster, admin_service: AdminService) -> None:
    """Handles /data: reloads the data files."""
    if not await is_admin_in_private(talk, roster):
        return
    try:
        read = await admin_service.reload_data()
    except MissingFilesError as error:
        await talk.reply(status_screens.unreadable(f"нет файла {error.path.name}"))
    except OSError as error:
        await talk.reply(status_screens.unreadable(error.strerror or str(error)))
    else:
        await talk.reply(status_screens.data(read))


ROUTES = Routes(
    commands={"status": status, "backup": back_up, "data": reread},
    actions={ShowStatus: status, SendAgain: send_again, DropNotice: drop},
)
