"""Librarians correct the cards of their centres; admins accept or refuse the edits."""

from dataclasses import replace

from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.centre import Centre, CentreId
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits import interview
from bot.handlers.centre_edits.edit_previews import EditPreviews
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.routes import Routes
from bot.handlers.staff.staff import ask_centre
from bot.handlers.talk import Talk
from bot.russian.yes_no import is_kept, is_no
from bot.screens.centre_edits import announced_closing, card_edits
from bot.screens.centre_edits.actions import DecideChange, MendCard, NamePart, ReportChange, SendChange
from bot.screens.centre_edits.interview import with_skipping
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.centres import centre_card
from bot.screens.closures.actions import AnnounceClosed
from bot.screens.home import home
from bot.screens.staff import invitations, staff
from bot.screens.staff.invitations import Purpose
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_service import AT_ONCE, CardEditService
from bot.staff.reachability import Reachability
from bot.staff.roster import Roster

_HAVE_NO_NONE = (CardPart.HOURS, CardPart.ADDRESS, CardPart.CONSULTATIONS)  # a bare «нет» is none of their values


async def hours(talk: Talk, roster: Roster, centre_lookup: CentreLookup, nearby: NearestWithSlots) -> None:
    """Handles /hours: the card as citizens see it, with buttons to correct it."""
    if own := await _own_centre(talk, roster, centre_lookup, Purpose.CARD):
        await talk.reply(await nearby.card_for_librarian(own))


async def poster(talk: Talk, roster: Roster, centre_lookup: CentreLookup, bot_info: BotInfo) -> None:
    """Handles /poster: the centre's poster to print."""
    if own := await _own_centre(talk, roster, centre_lookup, Purpose.POSTER):
        await talk.reply(centre_lookup.poster(own.id, await bot_info.profile.username()))


async def show_card(talk: Talk, action: MendCard, card_edit_service: CardEditService, nearby: NearestWithSlots) -> None:
    """Shows the card of one of the librarian's centres."""
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    await talk.reply(await nearby.card_for_librarian(centre))


async def report(talk: Talk, action: ReportChange, card_edit_service: CardEditService) -> None:
    """Handles «Здесь ошибка» on a card."""
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    await talk.reply(card_edits.which_part(centre))


async def name_part(
    talk: Talk, action: NamePart, card_edit_service: CardEditService, centre_lookup: CentreLookup
) -> None:
    """What is wrong is named; now the right value is awaited."""
    if action.part not in set(CardPart) - AT_ONCE:  # hours of booking have a button and a check of their own
        await talk.reply(home.outdated())
        return
    part = CardPart(action.part)
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    prompt = asked_again(talk, CardPartPrompt(part, centre.id))
    await talk.ask(card_edits.ask_value(centre, part, centre_lookup.clock.now()), prompt)


async def typed(
    talk: Talk,
    text: str,
    prompt: CardPartPrompt,
    card_edit_service: CardEditService,
    edit_previews: EditPreviews,
    bot_info: BotInfo,
) -> None:
    """The right value in the librarian's words, shown as it was understood; typed once more, it replaces the first."""
    centre = card_edit_service.centre(CentreId(prompt.centre), talk.person)
    if not prompt.question and (is_kept(text) or (is_no(text) and prompt.part in _HAVE_NO_NONE)):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(card_edits.kept(centre, prompt.part))
        return
    if interview.is_passed(text, prompt, centre):
        await interview.ask(talk, centre, prompt.question + 1, bot_info)
        return
    try:
        change = await card_edit_service.draft(talk.person, CentreId(prompt.centre), prompt.part, text)
        shown = await edit_previews.preview_of(change, talk.person)
        await talk.reply(with_skipping(shown, centre, prompt.question) if prompt.question else shown)
    except UnclearChangeError as unclear:
        await talk.ask_again(card_edits.unclear(unclear))


