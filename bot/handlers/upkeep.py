"""How the bot stands, for those who keep it."""

from bot.faq.library import MissingFilesError
from bot.handlers.admins import is_admin_in_private
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.outbox.notice import NoticeId
from bot.screens import upkeep
from bot.screens.upkeep_actions import DropNotice, SendAgain, ShowStatus
from bot.staff.roster import Roster
from bot.upkeep.keeper import Keeper
from bot.upkeep.standing import ChangedFilesError, CopyError


async def status(talk: Talk, roster: Roster, keeper: Keeper) -> None:
    """/status, and the way back to it."""
    if await is_admin_in_private(talk, roster):
        await talk.say(upkeep.status(await keeper.standing(), keeper.zone))


async def send_again(talk: Talk, action: SendAgain, roster: Roster, keeper: Keeper) -> None:
    """«Повторить»."""
    if await is_admin_in_private(talk, roster):
        done = await keeper.again(NoticeId(action.notice))
        await talk.say(upkeep.tried_again() if done else upkeep.settled_before())


async def drop(talk: Talk, action: DropNotice, roster: Roster, keeper: Keeper) -> None:
    """«Отбросить»."""
    if await is_admin_in_private(talk, roster):
        done = await keeper.drop(NoticeId(action.notice))
        await talk.say(upkeep.dropped() if done else upkeep.settled_before())


async def back_up(talk: Talk, roster: Roster, keeper: Keeper) -> None:
    """/backup."""
    if not await is_admin_in_private(talk, roster):
        return
    try:
        copy = await keeper.back_up()
    except ChangedFilesError as error:
        await talk.say(upkeep.restart_first(str(error)))
    except CopyError as error:
        await talk.say(upkeep.not_backed_up(str(error)))
    else:
        await talk.say(upkeep.backed_up(copy))


async def reread(talk: Talk, roster: Roster, keeper: Keeper) -> None:
    """/data."""
    if not await is_admin_in_private(talk, roster):
        return
    try:
        read = await keeper.reread()
    except MissingFilesError as error:
        await talk.say(upkeep.unreadable(f"нет файла {error.path.name}"))
    except OSError as error:
        await talk.say(upkeep.unreadable(error.strerror or str(error)))
    else:
        await talk.say(upkeep.data(read))


ROUTES = Routes(
    commands={"status": status, "backup": back_up, "data": reread},
    actions={ShowStatus: status, SendAgain: send_again, DropNotice: drop},
)
