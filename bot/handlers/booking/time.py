"""The middle steps of the booking dialogue: the day and the time, chosen or typed."""

from datetime import date, datetime, time, timedelta

from bot.booking.refusals import ClosedDay, JustTaken, NotOffered, TooFar, TooSoon
from bot.booking.slots import bookable_days, day_grid, earliest, nearest
from bot.centres.centre import Centre
from bot.handlers.booking.context import BookingDialog, Step
from bot.region.topics import Topic
from bot.screens.booking import when
from bot.screens.booking.actions import BookDays, BookTimes, FullDays, TurnTimes
from bot.screens.booking.prompts import WhenPrompt
from bot.screens.home import home
from bot.screens.time_codes import moment_code, moment_of

OTHERS = 3  # free times told instead of a full day


async def days(steps: BookingDialog, action: BookDays | FullDays, note: str = "") -> Step:
    """The days with free times, or where there are none those to wait for. Raises NotBookable, TopicGone."""
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    slots, full = await steps.free(centre, topic), await steps.booking.full_days(centre.id, topic.id)
    page, again = max(action.page - 1, 0), BookDays(topic.id, centre.id)
    if slots and (isinstance(action, BookDays) or not full):
        return Step(when.days(topic, centre, slots, page, note, others=bool(full)), WhenPrompt(again))
    if full:
        return Step(when.full_days(topic, centre, full, page, any_free=bool(slots)), WhenPrompt(again))
    return Step(when.nothing_free(topic, centre))


async def times(steps: BookingDialog, action: BookTimes | TurnTimes, note: str = "") -> Step:
    """The free times of a day. Raises NotBookable, TopicGone."""
    at = moment_of(action.at)
    if at is None:
        return Step(home.outdated())
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    day = centre.day(at)
    if day < centre.day(steps.clock.now()):
        return await days(steps, BookDays(topic.id, centre.id), when.PASSED)
    slots = await steps.free(centre, topic, day)
    if not slots:
        return await no_time(steps, centre, topic, day)
    again = BookTimes(topic.id, centre.id, moment_code(slots[0].starts_at))
    return Step(when.times(topic, centre, slots, at, note), WhenPrompt(again))


async def check_free(steps: BookingDialog, centre: Centre, topic: Topic, at: datetime) -> None:
    """Checks that the typed time is free. Raises TooFar, TooSoon, and NotOffered, JustTaken with other times."""
    slots = await steps.free(centre, topic)
    if any(slot.starts_at == at for slot in slots):
        return
    now, others = steps.clock.now(), nearest(slots, at, OTHERS)
    if centre.day(at) > (last := bookable_days(centre, now).last):
        raise TooFar(last)
    if at < earliest(centre, now):
        raise TooSoon(centre.consultations.notice_hours if centre.consultations else 0, earliest(centre, now))
    if not begins_at(centre, topic, at):
        raise NotOffered(nearest=others)
    raise JustTaken(nearest=others)


def begins_at(centre: Centre, topic: Topic, at: datetime) -> bool:
    """Whether a visit may begin just then, taken or not."""
    grid = day_grid(centre, centre.day(at), timedelta(minutes=topic.minutes))
    return any(slot.starts_at == at for slot in grid)


async def no_time(steps: BookingDialog, centre: Centre, topic: Topic, day: date) -> Step:
    """The step that says why nothing is free on a day. Raises TooFar, ClosedDay."""
    last = bookable_days(centre, steps.clock.now()).last
    if day > last:
        raise TooFar(last)
    others = nearest(await steps.free(centre, topic), datetime.combine(day, time(12), centre.zone), OTHERS)
    if day not in await steps.booking.full_days(centre.id, topic.id):
        raise ClosedDay(day, nearest=others)
    again = BookDays(topic.id, centre.id)
    return Step(when.day_full(topic, centre, day, others), WhenPrompt(again))
