"""Commands of those who keep the bot."""

from bot.faq.gaps import Gaps
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import staff


async def unanswered(talk: Talk, ways: Ways, asked_in_vain: Gaps) -> None:
    """/unanswered."""
    if ways.is_admin(talk.person):
        await talk.say(staff.unanswered(await asked_in_vain.most_asked(staff.SHOWN)))
    else:
        await talk.say(staff.admins_only())


ROUTES = Routes(commands={"unanswered": unanswered})
