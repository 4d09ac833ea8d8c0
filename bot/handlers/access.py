"""Checks who may use a command of admins; that it is not used in a group is seen to before."""

from bot.handlers.talk import Talk
from bot.screens.staff import staff
from bot.staff.rights import Right
from bot.staff.roster import Roster


async def allowed_to_admin(talk: Talk, roster: Roster) -> bool:
    """Whether to go on; otherwise it is said why not."""
    return await allowed(talk, roster, Right.ADMINISTER)


async def allowed(talk: Talk, roster: Roster, right: Right, centre: str | None = None) -> bool:
    """Whether the person has the right at that centre, or anywhere; otherwise it is said why not."""
    if roster.may(talk.person, right, centre):
        return True
    elsewhere = centre is not None and roster.may(talk.person, right)
    await talk.reply(staff.other_district() if elsewhere else staff.admins_only())
    return False
