"""The buttons under an answer: more of it, questions beside it, other titles, whether it helped."""

from bot.faq.unanswered import UnansweredLog
from bot.handlers.bot_info import BotInfo
from bot.handlers.faq.answering import SIMILAR, Answering
from bot.handlers.talk import Talk
from bot.privacy import masking
from bot.screens.actions import NextTitles, Rate, ReadMore, ShowSimilar, ShowStep
from bot.screens.faq import answers, failures, steps
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def read_more(talk: Talk, action: ReadMore, answering: Answering) -> None:
    """Handles «Подробнее»: what the answer left out, in a new message."""
    article = answering.live_faq.library.article(action.article)
    if article is None:
        await talk.reply(failures.gone(answering.bot_info.region))
    else:
        await answering.rest(talk, article, action.after)


async def show_similar(talk: Talk, action: ShowSimilar, answering: Answering) -> None:
    """Handles «Похожие вопросы»: numbered lines that may be typed too."""
    article = answering.live_faq.library.article(action.article)
    near = answering.live_faq.near(article)[:SIMILAR] if article else ()
    await talk.reply(answers.similar(near) if near else failures.gone(answering.bot_info.region))


async def show_step(talk: Talk, action: ShowStep, answering: Answering) -> None:
    """Handles «Дальше» under a step; an article that was rewritten may have fewer."""
    article = answering.live_faq.library.article(action.article)
    if article is None or not 0 < action.number <= steps.count_steps(article):
        await talk.reply(failures.gone(answering.bot_info.region))
    else:
        await answering.step(talk, article, action.number)


async def next_titles(
    talk: Talk, action: NextTitles, answering: Answering, journal: Journal, unanswered_log: UnansweredLog
) -> None:
    """Handles «Нет, другое»: the next five titles, then a person; editors learn of a refused answer."""
    journal.record(talk.person, InteractionKind.NOTHING_FOUND, detail="none_fits")
    last = answering.last_answers.fresh(talk.conversation)
    if last.article and last.question:
        unanswered_log.note(talk.person, masking.mask(last.question), "none_fits")
    await answering.next_titles(talk, action.article)


async def none_fits(talk: Talk, bot_info: BotInfo, journal: Journal) -> None:
    """Handles «Нет, другое» of an older release, which does not say what was shown."""
    journal.record(talk.person, InteractionKind.NOTHING_FOUND, detail="none_fits")
    await talk.reply(failures.nothing_found(bot_info.region, can_ask=bot_info.can_ask))


async def rate(talk: Talk, action: Rate, answering: Answering, journal: Journal) -> None:
    """Stores «👍 Помогло» or «👎 Не помогло»; a second tap is only acknowledged."""
    is_new = await journal.rate(talk.person, action.article, helped=action.helped)
    if not action.helped and (is_new or talk.pressed is None):  # «не помогло» typed again is no second tap
        await tell_not_helped(talk, action.article, answering)
    elif not is_new:
        talk.toast = answers.ALREADY_RATED
    else:
        answering.last_answers.helped(talk.conversation)
        await talk.reply(answers.helped())


async def tell_not_helped(talk: Talk, id_: str, answering: Answering) -> None:
    """Each time otherwise: other titles, then the steps one by one, then a person."""
    bot_info, article = answering.bot_info, answering.live_faq.library.article(id_)
    failure = answering.last_answers.failed(talk.conversation)
    if article is None:
        await talk.reply(failures.gone(bot_info.region))
    elif failure >= failures.LAST:
        await talk.reply(failures.person(bot_info.region, can_ask=bot_info.can_ask, can_book=bot_info.can_book))
    elif failure > 1 and steps.count_steps(article) > 1:
        told = answering.last(talk).step or 0  # those that were told one by one before
        if not told and steps.has_several_lists(article):
            await answering.which_list(talk, article)
            return
        await answering.step(talk, article, told + 1 if told < steps.count_steps(article) else 1)
    else:
        others = answering.not_shown(talk, article)
        await talk.reply(failures.not_helped(others[: failures.OTHERS], bot_info.region))
