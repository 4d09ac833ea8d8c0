"""Somebody without a booking, at the door or on the phone, in at most four taps."""

from datetime import date, datetime

from bot.booking.booking import Visitor, Wish
from bot.booking.refusals import Refusal, SecondTap
from bot.booking.typed_topic import read_topic
from bot.conversation import Awaited, Wait
from bot.handlers.day_book import DayBook, refusals_told
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens import day_entry, day_times, home
from bot.screens.day_actions import (
    GuestCame,
    GuestTopics,
    NewGuest,
    PhoneAt,
    PhoneDays,
    PhoneSoonest,
    PhoneTimes,
    TurnPhoneTimes,
)
from bot.screens.day_times import Choosing
from bot.screens.day_visit import NO_NAME
from bot.screens.moments import moment_of
from bot.screens.screen import Screen

PHONE, DOOR = "phone", "door"  # how somebody without a booking has come, in what is awaited


async def who(talk: Talk, action: NewGuest, day_book: DayBook) -> None:
    """At the door or on the phone."""
    async with refusals_told(talk):
        await talk.say(day_entry.who_came(day_book.checked(talk.person, action.centre)))


async def topics(talk: Talk, action: GuestTopics, day_book: DayBook) -> None:
    """About what."""
    async with refusals_told(talk):
        centre = day_book.checked(talk.person, action.centre)
        screen = day_entry.about_what(centre, day_book.topics.all, phone=action.phone)
        await talk.ask(screen, Awaited(Wait.DESK, f"topic:{centre.id}:{PHONE if action.phone else DOOR}"))


async def topic_in_words(talk: Talk, centre_id: str, way: str, text: str, day_book: DayBook) -> None:
    """«пенсия», as the button with that topic; other words are asked again. Raises refusals."""
    centre, topic = day_book.checked(talk.person, centre_id), read_topic(text, day_book.topics.all)
    if topic is None:
        screen = day_entry.about_what(centre, day_book.topics.all, phone=way == PHONE, note=day_entry.NO_SUCH_TOPIC)
        await talk.say(screen)
    elif way == PHONE:
        await soonest(talk, PhoneSoonest(topic.id, centre.id), day_book)
    else:
        await talk.awaited.clear(talk.conversation)
        await came(talk, GuestCame(topic.id, centre.id), day_book)


async def came(talk: Talk, action: GuestCame, day_book: DayBook) -> None:
    """Written down at once; what it led to is the next tap, or comes later."""
    async with refusals_told(talk):
        centre = day_book.checked(talk.person, action.centre)
        try:
            visit = await day_book.visits.walk_in(talk.person, centre.id, action.topic, request=talk.request)
        except SecondTap as tap:
            await talk.say(day_entry.came_already(await day_book.seen(tap.booking)))
        else:
            await talk.say(day_entry.came(await day_book.seen(visit)))


async def soonest(talk: Talk, action: PhoneSoonest, day_book: DayBook) -> None:
    """The nearest free times."""
    async with refusals_told(talk):
        choosing, slots = await day_book.phoning(talk.person, action.topic, action.centre)
        await _await_time(talk, day_times.soonest(choosing, slots), action)


async def which_day(talk: Talk, action: PhoneDays, day_book: DayBook) -> None:
    """All days with free times."""
    async with refusals_told(talk):
        choosing, slots = await day_book.phoning(talk.person, action.topic, action.centre)
        screen = day_times.which_day(choosing, slots, max(action.page - 1, 0))
        await _await_time(talk, screen, action, in_place=action.page > 0)


async def which_time(talk: Talk, action: PhoneTimes | TurnPhoneTimes, day_book: DayBook) -> None:
    """The free times of one of them."""
    if (at := moment_of(action.at)) is None:
        await talk.say(home.outdated())
        return
    async with refusals_told(talk):
        choosing, slots = await day_book.phoning(talk.person, action.topic, action.centre)
        screen, day = day_times.times_from(choosing, slots, at), choosing.centre.day(at)
        await _await_time(talk, screen, action, day, in_place=isinstance(action, TurnPhoneTimes))


async def phoned(talk: Talk, action: PhoneAt, day_book: DayBook) -> None:
    """Booked; the name may follow."""
    if (at := moment_of(action.at)) is None:
        await talk.say(home.outdated())
        return
    async with refusals_told(talk):
        choosing, _ = await day_book.phoning(talk.person, action.topic, action.centre)
        await book(talk, choosing, action.topic, at, day_book)


async def propose(talk: Talk, choosing: Choosing, topic: str, at: datetime, day_book: DayBook) -> None:
    """The typed time is shown as it was understood; the place is not taken before «да»."""
    wish = Wish(choosing.centre.id, topic, at, Visitor(NO_NAME))
    try:
        await day_book.visits.phoned(talk.person, wish, trial=True)
    except Refusal as no:
        await talk.say(day_times.not_then(choosing, no))
    else:
        await talk.say(day_times.is_it_then(choosing, at))


async def book(talk: Talk, choosing: Choosing, topic: str, at: datetime, day_book: DayBook) -> None:
    """The place is taken before the name is asked: nobody takes it meanwhile."""
    wish = Wish(choosing.centre.id, topic, at, Visitor(NO_NAME))
    try:
        booking = await day_book.visits.phoned(talk.person, wish, talk.request)
    except SecondTap as tap:
        await talk.say(day_entry.phoned_already(await day_book.seen(tap.booking)))
        return
    except Refusal as no:
        await talk.ask(day_times.not_then(choosing, no), Awaited(Wait.DESK, f"phone:{choosing.centre.id}:{topic}:"))
        return
    await talk.ask(day_entry.phoned(await day_book.seen(booking)), Awaited(Wait.DESK, f"name:{booking.id}"))


Phone = PhoneSoonest | PhoneDays | PhoneTimes | TurnPhoneTimes


async def _await_time(
    talk: Talk, screen: Screen, action: Phone, day: date | None = None, *, in_place: bool = False
) -> None:
    context = f"phone:{action.centre}:{action.topic}:{day or ''}"
    await talk.awaited.put(talk.conversation, Awaited(Wait.DESK, context))
    await (talk.turn(screen) if in_place else talk.say(screen))


ROUTES = Routes(
    actions={
        NewGuest: who,
        GuestTopics: topics,
        GuestCame: came,
        PhoneSoonest: soonest,
        PhoneDays: which_day,
        PhoneTimes: which_time,
        TurnPhoneTimes: which_time,
        PhoneAt: phoned,
    }
)
