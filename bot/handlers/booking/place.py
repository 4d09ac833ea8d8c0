"""The step of the place: the centre, chosen from a list or found by a place."""

from collections.abc import Sequence
from dataclasses import replace

from bot.booking.typed.typed_centre import read_centre
from bot.centres.centre import Centre
from bot.centres.places.geo import Near, Point, distance_km
from bot.centres.places.place import Match, Place
from bot.faq.search.search import Decision
from bot.handlers.booking import topic as topic_step
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.screens.booking.where import (
    CENTRES_SHOWN,
    ONLY_HERE,
    CentreChoice,
    Offer,
    SamePlaces,
    WhereToBook,
    no_booking_in,
    several_in,
)
from bot.screens.centres.point_code import spot
from bot.screens.paging import Page


async def ask(dialog: BookingDialog, view: DraftView) -> CentreChoice | WhereToBook | DraftView:
    """Asks for the centre; the only one that there is need not be asked for. Raises TopicGone."""
    topic, found = dialog.topic(view.draft.topic), dialog.bookable()
    near = view.draft.near
    if len(found) == 1 and near is None:
        return view.on(view.draft.at_centre(found[0].id), view.note or ONLY_HERE)
    if len(found) > CENTRES_SHOWN and not view.listed and near is None:
        return WhereToBook(view.draft, topic)
    ranked = sorted(((_km(near, centre), centre) for centre in found), key=_nearness)
    page = Page(len(ranked), CENTRES_SHOWN, view.page)
    offers = [Offer(centre, km, await dialog.next_free(centre, topic)) for km, centre in page.of(ranked)]
    return CentreChoice(view.draft, topic, offers, page, spot(near) if near else 0, dialog.clock.now())


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | SamePlaces | None:
    """The place that the words name, or another topic; None for anything else. Raises TopicGone."""
    if called := read_centre(text, dialog.bookable()):
        return view.on(view.draft.at_centre(called.id))
    match = dialog.centre_lookup.place(text)
    if match.guessed and dialog.live_faq.search(text).decision is Decision.ANSWER:
        return None
    return _found(dialog, view, match) or await topic_step.hear(dialog, view, text)


def around(view: DraftView, point: Point) -> DraftView:
    """The centres nearest to a point."""
    return view.on(replace(view.draft, near=point, centre=None))


def _found(dialog: BookingDialog, view: DraftView, match: Match) -> DraftView | SamePlaces | None:
    known = placed(match, dialog.bookable())
    if len(known) > 1 or (known and match.by_street):
        return SamePlaces(dialog.topic(view.draft.topic), known, match.by_street)
    if not known:
        return view.noted(none_in(dialog, match.places[0])) if len(match.places) == 1 else None
    there = centres_in(known[0], dialog.bookable())
    if len(there) == 1:
        return view.on(view.draft.at_centre(there[0].id))
    return around(view, point) if (point := known[0].point) else view.noted(several_in(known[0].name))


def none_in(dialog: BookingDialog, place: Place) -> str:
    """Says that nobody can be booked there, and where the nearest centre is that takes bookings."""
    ranked = sorted(((_km(place.point, centre), centre) for centre in dialog.bookable()), key=_nearness)
    return no_booking_in(place.name, Near(ranked[0][1], ranked[0][0]) if ranked else None)


def placed(match: Match, centres: Sequence[Centre]) -> list[Place]:
    """The places of which it is known where they are, or that a centre stands there."""
    return [place for place in match.places if place.point or centres_in(place, centres)]


def centres_in(place: Place, centres: Sequence[Centre]) -> list[Centre]:
    """The centres that stand in the settlement or municipality of that name."""
    if not place.settlement:
        return []
    return [centre for centre in centres if place.name in {centre.settlement, centre.municipality.short}]


def _km(point: Point | None, centre: Centre) -> float | None:
    return distance_km(point, centre.point) if point and centre.point else None


def _nearness(ranked: tuple[float | None, Centre]) -> float:
    return float("inf") if ranked[0] is None else ranked[0]
