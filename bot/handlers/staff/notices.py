"""Renders the notices about librarians and card edits at the moment of sending."""

from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.screens.screen import Screen
from bot.screens.staff import appointments, group_chats, invitations
from bot.staff.appointments import ROLE_ENDED, ROLE_OFFERED, ROLE_TAKEN
from bot.staff.group_chats import DESK_LOST
from bot.staff.invitations import LIBRARIAN_JOINED
from bot.staff.rights import Role
from bot.staff.roster import LIBRARIAN_LEFT


def staff_renders(centre_lookup: CentreLookup) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def joined(payload: Payload) -> Screen:
        return invitations.newcomer(str(payload["name"]), centre_lookup.name_of(str(payload["centre"])))

    async def left(payload: Payload) -> Screen:
        return invitations.left(centre_lookup.name_of(str(payload["centre"])))

    async def group_chat_lost(payload: Payload) -> Screen:
        return group_chats.lost(centre_lookup.name_of(str(payload["centre"])), str(payload["title"]))

    def role_of(payload: Payload) -> tuple[Role, str]:
        return Role(str(payload["role"])), str(payload["district"])

    async def offered(payload: Payload) -> Screen:
        return appointments.told_of_offer(*role_of(payload), centre_lookup.district_name)

    async def taken(payload: Payload) -> Screen:
        return appointments.told_of_taking(*role_of(payload), str(payload["name"]), centre_lookup.district_name)

    async def ended(payload: Payload) -> Screen:
        role, district = role_of(payload)
        own, name_of = bool(payload.get("own")), centre_lookup.district_name
        return appointments.told_of_ending(role, district, str(payload["name"]), name_of, own=own)

    roles = {ROLE_OFFERED: offered, ROLE_TAKEN: taken, ROLE_ENDED: ended}
    return {**roles, LIBRARIAN_JOINED: joined, LIBRARIAN_LEFT: left, DESK_LOST: group_chat_lost}
