"""Admin commands about librarians, and how somebody becomes a librarian."""

from bot.centres.centre import CentreId
from bot.faq.unanswered import UnansweredStore
from bot.handlers.access import allowed, allowed_to_admin
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits import interview
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centres import centre_card
from bot.screens.screen import Screen
from bot.screens.staff import invitations as invitations_screens
from bot.screens.staff import staff
from bot.screens.staff.actions import InviteTo, NameCentre, RemoveLibrarian, ShowStaff
from bot.screens.staff.invitations import Purpose
from bot.screens.staff.prompts import CentrePrompt
from bot.screens.stats.actions import ShowAskedInVain
from bot.staff.centre_search import centres_named
from bot.staff.invitations import AlreadyThereError, InvitationError, Invitations, OwnInvitationError
from bot.staff.one_time_link import LinkMadeBeforeError
from bot.staff.rights import Right
from bot.staff.roster import MemberGoneError, MemberId, Roster


async def unanswered(talk: Talk, bot_info: BotInfo, unanswered_questions: UnansweredStore) -> None:
    """Handles /unanswered: shows admins the unanswered questions."""
    if bot_info.is_admin(talk.person):
        await talk.reply(staff.unanswered(await unanswered_questions.most_asked(staff.SHOWN)))
    else:
        await talk.reply(staff.admins_only())


async def invite(talk: Talk, roster: Roster, centre_lookup: CentreLookup) -> None:
    """Handles /invite: asks for the centre; who is over a district picks one of its own."""
    if not await allowed(talk, roster, Right.INVITE):
        return
    if roster.may_everywhere(talk.person, Right.INVITE):
        await ask_centre(talk, Purpose.INVITE)
    else:
        there = [one for one in centre_lookup.directory.now.centres if roster.may(talk.person, Right.INVITE, one.id)]
        await talk.reply(invitations_screens.choose_centre(there, Purpose.INVITE, another=False))


async def name_centre(talk: Talk, action: NameCentre, roster: Roster) -> None:
    """Handles «Другой центр»; an unknown purpose is a forged one and shows the card."""
    if await allowed_to_admin(talk, roster):
        known = {purpose.value: purpose for purpose in Purpose}
        await ask_centre(talk, known.get(action.purpose, Purpose.CARD))


async def named(talk: Talk, text: str, prompt: CentrePrompt, centre_lookup: CentreLookup, roster: Roster) -> None:
    """Reads the typed name of a centre; the right is checked again, for it may be gone by now."""
    found = centres_named(centre_lookup.directory.now, text, invitations_screens.CENTRES_SHOWN)
    if found or not roster.is_admin(talk.person):
        await talk.awaited.clear(talk.conversation)
    if await allowed_to_admin(talk, roster):
        if found:
            await talk.reply(invitations_screens.choose_centre(found, prompt.purpose, another=True))
        else:
            await talk.ask_again(invitations_screens.no_such_centre(prompt.purpose))


async def invite_to(
    talk: Talk,
    action: InviteTo,
    roster: Roster,
    centre_lookup: CentreLookup,
    invitations: Invitations,
    bot_info: BotInfo,
) -> None:
    """Makes the invitation link and shows it, this once."""
    if not await allowed(talk, roster, Right.INVITE, action.centre):
        return
    if (centre := centre_lookup.centre(action.centre)) is None:
        await talk.reply(centre_card.gone())
        return
    try:
        token, invitation = await invitations.make(centre.id, talk.person, talk.request)
    except LinkMadeBeforeError:
        await talk.reply(invitations_screens.made_before())
        return
    link = await bot_info.profile.start_link(f"s_{token}")
    await talk.reply(invitations_screens.invitation(centre, link, invitation.expires_at.astimezone(centre.zone)))


async def join(
    talk: Talk, link: str, invitations: Invitations, centre_lookup: CentreLookup, roster: Roster, bot_info: BotInfo
) -> None:
    """Handles the deep link `s_<secret>` of an invitation."""
    try:
        member = await invitations.accept(link, talk.person, talk.name)
    except InvitationError as refused:
        await talk.reply(invitations_screens.not_let_in(refused, centre_lookup.centre(_place_of(refused))))
    else:
        centre = centre_lookup.centre(member.centre)
        welcome = invitations_screens.joined(centre)
        await (interview.ask(talk, centre, 1, bot_info, welcome.text) if centre else talk.reply(welcome))
        await bot_info.show_commands(talk.person, talk.conversation.chat, roster)


async def show_staff(talk: Talk, roster: Roster, centre_lookup: CentreLookup) -> None:
    """Handles /staff: shows the librarians."""
    if await allowed(talk, roster, Right.INVITE):
        await talk.reply(_listed(talk, roster, centre_lookup, 0))


async def turn_staff(talk: Talk, action: ShowStaff, roster: Roster, centre_lookup: CentreLookup) -> None:
    """Shows another page of librarians, or returns to them."""
    if await allowed(talk, roster, Right.INVITE):
        await talk.edit(_listed(talk, roster, centre_lookup, action.page))


def _listed(talk: Talk, roster: Roster, centre_lookup: CentreLookup, page: int) -> Screen:
    """The librarians whom this person may take off: all for an admin."""
    theirs = [one for one in roster.members if roster.may(talk.person, Right.INVITE, one.centre)]
    return staff.roster(theirs, centre_lookup.name_of, page, admin=roster.is_admin(talk.person))


async def remove(
    talk: Talk, action: RemoveLibrarian, roster: Roster, centre_lookup: CentreLookup, bot_info: BotInfo
) -> None:
    """Removes a librarian, when the admin is sure."""
    if not await allowed(talk, roster, Right.INVITE):
        return
    try:
        member = roster.find_member(MemberId(action.member))
        if not await allowed(talk, roster, Right.INVITE, member.centre):
            return
        if not action.sure:
            last = len(roster.librarians_of(member.centre)) == 1
            await talk.reply(staff.remove_first(member, centre_lookup.name_of(member.centre), is_last=last))
            return
        await roster.remove(member.id, talk.person)
    except MemberGoneError:
        await talk.reply(staff.member_gone())
        return
    nobody_left = not roster.librarians_of(member.centre)
    await talk.reply(staff.removed(member, centre_lookup.name_of(member.centre), nobody_left=nobody_left))
    if not roster.is_staff(member.person):
        await bot_info.show_commands(member.person, member.person.id, roster)


async def ask_centre(talk: Talk, purpose: Purpose) -> None:
    """Asks an admin for a centre."""
    await talk.ask(invitations_screens.which_centre(purpose), CentrePrompt(purpose))


def _place_of(refused: InvitationError) -> CentreId:
    match refused:
        case OwnInvitationError(centre) | AlreadyThereError(centre):
            return centre
        case _:
            return CentreId("")


ROUTES = Routes(
    commands={"unanswered": unanswered, "invite": invite, "staff": show_staff},
    actions={
        InviteTo: invite_to,
        NameCentre: name_centre,
        ShowStaff: turn_staff,
        RemoveLibrarian: remove,
        ShowAskedInVain: unanswered,
    },
    awaited={CentrePrompt: named},
    links={"s": join},
)
