"""Words that ask nothing of a feature: courtesy, feelings, «кто ты», a call, another subject."""

from collections.abc import Mapping

from bot.faq.live_faq import Found
from bot.faq.search.search import Decision
from bot.faq.small_talk import SmallTalk
from bot.faq.unanswered import UnansweredLog
from bot.handlers.bot_info import BotInfo
from bot.handlers.faq.answering import Answering
from bot.handlers.home import home
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy.masking import mask
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Kind
from bot.screens.acts import feelings
from bot.screens.faq import small_talk as chatter
from bot.staff.roster import Roster
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.acts import Act, ActName

_KINDS: Mapping[ActName, SmallTalk] = {
    ActName.THANKS: SmallTalk.THANKS,
    ActName.GREETING: SmallTalk.GREETING,
    ActName.FAREWELL: SmallTalk.GOODBYE,
    ActName.ABUSE: SmallTalk.SWEARING,
    ActName.WHO_ARE_YOU: SmallTalk.WHO_ARE_YOU,
    ActName.CALL_ME: SmallTalk.CALL_ME,
}


async def small_talk(talk: Talk, act: Act, bot_info: BotInfo, journal: Journal) -> None:
    """A short, calm answer with the next step; a call is refused honestly, with the telephones."""
    kind = _KINDS[act.name]
    journal.record(talk.person, InteractionKind.TALK, detail=kind)
    talk.understood = False
    await talk.reply(chatter.reply(kind, bot_info.region, can_ask=bot_info.can_ask))


async def call_for_help(talk: Talk, bot_info: BotInfo, roster: Roster, journal: Journal) -> None:
    """«помогите» that names no thing: how to begin; those who work here are told of their own tasks."""
    if roster.is_staff(talk.person):
        await home.help_(talk, bot_info, roster, journal)
        return
    journal.record(talk.person, InteractionKind.TALK, detail="help")
    talk.understood = False
    await talk.reply(feelings.called(bot_info.region, can_ask=bot_info.can_ask))


async def feeling(
    talk: Talk, act: Act, bot_info: BotInfo, roster: Roster, journal: Journal, dangers: LiveDangers
) -> None:
    """A warm word and one small step, to «стыдно мне», «замучили эти коды»; nobody is sent to where she works."""
    journal.record(talk.person, InteractionKind.TALK, detail="feelings")
    talk.understood = False
    despair, is_staff = dangers.answer(Kind.SELF_HARM), roster.is_staff(talk.person)
    number = (despair and despair.caution) or ""
    can_ask = bot_info.can_ask and not is_staff
    screen = feelings.feelings(act.slots.value, can_ask=can_ask, can_come=not is_staff, in_despair=number)
    await talk.reply(screen)


async def out_of_scope(
    talk: Talk, text: str, answering: Answering, journal: Journal, unanswered_log: UnansweredLog
) -> None:
    """Neither of the portal nor of a library: nothing is found for it; admins see what was asked in vain."""
    counted = journal.record(talk.person, InteractionKind.NOTHING_FOUND, detail="out_of_scope")
    talk.understood = False
    await answering.found(talk, text, Found(Decision.NONE))
    if counted:
        unanswered_log.note(talk.person, mask(text), Decision.NONE)


ROUTES = Routes(
    acts={
        **dict.fromkeys(_KINDS, small_talk),
        ActName.HELP: call_for_help,
        ActName.FEELINGS: feeling,
        ActName.OUT_OF_SCOPE: out_of_scope,
    }
)
