"""Answers questions in the chat and shows the groups of the FAQ."""

from dataclasses import replace

from bot.faq.article import Article
from bot.faq.live_faq import Found, LiveFaq
from bot.faq.search.search import Decision
from bot.faq.small_talk import small_talk
from bot.faq.unanswered import UnansweredLog
from bot.handlers.bot_info import BotInfo
from bot.handlers.centres import place_questions
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy import masking
from bot.screens.actions import Browse, NoneFits, Rate, ShowArticle, ShowGroup
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.faq import answers
from bot.screens.faq import small_talk as chatter
from bot.screens.home import unsupported
from bot.screens.menu import Menu
from bot.screens.screen import Screen
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal

_KINDS = {
    Decision.ANSWER: InteractionKind.ANSWER,
    Decision.SUGGEST: InteractionKind.SUGGESTION,
    Decision.NONE: InteractionKind.NOTHING_FOUND,
}


async def question(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    live_faq: LiveFaq,
    nearby: NearestWithSlots,
    bot_info: BotInfo,
    journal: Journal,
    unanswered_log: UnansweredLog,
) -> None:
    """Answers words that no other handler has taken."""
    if (kind := small_talk(text)) is not None:
        journal.record(talk.person, InteractionKind.TALK, detail=kind)
        talk.understood = False
        await talk.reply(chatter.reply(kind, bot_info.region, can_ask=bot_info.can_ask))
        return
    if await place_questions.is_answered(talk, text, nearby, live_faq, journal):
        return
    found = live_faq.search(text)
    if found.decision is Decision.NONE and await _is_place(talk, text, nearby, journal):
        return
    counted = journal.record(talk.person, _KINDS[found.decision], found.articles[0].id if found.articles else None)
    talk.understood = found.decision is not Decision.NONE
    await talk.reply(_answer(found, text, live_faq, bot_info))
    if counted and found.decision is not Decision.ANSWER and unsupported.is_russian(text) and not _left_booking(talk):
        unanswered_log.note(talk.person, masking.mask(text), found.decision)


def _left_booking(talk: Talk) -> bool:
    """Whether the words may be a name meant for a booking that was begun: the way back is offered below the answer."""
    left = talk.awaited.left(talk.conversation)
    return isinstance(left, BookingPrompt)


async def _is_place(talk: Talk, text: str, nearby: NearestWithSlots, journal: Journal) -> bool:
    """«Печоры» alone is no question: the person wants what is near."""
    match = nearby.place(text)
    if not match.places or match.guessed:
        return False
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="typed")
    await talk.reply(await nearby.typed(replace(match, guessed=True)))  # not every word was understood
    return True


def _answer(found: Found, text: str, live_faq: LiveFaq, bot_info: BotInfo) -> Screen:
    match found.decision:
        case Decision.ANSWER:
            return bot_info.answer(found.articles[0], live_faq.related(found.articles[0]), found.also)
        case Decision.SUGGEST:
            return answers.suggestions(found.articles)
        case Decision.NONE:
            return unsupported.unreadable(text) or answers.nothing_found(bot_info.region, can_ask=bot_info.can_ask)


async def shelves(talk: Talk, live_faq: LiveFaq, journal: Journal) -> None:
    """Handles /faq and its menu button: the groups of articles in a new message."""
    journal.record(talk.person, InteractionKind.TALK, detail="faq")
    await talk.reply(answers.shelves(live_faq.library.groups, 0))


async def turn_shelves(talk: Talk, action: Browse, live_faq: LiveFaq) -> None:
    """Shows another page of the groups in place."""
    await talk.edit(answers.shelves(live_faq.library.groups, action.page))


async def show_group(talk: Talk, action: ShowGroup, live_faq: LiveFaq, bot_info: BotInfo) -> None:
    """Shows one group of articles in place."""
    group = live_faq.library.group(action.group)
    await talk.edit(answers.shelf(group, action.page) if group else answers.gone(bot_info.region))


async def show_article(talk: Talk, action: ShowArticle, live_faq: LiveFaq, bot_info: BotInfo, journal: Journal) -> None:
    """An answer chosen by a button or a number."""
    article = live_faq.library.article(action.article)
    journal.record(talk.person, InteractionKind.READ, article.id if article else None, detail=action.via)
    await talk.reply(bot_info.answer(article, live_faq.related(article)) if article else answers.gone(bot_info.region))


async def open_link(talk: Talk, link: str, live_faq: LiveFaq, bot_info: BotInfo, journal: Journal) -> None:
    """Opens the deep link `q_<article>` of a poster or a page."""
    await talk.reply(bot_info.welcome())
    await show_article(talk, ShowArticle(link, "d"), live_faq, bot_info, journal)


async def none_fits(talk: Talk, bot_info: BotInfo, journal: Journal) -> None:
    """Handles «Нет, другое» under suggestions."""
    journal.record(talk.person, InteractionKind.NOTHING_FOUND, detail="none_fits")
    await talk.reply(answers.nothing_found(bot_info.region, can_ask=bot_info.can_ask))


async def rate(talk: Talk, action: Rate, live_faq: LiveFaq, bot_info: BotInfo, journal: Journal) -> None:
    """Stores «👍 Помогло» or «👎 Не помогло»; a second tap is only acknowledged."""
    if await journal.rate(talk.person, action.article, helped=action.helped):
        article = live_faq.library.article(action.article)
        await talk.reply(_after_rating(article, live_faq, bot_info, helped=action.helped))
    else:
        talk.toast = answers.ALREADY_RATED


def _after_rating(article: Article | None, live_faq: LiveFaq, bot_info: BotInfo, *, helped: bool) -> Screen:
    if helped or article is None:
        return answers.helped() if helped else answers.gone(bot_info.region)
    return answers.not_helped(article, live_faq.related(article), bot_info.region, can_ask=bot_info.can_ask)


ROUTES = Routes(
    commands={"faq": shelves},
    menu={Menu.FAQ: shelves},
    actions={
        Browse: turn_shelves,
        ShowGroup: show_group,
        ShowArticle: show_article,
        NoneFits: none_fits,
        Rate: rate,
    },
    links={"q": open_link},
)
