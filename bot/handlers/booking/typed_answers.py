"""Words typed at a step of booking: a topic, a place, a day, a time, a name; None where they are none of these."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.booking.booking import Slot
from bot.booking.slots import BookableDays, nearest
from bot.booking.typed.typed_time import TimeFault, When, read_when
from bot.booking.typed.typed_topic import read_topic
from bot.booking.visit_code import read_code
from bot.centres.centre import Centre
from bot.centres.places.place import Match
from bot.faq.search.search import Decision
from bot.handlers.booking import place as booking_place
from bot.handlers.booking import time, visitor
from bot.handlers.booking.context import BookingDialog, Step
from bot.region.topics import Topic
from bot.russian.time.doubts import Unsure
from bot.screens.actions import BookVisit
from bot.screens.booking import when as when_screens
from bot.screens.booking import where
from bot.screens.booking.actions import BookAt, BookDays, BookNear, BookTime, BookTimes
from bot.screens.booking.prompts import WhenPrompt, WherePrompt
from bot.screens.booking.time_list import of_day
from bot.screens.centres.point_code import spot
from bot.screens.time_codes import moment_code, moment_of


async def place(steps: BookingDialog, action: BookVisit | BookAt | BookNear, text: str) -> Step | None:
    """The words that name a topic or a place; None for anything else. Raises refusals."""
    if isinstance(action, BookAt) or (isinstance(action, BookVisit) and action.topic == booking_place.ANY):
        return await _topic(steps, action, text)
    match = steps.centre_lookup.place(text)
    if match.guessed and steps.live_faq.search(text).decision is Decision.ANSWER:
        return None
    return await _at_place(steps, action.topic, match) or await _topic(steps, BookVisit(), text)


async def _topic(steps: BookingDialog, action: BookVisit | BookAt, text: str) -> Step | None:
    topic = read_topic(text, steps.topics.all)
    if topic is None:
        return None
    following = booking_place.after_topic(action, topic.id)
    if isinstance(following, BookDays):
        return await time.days(steps, following)
    return await booking_place.places(steps, following)


async def _at_place(steps: BookingDialog, topic_id: str, match: Match) -> Step | None:
    topic = steps.topic(topic_id)
    known = [place for place in match.places if place.point]
    if len(known) > 1:
        return Step(where.which_place(topic, known), WherePrompt(BookVisit(topic.id)))
    if not known or (point := known[0].point) is None:
        return None
    there = [
        centre for centre in steps.bookable() if known[0].settlement and booking_place.is_in(centre, known[0].name)
    ]
    if len(there) == 1:
        return await time.days(steps, BookDays(topic.id, there[0].id))
    return await booking_place.places(steps, BookNear(topic.id, spot(point)))


async def when(steps: BookingDialog, action: BookDays | BookTimes, text: str, me: str) -> Step | None:
    """A day or a time in words; None for anything else. Raises refusals."""
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    at = moment_of(action.at) if isinstance(action, BookTimes) else None
    chosen = centre.day(at) if at else None
    said = read_when(text, steps.wall(centre), chosen)
    if is_code(text) or said is TimeFault.UNCLEAR or _is_question(steps, said, text):
        return None
    if not isinstance(said, When):
        return await _shown_again(steps, action, when_screens.fault(said))
    if said.days is None and chosen:
        said = replace(said, days=BookableDays(chosen, chosen))
    return await _meant(steps, centre, topic, said, me)


async def _meant(steps: BookingDialog, centre: Centre, topic: Topic, said: When, me: str) -> Step:
    slots = await steps.free(centre, topic)
    fitting = [slot for slot in slots if said.fits(slot.starts_at.astimezone(centre.zone))]
    if not fitting:
        return await _none_fits(steps, centre, topic, said, slots)
    first = fitting[0].starts_at
    if said.at and (said.day or len(fitting) == 1):
        return await visitor.who_comes(steps, BookTime(topic.id, centre.id, moment_code(first)), me)
    again = BookDays(topic.id, centre.id)
    if said.at:
        screen = when_screens.these_times(topic, centre, fitting[:5], when_screens.at_that_time(said.at))
        return Step(screen, WhenPrompt(again))
    if len({centre.day(slot.starts_at) for slot in fitting}) == 1:
        again_times = BookTimes(topic.id, centre.id, moment_code(first))
        return Step(when_screens.times(topic, centre, fitting, first), WhenPrompt(again_times))
    others = bool(await steps.booking.full_days(centre.id, topic.id))
    return Step(when_screens.days(topic, centre, fitting, 0, others=others), WhenPrompt(again))


async def _none_fits(steps: BookingDialog, centre: Centre, topic: Topic, said: When, slots: Sequence[Slot]) -> Step:
    if said.day is None:
        return await time.days(steps, BookDays(topic.id, centre.id), when_screens.NOT_THEN)
    if that_day := of_day(slots, centre, said.day):
        again = BookTimes(topic.id, centre.id, moment_code(that_day[0].starts_at))
        since, why = _page_with(that_day, said, centre), _why_not(centre, topic, said)
        return Step(when_screens.times(topic, centre, that_day, since, why), WhenPrompt(again))
    return await time.no_time(steps, centre, topic, said.day)


def _why_not(centre: Centre, topic: Topic, said: When) -> str:
    """«10:15» is not taken: nothing begins then."""
    at = datetime.combine(said.day, said.at, centre.zone) if said.day and said.at else None
    if at is None or time.begins_at(centre, topic, at):
        return when_screens.NOT_THEN
    return when_screens.no_start(at)


async def _shown_again(steps: BookingDialog, action: BookDays | BookTimes, note: str) -> Step:
    if isinstance(action, BookTimes):
        return await time.times(steps, action, note)
    return await time.days(steps, action, note)


def _page_with(slots: Sequence[Slot], said: When, centre: Centre) -> datetime:
    """The moment whose page is shown: the one nearest to what was said."""
    wanted = said.at or said.since
    if wanted is None or said.day is None:
        return slots[0].starts_at
    return nearest(slots, datetime.combine(said.day, wanted, centre.zone), 1)[0].starts_at


def is_code(text: str) -> bool:
    """«4Р9Х» is what a visit is found by, not the 4th at nine."""
    return read_code(text) is not None and not text.strip().isdigit()


def _is_question(steps: BookingDialog, said: When | TimeFault | Unsure, text: str) -> bool:
    """«можно ли завтра прийти без паспорта»: a day in it, and still a question."""
    unsure = isinstance(said, Unsure) or (isinstance(said, When) and not said.sure)
    return unsure and steps.live_faq.search(text).decision is Decision.ANSWER
