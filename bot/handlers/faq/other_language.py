"""Words in another language: one sentence in it with the way to a person, and the search tries all the same."""

from bot.faq.search.search import Decision
from bot.faq.search.text_cleaner import Repair
from bot.handlers.faq.answering import Answering
from bot.handlers.talk import Talk
from bot.screens.home import other_languages
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.acts import Act


async def other_language(talk: Talk, act: Act, text: str, answering: Answering, journal: Journal) -> None:
    """Many words are alike in kindred languages, and a few are understood in any: an answer may be found."""
    bot_info, found = answering.bot_info, answering.search(talk, text)
    is_found = found.decision in {Decision.ANSWER, Decision.LIKELY} and not _is_spelt_otherwise(text, answering)
    kind = InteractionKind.ANSWER if is_found else InteractionKind.ODD
    article = found.articles[0].id if is_found else None
    journal.record(talk.person, kind, article, detail=f"language_{act.slots.lang or 'other'}")
    screen = other_languages.in_their_language(act.slots.lang, bot_info.region, can_ask=bot_info.can_ask)
    await talk.reply(screen)
    if is_found:
        await answering.found(talk, text, found)


def _is_spelt_otherwise(text: str, answering: Answering) -> bool:
    """Whether a word was mended to be found: «passport» of another language is no «password»."""
    return any(one.repair is Repair.SPELLING for one in answering.live_faq.engine.clean(text).mended)
