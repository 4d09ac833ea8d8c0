"""What a sentence tells of a booking goes into its draft: what was said is kept, nothing of it is asked again."""

from dataclasses import replace

from bot.booking.booking import Visitor
from bot.booking.draft import BookingDraft
from bot.booking.typed.typed_centre import read_centre
from bot.booking.typed.typed_name import NameFault, read_name
from bot.centres.centre import Centre
from bot.centres.places.place import Match
from bot.handlers.booking import place as place_step
from bot.handlers.booking import said_when
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.handlers.said_time import unsure_time, wish_of
from bot.screens.booking import when as when_screens
from bot.understanding.acts import Act, Slots


async def with_said(dialog: BookingDialog, view: DraftView, act: Act, text: str) -> DraftView:
    """The view of the draft with everything that was said; what cannot be kept is named in its note."""
    slots = act.slots
    known = _with_topic(dialog, view, slots)
    known = _with_visitor(known, slots)
    known = _with_place(dialog, known, slots, text)
    return await _with_time(dialog, known, act)


def tells_nothing(view: DraftView, before: DraftView) -> bool:
    """Whether the sentence has told nothing of the booking."""
    return (view.draft, view.note, view.wanted) == (before.draft, before.note, before.wanted)


def _with_topic(dialog: BookingDialog, view: DraftView, slots: Slots) -> DraftView:
    known = slots.topic is not None and dialog.topics.find_topic(slots.topic) is not None
    return replace(view, draft=replace(view.draft, topic=slots.topic)) if known else view


def _with_visitor(view: DraftView, slots: Slots) -> DraftView:
    """Who comes: «маму», or whoever was named; a name that cannot be one is asked for."""
    said = slots.name or slots.for_whom
    if said is None:
        return view
    read = read_name(said, for_other=slots.for_whom is not None)
    if isinstance(read, NameFault):
        return replace(view, for_other=slots.for_whom is not None)
    return replace(view, draft=replace(view.draft, visitor=Visitor.named(read.called, for_other=read.for_other)))


def _with_place(dialog: BookingDialog, view: DraftView, slots: Slots, text: str) -> DraftView:
    centres = dialog.bookable()
    if slots.centre and (meant := next((one for one in centres if one.id == slots.centre), None)):
        return replace(view, draft=view.draft.at_centre(meant.id))
    if meant := read_centre(text, centres):
        return replace(view, draft=view.draft.at_centre(meant.id))
    if slots.place is None:
        return view
    return _near_place(dialog, view, dialog.centre_lookup.place(slots.place))


def _near_place(dialog: BookingDialog, view: DraftView, match: Match) -> DraftView:
    """The only centre of the place, else the nearest to it; of several places of the name it is asked which."""
    known = place_step.placed(match, dialog.bookable()) or match.places
    if len(known) != 1 or match.by_street:
        return view
    place = known[0]
    there = place_step.centres_in(place, dialog.bookable())
    if len(there) == 1:
        return replace(view, draft=view.draft.at_centre(there[0].id))
    note = "" if there else place_step.none_in(dialog, place)
    return replace(view, note=note, draft=replace(view.draft, near=place.point, centre=None))


async def _with_time(dialog: BookingDialog, view: DraftView, act: Act) -> DraftView:
    draft, centre = view.draft, _centre(dialog, view)
    now = dialog.clock.now().astimezone(centre.zone if centre else dialog.centre_lookup.zone)
    if doubt := unsure_time(act, now):
        return replace(view, draft=draft.without_moment(), note=_noted(when_screens.fault(doubt), view.note))
    wish = wish_of(act.slots)
    if wish is None:
        return view if not act.slots.soonest else replace(view, draft=replace(draft, at=None, soonest=True))
    if draft.topic and centre and not act.slots.soonest:
        heard = await said_when.meant(dialog, view, wish)
        return heard.noted(_noted(view.note, heard.note))
    return replace(view, draft=_with_wish(draft, act.slots), wanted=wish)


def _with_wish(draft: BookingDraft, slots: Slots) -> BookingDraft:
    """The draft with the day, the hour or the part of the day; a day alone keeps the hour that was said before."""
    at = slots.at or (None if slots.part else draft.at)
    part = None if at else slots.part or draft.part
    return replace(draft, day=slots.day or draft.day, at=at, part=part, soonest=slots.soonest)


def _centre(dialog: BookingDialog, view: DraftView) -> Centre | None:
    return next((one for one in dialog.bookable() if one.id == view.draft.centre), None)


def _noted(*notes: str) -> str:
    return "\n\n".join(filter(None, notes))
