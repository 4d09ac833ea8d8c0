"""Registers walk-ins and phone bookings in at most four taps."""

from datetime import datetime, time

from bot.booking.booking import Visitor, Wish
from bot.booking.consultation_log.entry import MOST_PEOPLE
from bot.booking.consultation_log.typed_people import numbers_in
from bot.booking.refusals import Refusal, SecondTap
from bot.booking.typed.typed_name import read_name
from bot.booking.typed.typed_topic import read_topic
from bot.handlers.consultation_log import people_in_words, write_helped
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.normalize import fold
from bot.screens.consultation_log.actions import WriteHelped
from bot.screens.consultation_log.helped_code import HelpedOn
from bot.screens.consultation_log.prompts import HelpedTopicPrompt
from bot.screens.home import home
from bot.screens.librarian_day import choose_time, walk_ins
from bot.screens.librarian_day.choose_time import Choosing
from bot.screens.librarian_day.entry_actions import (
    GuestCame,
    GuestsCame,
    GuestTopics,
    NewGuest,
    PhoneAt,
    PhoneDays,
    PhoneSoonest,
    PhoneTimes,
    TurnPhoneTimes,
)
from bot.screens.librarian_day.prompts import PhoneTimePrompt, VisitorNamePrompt, WalkInTopicPrompt
from bot.screens.librarian_day.visit import NO_NAME
from bot.screens.time_codes import moment_of


async def who(talk: Talk, action: NewGuest, log_view: LogView) -> None:
    """Asks whether somebody is at the door or on the phone."""
    centre = log_view.checked(talk.person, action.centre)
    await talk.reply(walk_ins.who_came(centre, log_view.today(centre)))


async def topics(talk: Talk, action: GuestTopics, day_view: DayView) -> None:
    """Asks for the topic of the walk-in or phone booking."""
    centre = day_view.checked(talk.person, action.centre)
    now = day_view.centre_lookup.clock.now()
    screen = walk_ins.about_what(centre, day_view.topics.all, phone=action.phone, today=centre.day(now))
    await talk.ask(screen, WalkInTopicPrompt(centre.id, action.phone))


async def topic_in_words(
    talk: Talk, prompt: WalkInTopicPrompt, text: str, day_view: DayView, log_view: LogView
) -> None:
    """«пенсия», as the button with that topic; several people go into the log. Raises refusals."""
    centre, topic = day_view.checked(talk.person, prompt.centre), read_topic(text, day_view.topics.all)
    if not prompt.phone and (prompt.count > 1 or _are_counted(text, named=topic is not None, log_view=log_view)):
        helped = HelpedTopicPrompt(centre.id, log_view.today(centre), by_phone=False, people=prompt.count)
        await people_in_words.typed(talk, text, helped, log_view)
    elif topic is None:
        screen = walk_ins.about_what(
            centre, day_view.topics.all, phone=prompt.phone, note=walk_ins.NO_SUCH_TOPIC, today=log_view.today(centre)
        )
        await talk.ask_again(screen)
    elif prompt.phone:
        await soonest(talk, PhoneSoonest(topic.id, centre.id), day_view)
    else:
        await talk.awaited.clear(talk.conversation)
        await came(talk, GuestCame(topic.id, centre.id), day_view)


def _are_counted(text: str, *, named: bool, log_view: LogView) -> bool:
    """Whether the words count people, more of them than the one at the door: «паспорт × 12»."""
    if named:
        return any(number != 1 for number in numbers_in(fold(text)))
    return log_view.read_people(text).counts_somebody


async def came(talk: Talk, action: GuestCame, day_view: DayView) -> None:
    """Registers a walk-in at once; the outcome is the next tap, or comes later."""
    await came_and(talk, action, None, day_view)


async def came_and(talk: Talk, action: GuestCame, outcome: str | None, day_view: DayView) -> None:
    """Registers a walk-in at once, with the outcome that was said with it."""
    centre = day_view.checked(talk.person, action.centre)
    try:
        visit = await day_view.visits.walk_in(talk.person, centre.id, action.topic, request=talk.request)
    except SecondTap as tap:
        await talk.reply(walk_ins.came_already(await day_view.seen(tap.booking)))
    else:
        marked = await day_view.mark(talk.person, visit.id, outcome) if outcome else None
        await talk.reply(walk_ins.came(marked or await day_view.seen(visit)))


async def all_came(talk: Talk, action: GuestsCame, log_view: LogView) -> None:
    """Handles a button of earlier releases: several walk-ins with the same topic go into the log."""
    day = log_view.today(log_view.checked(talk.person, action.centre))
    people = min(action.count, MOST_PEOPLE)  # as many as were offered
    sure = WriteHelped(action.topic, action.centre, HelpedOn(day, people, sure=True).signs)
    await write_helped.write(talk, sure, log_view)


