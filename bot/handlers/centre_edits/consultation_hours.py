"""Librarians set the hours in which people may book."""

from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centre_edits import consultation_hours as screens
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.closures.actions import AskConsultations
from bot.staff.card_edit_service import CardEditService


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
    prompt = CardPartPrompt(CardPart.CONSULTATIONS, centre.id)
    await talk.ask(screens.ask(centre, centre_lookup.clock.now()), prompt)


ROUTES = Routes(actions={AskConsultations: ask})
