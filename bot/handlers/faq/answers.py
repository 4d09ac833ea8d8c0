"""Answers questions in the chat."""

from collections.abc import Sequence
from dataclasses import replace

from bot.faq.live_faq import Found
from bot.faq.search.search import Decision
from bot.faq.small_talk import small_talk
from bot.faq.unanswered import UnansweredLog
from bot.handlers.bot_info import BotInfo
from bot.handlers.centres import place_questions
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.faq import browsing, follow_ups, more, other_language, upon_last
from bot.handlers.faq.answering import Answering
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy import masking
from bot.screens.actions import (
    Browse,
    NextTitles,
    NoneFits,
    Rate,
    ReadMore,
    ShowArticle,
    ShowGroup,
    ShowSimilar,
    ShowStep,
)
from bot.screens.booking.prompts import BookingPrompt
from bot.screens.faq import small_talk as chatter
from bot.screens.home import unsupported
from bot.screens.menu import Menu
from bot.screens.screen import Screen
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.acts import Act, ActName

_KINDS = {
    Decision.ANSWER: InteractionKind.ANSWER,
    Decision.LIKELY: InteractionKind.ANSWER,
    Decision.SUGGEST: InteractionKind.SUGGESTION,
    Decision.NONE: InteractionKind.NOTHING_FOUND,
}
_UNANSWERED = frozenset({Decision.SUGGEST, Decision.NONE})


async def question(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    answering: Answering,
    nearby: NearestWithSlots,
    bot_info: BotInfo,
    journal: Journal,
    unanswered_log: UnansweredLog,
    act: Act | None = None,
    faq_acts: Sequence[Act] = (),
) -> None:
    """Answers words that no other handler has taken; `act` is what is meant, `faq_acts` all that they ask."""
    if (kind := small_talk(text)) is not None:
        journal.record(talk.person, InteractionKind.TALK, detail=kind)
        talk.understood = False
        await talk.reply(chatter.reply(kind, bot_info.region, can_ask=bot_info.can_ask))
        return
    found = answering.search(talk, text, _heard(act, faq_acts))
    side = None if _names_place(text, nearby) else upon_last.of_side(talk, text, found, answering)
    if await _is_said(talk, side, answering, journal):
        return
    is_articles_own = answering.live_faq.engine.owner_of(text) is not None  # «куда идти: МФЦ или библиотека?»
    if not is_articles_own and await place_questions.is_answered(talk, text, nearby, answering.live_faq, journal):
        return
    if await _is_said(talk, upon_last.of_words(talk, text, found, answering), answering, journal):
        return
    if await _is_of_directory(talk, text, found, nearby, journal):
        return
    article, detail = found.articles[0].id if found.articles else None, _detail(found.decision)
    counted = journal.record(talk.person, _KINDS[found.decision], article, detail=detail)
    talk.understood = found.decision is not Decision.NONE
    if found.decision is Decision.NONE and (screen := unsupported.unreadable(text)):
        await talk.reply(screen)
    else:
        await answering.found(talk, text, found)
    if counted and found.decision in _UNANSWERED and unsupported.is_russian(text) and not _left_booking(talk):
        unanswered_log.note(talk.person, masking.mask(text), found.decision)


async def _is_said(talk: Talk, screen: Screen | None, answering: Answering, journal: Journal) -> bool:
    """Whether the answer above was gone into; it is leaned on for ten minutes more."""
    if screen is None:
        return False
    last = answering.last_answers.fresh(talk.conversation)
    answering.last_answers.keep(talk.conversation, last)
    journal.record(talk.person, InteractionKind.ANSWER, last.article)
    await talk.reply(screen)
    return True


def _heard(act: Act | None, faq_acts: Sequence[Act]) -> tuple[tuple[str, ...], ...]:
    """The articles of each question that was heard by itself; a follow-up is looked up with what was asked before."""
    asked = faq_acts or ((act,) if act else ())
    return tuple(one.slots.articles for one in asked if one.name is ActName.FAQ and one.slots.articles)


def _detail(decision: Decision) -> str | None:
    return "likely" if decision is Decision.LIKELY else None


def _left_booking(talk: Talk) -> bool:
    """Whether the words may be a name meant for a booking that was begun: the way back is offered below the answer."""
    left = talk.awaited.left(talk.conversation)
    return isinstance(left, BookingPrompt)


def _names_place(text: str, nearby: NearestWithSlots) -> bool:
    match = nearby.place(text)
    return bool(match.places) and not match.guessed


async def _is_of_directory(talk: Talk, text: str, found: Found, nearby: NearestWithSlots, journal: Journal) -> bool:
    """Whether the directory knows better: nothing was found of a place, or an article is older than a centre's card."""
    if found.decision is Decision.NONE:
        return await _is_place(talk, text, nearby, journal)
    if found.decision not in {Decision.ANSWER, Decision.LIKELY} or len(found.parts) > 1:
        return False
    centre = nearby.centre_lookup.told_of_site(found.articles[0].link)
    if centre is None:
        return False
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="typed")
    await talk.reply(await nearby.card(centre.id))
    return True


async def _is_place(talk: Talk, text: str, nearby: NearestWithSlots, journal: Journal) -> bool:
    """«Печоры» alone is no question: the person wants what is near."""
    match = nearby.place(text)
    if not match.places or match.guessed:
        return False
    journal.record(talk.person, InteractionKind.CENTRE_FOUND, detail="typed")
    await talk.reply(await nearby.typed(replace(match, guessed=True)))  # not every word was understood
    return True


ROUTES = Routes(
    commands={"faq": browsing.shelves},
    menu={Menu.FAQ: browsing.shelves},
    actions={
        Browse: browsing.turn_shelves,
        ShowGroup: browsing.show_group,
        ShowArticle: browsing.show_article,
        ReadMore: more.read_more,
        ShowSimilar: more.show_similar,
        ShowStep: more.show_step,
        NextTitles: more.next_titles,
        NoneFits: more.none_fits,
        Rate: more.rate,
    },
    links={"q": browsing.open_link},
    acts={
        ActName.FAQ: question,
        ActName.FOLLOW_UP: question,
        ActName.OTHER_LANGUAGE: other_language.other_language,
        ActName.REPEAT: follow_ups.repeat,
        ActName.SIMPLIFY: follow_ups.simplify,
        ActName.NEXT_STEP: follow_ups.next_step,
        ActName.NOT_HELPED: follow_ups.not_helped,
    },
)
