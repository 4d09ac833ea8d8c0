"""Group chats of centres, and duty for citizens' questions."""

from bot.booking.absences.absence_service import AbsenceService
from bot.centres.centre import Centre, CentreId
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.people import Address
from bot.privacy.shown_name import shown_name
from bot.screens.closures.actions import LinkGroupChat, SetDuty, ShowGroupChat, UnlinkGroupChat
from bot.screens.staff import group_chats as screens
from bot.screens.staff import staff
from bot.staff.group_chats import GroupChats, NotTheirGroupChatError
from bot.staff.roster import Roster


async def desk(
    talk: Talk,
    roster: Roster,
    group_chats: GroupChats,
    centre_lookup: CentreLookup,
    absence_service: AbsenceService,
) -> None:
    """Handles /desk: duty in private, the centre of the group in a group."""
    if not roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
    elif talk.in_group:
        await _show_group(talk, roster, group_chats, centre_lookup)
    else:
        await _show_duty(talk, roster, absence_service)


async def show_group_chat(
    talk: Talk, action: ShowGroupChat, roster: Roster, group_chats: GroupChats, centre_lookup: CentreLookup
) -> None:
    """Shows which centres' notices the group gets, and which it may get; pages as the button has them."""
    if not roster.is_staff(talk.person):
        await talk.reply(screens.not_theirs())
    elif not talk.in_group:
        await talk.reply(screens.in_group_only())
    else:
        await _show_group(talk, roster, group_chats, centre_lookup, action.page)


async def set_duty(talk: Talk, action: SetDuty, roster: Roster, absence_service: AbsenceService) -> None:
    """Goes on or off duty for citizens' questions; an absence that stands is shown with it."""
    if talk.in_group:
        await talk.reply(screens.in_private_only())
    elif roster.is_staff(talk.person):
        await roster.set_duty(talk.person, on=action.on)
        await _show_duty(talk, roster, absence_service)
    else:
        await talk.reply(staff.staff_only())


async def link(
    talk: Talk, action: LinkGroupChat, group_chats: GroupChats, centre_lookup: CentreLookup, roster: Roster
) -> None:
    """Links the group to a centre: notices about its bookings come here."""
    centre, before = CentreId(action.centre), group_chats.chat_of(CentreId(action.centre))
    if not talk.in_group or centre_lookup.centre(centre) is None:
        await talk.reply(screens.in_group_only())
        return
    try:
        done = await group_chats.link(talk.person, centre, _chat(talk), talk.chat_title, talk.forum_topic)
    except NotTheirGroupChatError:
        await talk.reply(screens.not_theirs())
    else:
        other = before if before and before.chat != done.chat else None
        missing = [shown_name(one.name) for one in roster.members_outside_group(centre)]
        in_topic = done.forum_topic is not None
        await talk.reply(screens.linked(centre_lookup.name_of(centre), other, missing, in_topic=in_topic))


async def unlink(talk: Talk, action: UnlinkGroupChat, group_chats: GroupChats, centre_lookup: CentreLookup) -> None:
    """Unlinks the group: the librarians get the notices one by one again."""
    centre = CentreId(action.centre)
    try:
        await group_chats.unlink(talk.person, centre, _chat(talk))
    except NotTheirGroupChatError:
        await talk.reply(screens.not_theirs())
    else:
        await talk.reply(screens.unlinked(centre_lookup.name_of(centre), group_chats.chat_of(centre)))


async def _show_duty(talk: Talk, roster: Roster, absence_service: AbsenceService) -> None:
    if not roster.workplaces_of(talk.person):
        await talk.reply(screens.no_duty(of_district=bool(roster.districts_of(talk.person))))
        return
    standing = await absence_service.standing(talk.person)
    on, away = roster.is_on_duty(talk.person), roster.is_absent(talk.person)
    await talk.reply(screens.duty(on=on, absences=standing, is_away=away))


async def _show_group(
    talk: Talk, roster: Roster, group_chats: GroupChats, centre_lookup: CentreLookup, page: int = 0
) -> None:
    linked = group_chats.of_chat(_chat(talk))
    taken = {one.centre for one in linked}
    may_be = [one for one in _centres_of(talk.person, roster, centre_lookup) if one.id not in taken]
    screen = screens.group(linked, may_be, centre_lookup.name_of, max(page - 1, 0), talk.forum_topic)
    await (talk.edit if page else talk.reply)(screen)


def _centres_of(person: Address, roster: Roster, centre_lookup: CentreLookup) -> list[Centre]:
    """The centres where the person works; for an admin all that take bookings."""
    own = roster.centres_of(person)
    admin = roster.is_admin(person)
    return [one for one in centre_lookup.directory.now.centres if one.id in own or (admin and one.consultations)]


def _chat(talk: Talk) -> Address:
    return Address(talk.conversation.channel, talk.conversation.chat)


ROUTES = Routes(
    commands={"desk": desk},
    actions={ShowGroupChat: show_group_chat, SetDuty: set_duty, LinkGroupChat: link, UnlinkGroupChat: unlink},
)