async def announce(
    talk: Talk, action: AnnounceClosed, card_edit_service: CardEditService, edit_previews: EditPreviews
) -> None:
    """Shows the announcement again, with or without the centre shown as closed."""
    change = await card_edit_service.announce(ChangeId(action.change), talk.person, closed=action.closed)
    await talk.ask(await edit_previews.preview_of(change, talk.person), CardPartPrompt(change.part, change.centre))


async def send(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    action: SendChange,
    card_edit_service: CardEditService,
    edit_previews: EditPreviews,
    closures: ClosureView,
    reachability: Reachability,
    bot_info: BotInfo,
) -> None:
    """To the admins; an admin's own change is written at once. A new librarian is asked the next question."""
    change = await card_edit_service.send(ChangeId(action.change), talk.person)
    prompt = talk.awaited.text(talk.conversation)
    if isinstance(prompt, CardPartPrompt):
        await talk.awaited.clear(talk.conversation)
    centre = card_edit_service.centre(change.centre, talk.person)
    if change.stage is CardEditStage.SENT:
        told = await reachability.reaches(edit_previews.roster.admins)
        await talk.reply(card_edits.change_sent(centre, told=told))
    else:
        await _decided(talk, change, centre, edit_previews, closures)
    if isinstance(prompt, CardPartPrompt) and prompt.question and prompt.part is change.part:
        await interview.ask(talk, centre, prompt.question + 1, bot_info)


async def decide(
    talk: Talk,
    action: DecideChange,
    card_edit_service: CardEditService,
    edit_previews: EditPreviews,
    closures: ClosureView,
) -> None:
    """Accepts or refuses an edit, as an admin decides."""
    if not edit_previews.roster.is_admin(talk.person):
        await talk.reply(staff.admins_only())
        return
    change = await card_edit_service.decide(ChangeId(action.change), talk.person, accept=action.accept)
    centre = card_edit_service.centre(change.centre, talk.person)
    await _decided(talk, change, centre, edit_previews, closures)


async def _decided(
    talk: Talk, change: CardEdit, centre: Centre, edit_previews: EditPreviews, closures: ClosureView
) -> None:
    """What became of the edit; days that its announcement closes are closed, and the people booked then are told."""
    decided = card_edits.change_decided(change, centre)
    stay = await edit_previews.still_closed(change, centre, talk.person)
    await talk.reply(announced_closing.still_closed(decided, stay, centre) if stay else decided)
    if change.stage is CardEditStage.TAKEN:
        for done in await edit_previews.close_announced(change, centre, talk.person):
            await closures.tell_closed(talk, centre, done)


def asked_again(talk: Talk, prompt: CardPartPrompt) -> CardPartPrompt:
    """The prompt; where the same was asked as one of the questions for a new librarian, they go on after it."""
    before = talk.awaited.text(talk.conversation)
    if isinstance(before, CardPartPrompt) and (before.part, before.centre) == (prompt.part, prompt.centre):
        return replace(prompt, question=before.question)
    return prompt


async def _own_centre(talk: Talk, roster: Roster, centre_lookup: CentreLookup, purpose: Purpose) -> Centre | None:
    """The only centre of a librarian; None where another answer was given: it is asked for, or there is none."""
    own = [centre for id_ in roster.centres_of(talk.person) if (centre := centre_lookup.centre(id_))]
    admin = roster.is_admin(talk.person)
    if len(own) > 1 or (own and admin):
        await talk.reply(invitations.choose_centre(own, purpose, another=admin))
    elif own:
        return own[0]
    elif admin:
        await ask_centre(talk, purpose)
    else:
        await talk.reply(centre_card.gone() if roster.is_staff(talk.person) else staff.staff_only())
    return None


ROUTES = Routes(
    commands={"hours": hours, "poster": poster},
    actions={
        MendCard: show_card,
        ReportChange: report,
        NamePart: name_part,
        AnnounceClosed: announce,
        SendChange: send,
        DecideChange: decide,
    },
    awaited={CardPartPrompt: typed},
)
