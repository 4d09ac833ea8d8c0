"""Checks who may use a command of admins; that it is not used in a group is seen to before."""

from bot.handlers.talk import Talk
from bot.screens.staff import staff
from bot.staff.roster import Roster


async def allowed_to_admin(talk: Talk, roster: Roster) -> bool:
    """Whether to go on; otherwise it is said why not."""
    if not roster.is_admin(talk.person):
        await talk.reply(staff.admins_only())
        return False
    return True
