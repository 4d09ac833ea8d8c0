"""A citizen books: topic, centre, day, time, name, check; each step by a button or by words."""

from bot.conversation import Awaited, Wait
from bot.faq.search import Decision
from bot.faq.small_talk import SmallTalk, small_talk
from bot.handlers import booking_show, booking_who
from bot.handlers.booking_show import Shown
from bot.handlers.booking_steps import Step, Steps
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy import guard
from bot.screens import odd, visit_who
from bot.screens import small_talk as chatter
from bot.screens.actions import BookVisit
from bot.screens.menu import Menu
from bot.screens.visit_actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.stats.contact import Kind
from bot.stats.journal import Journal

# Answers that mean something only at their own step.
_MEANS_NOTHING_HERE = frozenset({SmallTalk.YES, SmallTalk.NO, SmallTalk.OK})


async def begin(talk: Talk, visit_steps: Steps) -> None:
    """/book and «Записаться»."""
    await show(talk, await booking_show.at(visit_steps, BookVisit(), talk.name))


async def step(talk: Talk, action: Shown, visit_steps: Steps) -> None:
    """Any step, by its button."""
    named = booking_who.recalled(talk.awaited.text(talk.conversation))
    found = await booking_show.at(visit_steps, action, talk.name, named)
    await show(talk, found, in_place=booking_show.turns(action))


async def confirm(talk: Talk, action: ConfirmAsMe | ConfirmCalled, visit_steps: Steps) -> None:
    """«Да, записать»."""
    named = booking_who.recalled(talk.awaited.text(talk.conversation))
    await show(talk, await booking_show.book(visit_steps, talk.person, action, talk.name, named))


async def join(talk: Talk, action: WaitAsMe, visit_steps: Steps) -> None:
    """In line, under the name of the messenger."""
    await show(talk, await booking_show.join(visit_steps, talk.person, action, talk.name))


async def typed(talk: Talk, text: str, awaited: Awaited, visit_steps: Steps, journal: Journal) -> None:
    """Words at a step; a question in between is answered, and the step stays."""
    if secrets := guard.find(text):
        await talk.say(odd.secret_seen(secrets))
        await show(talk, await booking_show.again(visit_steps, awaited, talk.name, visit_who.GOING_ON))
        return
    found = await booking_show.typed(visit_steps, talk.person, awaited, text, talk.name)
    if found is None:
        note = await _aside(talk, text, awaited, visit_steps, journal)
        found = await booking_show.again(visit_steps, awaited, talk.name, note)
    await show(talk, found)


async def show(talk: Talk, found: Step, *, in_place: bool = False) -> None:
    """The step, and what it waits for; never in a group, where others read along."""
    if talk.in_group:
        await talk.say(visit_who.in_private())
        return
    if found.awaited:
        await talk.awaited.put(talk.conversation, found.awaited)
    else:
        await talk.awaited.clear(talk.conversation)
    await (talk.turn(found.screen) if in_place else talk.say(found.screen))


async def _aside(talk: Talk, text: str, awaited: Awaited, steps: Steps, journal: Journal) -> str:
    """Answers a question or a greeting; what is to be said where it was neither."""
    kind, found = small_talk(text), steps.reference.find(text)
    if kind is not None and kind not in _MEANS_NOTHING_HERE:
        journal.note(talk.person, Kind.TALK, detail=kind)
        await talk.say(chatter.reply(kind, steps.ways.region, can_ask=steps.ways.can_ask))
        return visit_who.GOING_ON
    if kind is not None or found.decision is not Decision.ANSWER:
        return booking_show.not_understood(awaited)
    journal.note(talk.person, Kind.ANSWER, found.articles[0].id, detail="booking")
    await talk.say(steps.ways.answer(found.articles[0], steps.reference.related(found.articles[0])))
    return visit_who.GOING_ON


ROUTES = Routes(
    commands={"book": begin},
    menu={Menu.BOOK: begin},
    actions={
        **dict.fromkeys(
            (
                *(BookVisit, BookAt, BookNear, BookDays, FullDays, BookTimes, TurnTimes),
                *(BookTime, BookForOther, BookAsMe, BookAsCalled, WaitForDay, WaitForOther),
            ),
            step,
        ),
        ConfirmAsMe: confirm,
        ConfirmCalled: confirm,
        WaitAsMe: join,
    },
    awaited={Wait.VISIT_PLACE: typed, Wait.WHEN: typed, Wait.CALLED: typed},
)
