"""«поставь часы вт чт с двух до четырёх», «плакат»: the card of a centre by words, shown before it is sent."""

import re
from contextlib import suppress

from bot.centres.card_edits import CardPart, UnclearChangeError
from bot.centres.centre import Centre
from bot.handlers.acts.which_centre import centre_of, own_or_all
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits import card_edits, consultation_hours
from bot.handlers.centre_edits.edit_previews import EditPreviews
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centre_edits.actions import NamePart
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.closures.actions import AskConsultations
from bot.staff.card_edit import CardEdit
from bot.staff.card_edit_service import CardEditService
from bot.staff.roster import Roster
from bot.understanding.acts import Act, ActName

_LEADING = 6  # words before the hours themselves; the whole is shown before anybody else sees it
_RECEPTION = re.compile(r"при[её]м|запис|консультац|принима", re.IGNORECASE)  # other hours than those of the house


async def set_hours(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    act: Act,
    text: str,
    roster: Roster,
    centre_lookup: CentreLookup,
    card_edit_service: CardEditService,
    edit_previews: EditPreviews,
    bot_info: BotInfo,
) -> None:
    """The hours as they were understood, before anybody else sees them; where none were, they are asked for."""
    if (centre := await _centre(talk, act, text, roster, centre_lookup)) is None:
        return
    part = CardPart.CONSULTATIONS if bot_info.can_book and _RECEPTION.search(text) else CardPart.HOURS
    await talk.awaited.put(talk.conversation, CardPartPrompt(part, centre.id))
    if change := await _drafted(talk, centre, part, act.slots.text or text, card_edit_service):
        await talk.reply(await edit_previews.preview_of(change, talk.person))
    else:
        await _ask(talk, part, centre, card_edit_service, centre_lookup, bot_info)


async def poster(
    talk: Talk, act: Act, text: str, roster: Roster, centre_lookup: CentreLookup, bot_info: BotInfo
) -> None:
    """The centre's poster to print."""
    if centre := await _centre(talk, act, text, roster, centre_lookup):
        await talk.reply(centre_lookup.poster(centre.id, await bot_info.profile.username()))


async def _drafted(
    talk: Talk, centre: Centre, part: CardPart, text: str, card_edit_service: CardEditService
) -> CardEdit | None:
    """The hours in the words, or in what follows the first few of them: «поставь часы приёма вт чт 11–17»."""
    words = text.split()
    for first in range(min(len(words), _LEADING + 1)):
        with suppress(UnclearChangeError):
            return await card_edit_service.draft(talk.person, centre.id, part, " ".join(words[first:]))
    return None


async def _ask(
    talk: Talk,
    part: CardPart,
    centre: Centre,
    card_edit_service: CardEditService,
    centre_lookup: CentreLookup,
    bot_info: BotInfo,
) -> None:
    if part is CardPart.CONSULTATIONS:
        action = AskConsultations(centre.id)
        await consultation_hours.ask(talk, action, card_edit_service, centre_lookup, bot_info)
    else:
        await card_edits.name_part(talk, NamePart(centre.id, part), card_edit_service, centre_lookup)


async def _centre(talk: Talk, act: Act, text: str, roster: Roster, centre_lookup: CentreLookup) -> Centre | None:
    own = [one for id_ in roster.centres_of(talk.person) if (one := centre_lookup.centre(id_))]

    def served() -> list[Centre]:
        return [one for one in centre_lookup.directory.now.centres if roster.works_at(talk.person, one.id)]

    return await centre_of(talk, act, text, own_or_all(act.slots, own, served))


ROUTES = Routes(acts={ActName.SET_HOURS: set_hours, ActName.POSTER: poster})