async def soonest(talk: Talk, action: PhoneSoonest, day_view: DayView) -> None:
    """Shows the free slots for a phone booking: those of the day that was said, else the nearest."""
    said = talk.awaited.text(talk.conversation)
    day, at = (said.day, said.at) if isinstance(said, WalkInTopicPrompt) and said.phone else (None, "")
    choosing, slots = await day_view.phoning(talk.person, action.topic, action.centre)
    prompt = PhoneTimePrompt(action.centre, action.topic, day, _called(talk))
    if day and at:
        await talk.awaited.put(talk.conversation, prompt)
        moment = datetime.combine(day, time.fromisoformat(at), choosing.centre.zone)
        await propose(talk, choosing, action.topic, moment, day_view)
    else:
        screen = choose_time.which_time(choosing, slots, day) if day else choose_time.soonest(choosing, slots)
        await talk.ask(screen, prompt)


async def which_day(talk: Talk, action: PhoneDays, day_view: DayView) -> None:
    """Shows all days with free slots for a phone booking."""
    choosing, slots = await day_view.phoning(talk.person, action.topic, action.centre)
    screen = choose_time.which_day(choosing, slots, max(action.page - 1, 0))
    prompt = PhoneTimePrompt(action.centre, action.topic, called=_called(talk))
    await talk.ask(screen, prompt, in_place=action.page > 0)


async def which_time(talk: Talk, action: PhoneTimes | TurnPhoneTimes, day_view: DayView) -> None:
    """Shows the free slots of one day for a phone booking."""
    if (at := moment_of(action.at)) is None:
        await talk.reply(home.outdated())
        return
    choosing, slots = await day_view.phoning(talk.person, action.topic, action.centre)
    screen, day = choose_time.times_from(choosing, slots, at), choosing.centre.day(at)
    prompt = PhoneTimePrompt(action.centre, action.topic, day, _called(talk))
    await talk.ask(screen, prompt, in_place=isinstance(action, TurnPhoneTimes))


async def phoned(talk: Talk, action: PhoneAt, day_view: DayView) -> None:
    """Books by phone; the name may follow."""
    if (at := moment_of(action.at)) is None:
        await talk.reply(home.outdated())
        return
    choosing, _ = await day_view.phoning(talk.person, action.topic, action.centre)
    await book(talk, choosing, action.topic, at, day_view)


async def propose(talk: Talk, choosing: Choosing, topic: str, at: datetime, day_view: DayView) -> None:
    """Shows the typed time as it was understood; the slot is not taken before «да»."""
    wish = Wish(choosing.centre.id, topic, at, Visitor(NO_NAME))
    try:
        await day_view.visits.phoned(talk.person, wish, trial=True)
    except Refusal as no:
        await talk.reply(choose_time.not_then(choosing, no))
    else:
        await talk.reply(choose_time.is_it_then(choosing, at))


async def book(talk: Talk, choosing: Choosing, topic: str, at: datetime, day_view: DayView) -> None:
    """Books by phone before the name is asked: nobody takes the slot meanwhile."""
    wish = Wish(choosing.centre.id, topic, at, Visitor(NO_NAME))
    try:
        booking = await day_view.visits.phoned(talk.person, wish, talk.request)
    except SecondTap as tap:
        await talk.reply(walk_ins.phoned_already(await day_view.seen(tap.booking)))
        return
    except Refusal as no:
        prompt = PhoneTimePrompt(choosing.centre.id, topic, called=_called(talk))
        await talk.ask(choose_time.not_then(choosing, no), prompt)
        return
    if isinstance(named := read_name(_called(talk)), Visitor):
        await talk.awaited.clear(talk.conversation)
        called = await day_view.visits.call(talk.person, booking.id, named.called)
        await talk.reply(walk_ins.phoned_named(await day_view.seen(called)))
    else:
        await talk.ask(walk_ins.phoned(await day_view.seen(booking)), VisitorNamePrompt(booking.id))


def _called(talk: Talk) -> str:
    """The name of the caller that was said meanwhile."""
    match talk.awaited.text(talk.conversation):
        case WalkInTopicPrompt(called=called) | PhoneTimePrompt(called=called):
            return called
        case _:
            return ""


ROUTES = Routes(
    actions={
        NewGuest: who,
        GuestTopics: topics,
        GuestCame: came,
        GuestsCame: all_came,
        PhoneSoonest: soonest,
        PhoneDays: which_day,
        PhoneTimes: which_time,
        TurnPhoneTimes: which_time,
        PhoneAt: phoned,
    }
)
