"""«Кому позвонить» in words: the call list, without the way through /close."""

from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.talk import Talk
from bot.screens.closures import call_list
from bot.staff.roster import Roster


async def calls(talk: Talk, roster: Roster, centre_lookup: CentreLookup, closures: ClosureView) -> None:
    """The list of the one centre where somebody is to be called; of several the centre is asked for."""
    centres = [
        one for one in centre_lookup.directory.now.centres if one.consultations and roster.works_at(talk.person, one.id)
    ]
    counts = [(one, len(await closures.desk.still_to_call(talk.person, one.id))) for one in centres]
    waiting = [(one, count) for one, count in counts if count]
    if len(waiting) == 1:
        await closures.calls(talk, waiting[0][0].id, 0)
    else:
        await talk.reply(call_list.which_centre(waiting) if waiting else call_list.nobody())
