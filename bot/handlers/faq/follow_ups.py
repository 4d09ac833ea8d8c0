"""What is said upon the last answer: «повтори», «проще», «что дальше», «не помогло»."""

from bot.faq.last_answers import SaidPart
from bot.handlers.faq.answering import Answering
from bot.handlers.faq.more import tell_not_helped
from bot.handlers.talk import Talk
from bot.screens.faq import answers, failures, steps
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal


async def repeat(talk: Talk, answering: Answering) -> None:
    """«Повтори»: the last answer once more, or the titles that were to choose from."""
    last, article = answering.last(talk), answering.last_article(talk)
    if article is not None:
        await answering.whole(talk, article, last.question, last.further)
        return
    titles = tuple(one for id_ in last.shown if (one := answering.live_faq.library.article(id_)))
    await talk.reply(answers.suggestions(titles) if titles else failures.nothing_answered())


async def simplify(talk: Talk, answering: Answering) -> None:
    """«Проще»: the short answer sentence by sentence, then one step at a time."""
    article = answering.last_article(talk)
    if article is None:
        await talk.reply(failures.nothing_answered())
    else:
        answering.restart_steps(talk)
        await talk.reply(steps.simpler(article, can_book=answering.bot_info.can_book))


async def next_step(talk: Talk, answering: Answering) -> None:
    """«Что дальше»: the next single step, else what was left out, else the questions beside it or the next titles."""
    last, article = answering.last(talk), answering.last_article(talk)
    if article is None and last.shown:  # titles to choose from
        await answering.next_titles(talk, last.shown[0])
    elif article is None:
        await talk.reply(failures.nothing_answered())
    elif last.step is not None and last.step < steps.count_steps(article):
        await answering.step(talk, article, last.step + 1)
    elif last.said is not SaidPart.ALL and answers.has_more(article, last.said):
        await answering.rest(talk, article, last.said)
    else:
        await talk.reply(answers.similar(answering.live_faq.near(article)))


async def not_helped(talk: Talk, answering: Answering, journal: Journal) -> None:
    """«Не помогло»: counted like the button; after a choice or nothing at all the way goes on to a person."""
    last = answering.last(talk)
    if last.article:
        await journal.rate(talk.person, last.article, helped=False)
        await tell_not_helped(talk, last.article, answering)
    elif last.shown:
        journal.record(talk.person, InteractionKind.NOTHING_FOUND, detail="none_fits")
        await answering.next_titles(talk, last.shown[0])
    else:
        await talk.reply(answering.nothing(talk))
