"""Librarians set the hours in which people may book; admins see the cards that lack the most."""

from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.handlers.access import allowed_to_admin
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_edits.card_edits import asked_again
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centre_edits import consultation_hours as screens
from bot.screens.centre_edits.actions import ShowPoorCards
from bot.screens.centre_edits.poor_cards import poor_cards
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.closures.actions import AskConsultations
from bot.staff.card_edit_service import CardEditService
from bot.staff.roster import Roster


async def ask(
    talk: Talk,
    action: AskConsultations,
    card_edit_service: CardEditService,
    centre_lookup: CentreLookup,
    bot_info: BotInfo,
) -> None:
    """«Часы записи»: the words are awaited as those of any part of a card."""
    if not bot_info.can_book:
        await talk.reply(screens.not_offered())
        return
    centre = card_edit_service.centre(CentreId(action.centre), talk.person)
    prompt = asked_again(talk, CardPartPrompt(CardPart.CONSULTATIONS, centre.id))
    await talk.ask(screens.ask(centre, centre_lookup.clock.now()), prompt)


async def show_poor(talk: Talk, action: ShowPoorCards, roster: Roster, centre_lookup: CentreLookup) -> None:
    """Shows admins the cards that tell neither hours nor phone."""
    if await allowed_to_admin(talk, roster):
        screen = poor_cards(centre_lookup.directory.now.centres, action.page)
        await (talk.edit if action.page else talk.reply)(screen)


ROUTES = Routes(actions={AskConsultations: ask, ShowPoorCards: show_poor})
