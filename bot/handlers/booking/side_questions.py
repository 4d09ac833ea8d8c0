"""What is said at a step of booking and does not belong to it: a question, a greeting, a picture."""

from bot.faq.live_faq import Found
from bot.faq.search.search import Decision
from bot.faq.small_talk import SmallTalk, small_talk
from bot.handlers.booking.context import BookingDialog
from bot.handlers.talk import Talk
from bot.screens.booking import side_questions, who
from bot.screens.faq import small_talk as chatter
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal

TITLES = 3  # more would hide the step that goes on

# Answers that mean something only at their own step.
_MEANS_NOTHING_HERE = frozenset({SmallTalk.YES, SmallTalk.NO, SmallTalk.OK})


async def answered(talk: Talk, text: str, steps: BookingDialog, journal: Journal) -> str:
    """Answers a question or a greeting; what is to be said above the step that goes on, empty where it was neither."""
    kind = small_talk(text)
    if kind is SmallTalk.BOOKING:
        return who.GOING_ON
    if kind in _MEANS_NOTHING_HERE:
        return ""
    if kind is not None:
        journal.record(talk.person, InteractionKind.TALK, detail=kind)
        await talk.reply(chatter.reply(kind, steps.bot_info.region, can_ask=steps.bot_info.can_ask))
        return who.GOING_ON
    return await _asked(talk, text, steps, journal)


async def _asked(talk: Talk, text: str, steps: BookingDialog, journal: Journal) -> str:
    """The answer to a question asked aside; nothing where it was no question."""
    found = steps.live_faq.search(text)
    match found.decision:
        case Decision.ANSWER:
            journal.record(talk.person, InteractionKind.ANSWER, found.articles[0].id, detail="booking")
            await talk.reply(steps.bot_info.answer(found.articles[0], steps.live_faq.related(found.articles[0])))
        case Decision.SUGGEST | Decision.LIKELY if _is_sentence(text):
            await _suggest(talk, found, journal)
        case _:
            return side_questions.NO_ANSWER if "?" in text else ""
    return who.GOING_ON


async def _suggest(talk: Talk, found: Found, journal: Journal) -> None:
    journal.record(talk.person, InteractionKind.SUGGESTION, found.articles[0].id, detail="booking")
    await talk.reply(side_questions.suggestions(found.articles[:TITLES]))


def _is_sentence(text: str) -> bool:
    return "?" in text or len(text.split()) > 1
