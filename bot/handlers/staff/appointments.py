"""An admin appoints district admins and methodists by a link, lists them and takes them off."""

from bot.handlers.access import allowed_to_admin
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.home import home
from bot.screens.staff import appointments as screens
from bot.screens.staff import invitations as invitations_screens
from bot.screens.staff.actions import WHOLE_REGION, EndAppointment, OfferRole, PickDistrict, ShowAppointed
from bot.staff.appointments import (
    APPOINTABLE,
    AppointmentGoneError,
    Appointments,
    OwnRoleOfferError,
    RoleOfferError,
)
from bot.staff.one_time_link import LinkMadeBeforeError
from bot.staff.rights import Role
from bot.staff.roster import Roster


async def pick_district(talk: Talk, action: PickDistrict, roster: Roster, centre_lookup: CentreLookup) -> None:
    """Handles «Администратор округа»: asks for the district."""
    if await allowed_to_admin(talk, roster):
        await talk.reply(screens.choose_district(centre_lookup.directory.now.municipalities.all, action.page))


async def offer(
    talk: Talk,
    action: OfferRole,
    roster: Roster,
    centre_lookup: CentreLookup,
    appointments: Appointments,
    bot_info: BotInfo,
) -> None:
    """First what the role may do; with the second press the link, shown this once."""
    if not await allowed_to_admin(talk, roster):
        return
    district = "" if action.district == WHOLE_REGION else action.district
    is_known = not district or centre_lookup.directory.now.municipalities.get(district)
    if action.role not in APPOINTABLE or (action.role == Role.DISTRICT) != bool(district) or not is_known:
        await talk.reply(home.outdated())
        return
    role = Role(action.role)
    if not action.sure:
        await talk.reply(screens.sure_to_offer(role, district, centre_lookup.district_name))
        return
    try:
        token, made = await appointments.offer(role, district, talk.person, talk.request)
    except LinkMadeBeforeError:
        await talk.reply(invitations_screens.made_before())
        return
    link, until = await bot_info.profile.start_link(f"r_{token}"), made.expires_at.astimezone(bot_info.zone)
    await talk.reply(screens.offer(role, district, link, until, centre_lookup.district_name))


async def take(
    talk: Talk, link: str, appointments: Appointments, centre_lookup: CentreLookup, roster: Roster, bot_info: BotInfo
) -> None:
    """Handles the deep link `r_<secret>`."""
    try:
        taken = await appointments.accept(link, talk.person, talk.name)
    except OwnRoleOfferError:
        await talk.reply(screens.own_offer())
    except RoleOfferError:
        await talk.reply(screens.not_taken())
    else:
        await talk.reply(screens.welcome(taken, centre_lookup.district_name))
        await bot_info.show_commands(talk.person, talk.conversation.chat, roster)


async def show(
    talk: Talk, action: ShowAppointed, roster: Roster, appointments: Appointments, centre_lookup: CentreLookup
) -> None:
    """Shows admins who has such a role."""
    if await allowed_to_admin(talk, roster):
        await talk.reply(screens.appointed(appointments.all, action.page, centre_lookup.district_name))


async def end(
    talk: Talk,
    action: EndAppointment,
    roster: Roster,
    appointments: Appointments,
    centre_lookup: CentreLookup,
    bot_info: BotInfo,
) -> None:
    """Takes the role back, when the admin is sure."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        one = appointments.find_appointment(action.appointment)
        if not action.sure:
            await talk.reply(screens.sure_to_end(one, centre_lookup.district_name))
            return
        await appointments.end(one.id, talk.person)
    except AppointmentGoneError:
        await talk.reply(screens.appointment_gone())
        return
    await talk.reply(screens.ended(one, centre_lookup.district_name))
    await bot_info.show_commands(one.person, one.person.id, roster)


ROUTES = Routes(
    actions={PickDistrict: pick_district, OfferRole: offer, ShowAppointed: show, EndAppointment: end},
    links={"r": take},
)
