"""Checks who may use a command: admins, and only in a private chat."""

from bot.handlers.talk import Talk
from bot.screens.staff import staff
from bot.staff.roster import Roster


async def is_admin_in_private(talk: Talk, roster: Roster) -> bool:
    """Whether to go on; otherwise it is said why not."""
    if not roster.is_admin(talk.person):
        await talk.reply(staff.admins_only())
    elif talk.in_group:
        await talk.reply(staff.in_private())
    return roster.is_admin(talk.person) and not talk.in_group
