"""The first steps of the booking dialogue: the topic and the centre."""

from collections.abc import Sequence

from bot.centres.centre import Centre
from bot.centres.places.geo import Point, distance_km
from bot.handlers.booking import time
from bot.handlers.booking.context import BookingDialog, Step
from bot.screens.actions import BookVisit
from bot.screens.booking import where
from bot.screens.booking.actions import BookAt, BookDays, BookNear
from bot.screens.booking.prompts import WherePrompt
from bot.screens.booking.where import CENTRES_SHOWN, Offer
from bot.screens.centres.point_code import point_of
from bot.screens.paging import NEARER_AND_ON, Page

ANY = "-"


def topics(steps: BookingDialog, action: BookVisit | BookAt, note: str = "") -> Step:
    """The step that asks for the topic, for a centre already chosen or any. Raises NotBookable."""
    if not steps.bookable():
        return steps.no_booking()
    centre = steps.centre(action.centre) if isinstance(action, BookAt) else None
    screen = where.topics(steps.topics.all, lambda topic: after_topic(action, topic), centre, note)
    return Step(screen, WherePrompt(action))


async def places(steps: BookingDialog, action: BookVisit | BookNear, note: str = "") -> Step:
    """The step that asks for the centre: the only one, the few there are, or those nearest to a point."""
    topic, found = steps.topic(action.topic), steps.bookable()
    if not found:
        return steps.no_booking()
    if len(found) == 1:
        only = BookDays(topic.id, found[0].id)
        return await time.days(steps, only, note or where.ONLY_HERE)
    if isinstance(action, BookVisit):
        if len(found) > CENTRES_SHOWN:
            return Step(where.where_to_look(topic, note), WherePrompt(action))
        return await _list(steps, BookNear(topic.id), found, note)
    return await _list(steps, action, found, note)


async def _list(steps: BookingDialog, action: BookNear, found: Sequence[Centre], note: str) -> Step:
    topic, point = steps.topic(action.topic), point_of(action.point)
    ranked = sorted(((_km(point, centre), centre) for centre in found), key=_nearness)
    page = Page(len(ranked), CENTRES_SHOWN, action.page - 1)
    offers = [Offer(centre, km, await steps.next_free(centre, topic)) for km, centre in page.of(ranked)]
    turning = page.turning(lambda number: BookNear(topic.id, action.point, number + 1), NEARER_AND_ON)
    screen = where.centres(topic, offers, steps.clock.now(), turning, note)
    return Step(screen, WherePrompt(action))


def is_in(centre: Centre, name: str) -> bool:
    """Whether the centre stands in the settlement or municipality of that name."""
    return name in {centre.settlement, centre.municipality.short}


def after_topic(action: BookVisit | BookAt, topic: str) -> BookDays | BookVisit:
    """The step that follows the choice of a topic."""
    return BookDays(topic, action.centre) if isinstance(action, BookAt) else BookVisit(topic)


def _km(point: Point | None, centre: Centre) -> float | None:
    return distance_km(point, centre.point) if point and centre.point else None


def _nearness(ranked: tuple[float | None, Centre]) -> float:
    return float("inf") if ranked[0] is None else ranked[0]
