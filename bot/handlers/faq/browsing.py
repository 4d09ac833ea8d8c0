"""Shows the groups of the FAQ, their questions, and an article that was chosen."""

from bot.faq.live_faq import LiveFaq
from bot.handlers.bot_info import BotInfo
from bot.handlers.faq.answering import Answering
from bot.handlers.talk import Talk
from bot.screens.actions import Browse, ShowArticle, ShowGroup
from bot.screens.faq import failures
from bot.screens.faq import shelves as screens
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def shelves(talk: Talk, live_faq: LiveFaq, journal: Journal) -> None:
    """Handles /faq and its menu button: the groups of articles in a new message."""
    journal.record(talk.person, InteractionKind.TALK, detail="faq")
    await talk.reply(screens.shelves(live_faq.library.groups, 0))


async def turn_shelves(talk: Talk, action: Browse, live_faq: LiveFaq) -> None:
    """Shows another page of the groups in place."""
    await talk.edit(screens.shelves(live_faq.library.groups, action.page))


async def show_group(talk: Talk, action: ShowGroup, live_faq: LiveFaq, bot_info: BotInfo) -> None:
    """Shows one group of articles in place."""
    group = live_faq.library.group(action.group)
    await talk.edit(screens.shelf(group, action.page) if group else failures.gone(bot_info.region))


async def show_article(talk: Talk, action: ShowArticle, answering: Answering, journal: Journal) -> None:
    """An answer chosen by a button or a number."""
    article = answering.live_faq.library.article(action.article)
    journal.record(talk.person, InteractionKind.READ, article.id if article else None, detail=action.via)
    if article is None:
        await talk.reply(failures.gone(answering.bot_info.region))
    else:
        await answering.whole(talk, article)


async def open_link(talk: Talk, link: str, answering: Answering, journal: Journal) -> None:
    """Opens the deep link `q_<article>` of a poster or a page."""
    await talk.reply(answering.bot_info.welcome(before_answer=True))
    await show_article(talk, ShowArticle(link, "d"), answering, journal)
