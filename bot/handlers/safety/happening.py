"""«🆘 Меня обманывают»: what is happening is asked, and what to do now is said."""

from bot.faq.live_faq import LiveFaq
from bot.handlers.bot_info import BotInfo
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import Kind
from bot.screens.menu import Menu
from bot.screens.safety import answers, happening
from bot.screens.safety.actions import AskWhatHappens, TellWhatToDo
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def begin(talk: Talk, journal: Journal, bot_info: BotInfo) -> None:
    """Handles the menu button: the list in a new message."""
    journal.record(talk.person, InteractionKind.TALK, detail="danger")
    await talk.reply(bot_info.with_fraud_news(happening.what_happens(more=False)))


async def ask(talk: Talk, action: AskWhatHappens, bot_info: BotInfo) -> None:
    """The list, or the rarer things in its place."""
    if action.more:
        await talk.edit(happening.what_happens(more=True))
    else:
        await talk.reply(bot_info.with_fraud_news(happening.what_happens(more=False)))


async def tell(talk: Talk, action: TellWhatToDo, dangers: LiveDangers, live_faq: LiveFaq) -> None:
    """What to do now; where the answer is not there, what is right in any case."""
    answer = dangers.answer(Kind(action.kind)) if action.kind in set(Kind) else None
    if answer is None:
        await talk.reply(happening.what_happens(more=False))
        return
    article = live_faq.library.article(answer.article) if answer.article else None
    await talk.reply(answers.alarm(answer, None, article, None))


ROUTES = Routes(menu={Menu.DANGER: begin}, actions={AskWhatHappens: ask, TellWhatToDo: tell})
