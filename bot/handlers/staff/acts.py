"""Duty, colleagues and invitations by words."""

from bot.booking.absences.absence_service import AbsenceService
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.staff import group_chats as desks
from bot.handlers.staff import staff
from bot.handlers.talk import Talk
from bot.screens.closures.actions import SetDuty
from bot.staff.group_chats import GroupChats
from bot.staff.roster import Roster
from bot.understanding import only_said
from bot.understanding.acts import Act, ActName


async def duty(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    act: Act,
    text: str,
    roster: Roster,
    group_chats: GroupChats,
    centre_lookup: CentreLookup,
    absence_service: AbsenceService,
) -> None:
    """«я на дежурстве» is done at once: one press takes it back. A question, and no «on» or «off», only show it."""
    match None if only_said.asks_how(text) else act.slots.value:
        case "on" | "off" as value:
            await desks.set_duty(talk, SetDuty(on=value == "on"), roster, absence_service)
        case _:
            await desks.desk(talk, roster, group_chats, centre_lookup, absence_service)


ROUTES = Routes(acts={ActName.DUTY: duty})
PRIVATE_ROUTES = Routes(acts={ActName.STAFF: staff.show_staff, ActName.INVITE: staff.invite})
