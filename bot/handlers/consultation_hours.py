"""Librarians set the hours in which people may book."""

from bot.centres.centre import CentreId
from bot.centres.changes import Part
from bot.conversation import Awaited, Wait
from bot.handlers.guide import Guide
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import centre_changes
from bot.screens import consultation_hours as screens
from bot.screens.hours_actions import AskConsultations
from bot.staff.change_desk import ChangeDesk, ChangeError


async def ask(talk: Talk, action: AskConsultations, changes: ChangeDesk, guide: Guide, ways: Ways) -> None:
    """«Часы записи»: the words are awaited as those of any part of a card."""
    if not ways.can_book:
        await talk.say(screens.not_offered())
        return
    try:
        centre = changes.centre(CentreId(action.centre), talk.person)
    except ChangeError as error:
        await talk.say(centre_changes.not_done(error))
    else:
        awaited = Awaited(Wait.CHANGE, f"{Part.CONSULTATIONS}:{centre.id}")
        await talk.ask(screens.ask(centre, guide.clock.now()), awaited)


ROUTES = Routes(actions={AskConsultations: ask})
