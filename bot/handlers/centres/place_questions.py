"""Questions the directory answers before the FAQ is asked: a telephone, hours, an address, the way, an office."""

from dataclasses import replace

from bot.centres.places.place_question import DirectoryQuestion, Want, read_place_question
from bot.faq.article import Article
from bot.faq.live_faq import Found, LiveFaq
from bot.faq.search.search import Decision
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.talk import Talk
from bot.screens.centres import place_answer
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.screen import Screen
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal

_ABOUT_CONFIRMING = ("conf-banks", "conf-nearest")


async def is_answered(
    talk: Talk,
    text: str,
    nearby: NearestWithSlots,
    live_faq: LiveFaq,
    journal: Journal,
    asked: PlacePrompt | None = None,
) -> bool:
    """Whether the words asked the directory; `asked` is the question whose place is awaited."""
    question = read_place_question(text, nearby.place)
    if question is None:
        return False
    if asked and question.is_bare:
        question = replace(question, wants=(asked.want,), kind=asked.kind)
    found = live_faq.search(text)
    if question.is_bare and question.match.guessed and found.decision is Decision.ANSWER and asked is None:
        return False
    if question.match.by_street and not question.match.places and found.decision is not Decision.NONE:
        return False  # «площадь квартиры» is no street
    if question.match.is_elsewhere:
        await talk.ask(await nearby.typed(question.match), PlacePrompt(question.wants[0], question.kind))
        return True
    if not question.match.places:
        await talk.ask(place_answer.ask_place(question), PlacePrompt(question.wants[0], question.kind))
        return True
    if asked:
        await talk.awaited.clear(talk.conversation)
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="typed")
    await talk.reply(place_answer.with_unknown(await _answer(question, nearby, live_faq, found), question))
    return True


async def answer(question: DirectoryQuestion, nearby: NearestWithSlots) -> Screen:
    """What the directory knows of a place that was found; of several places it is asked which."""
    if question.is_bare or question.match.only is None:
        return await nearby.typed(question.match)
    return nearby.centre_lookup.about_place(question)


async def _answer(question: DirectoryQuestion, nearby: NearestWithSlots, live_faq: LiveFaq, found: Found) -> Screen:
    if question.is_bare or question.match.only is None:
        return await nearby.typed(question.match)
    if Want.CONFIRM in question.wants:
        return nearby.centre_lookup.where_to_confirm(question, _articles(live_faq, *_ABOUT_CONFIRMING))
    more = found.articles[:1] if found.decision is Decision.ANSWER else ()
    return nearby.centre_lookup.about_place(question, more)


def _articles(live_faq: LiveFaq, *ids: str) -> tuple[Article, ...]:
    return tuple(article for id_ in ids if (article := live_faq.library.article(id_)))
