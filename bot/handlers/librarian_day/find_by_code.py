"""Finds a visit by the four-sign code that a librarian types."""

from bot.booking.visit_code import read_code
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.talk import Talk
from bot.screens.librarian_day import day_list, visit_card
from bot.screens.librarian_day.visit import DayVisit


async def code(talk: Talk, text: str, day_view: DayView) -> None:
    """The visit that bears the code, today or later, at the centres of this librarian; no other text is awaited."""
    await talk.awaited.leave(talk.conversation)
    visits = await visits_of(talk, text, day_view)
    if not visits:
        await talk.reply(day_list.no_such_code(read_code(text) or text))
    else:
        await talk.reply(visit_card.card(visits[0]) if len(visits) == 1 else day_list.found(visits))


async def visits_of(talk: Talk, text: str, day_view: DayView) -> list[DayVisit]:
    """The visits of today and later that bear the code, at the centres of this librarian."""
    named = read_code(text)
    own = day_view.roster.centres_of(talk.person)
    centres = dict.fromkeys((*own, *(centre.id for centre in day_view.served(talk.person))))
    found = await day_view.visits.with_code(talk.person, named, centres) if named else []
    return await day_view.all(found, talk.person)
