"""The draft that a button or a prompt carries; the buttons of every release are read."""

from dataclasses import replace

from bot.booking.booking import Visitor
from bot.booking.draft import BookingDraft, BookingStep
from bot.centres.centre import CentreId
from bot.dialog_state import Prompt
from bot.handlers.booking.context import Booker, BookingDialog, DraftView
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import (
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
    ContinueBooking,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.draft_signs import UNKNOWN, continue_booking, draft_of
from bot.screens.booking.prompts import BookingPrompt, VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.centres.point_code import point_of
from bot.screens.time_codes import moment_of

OfDays = BookDays | FullDays
OfTimes = BookTimes | TurnTimes
OfTime = BookTime | BookForOther | BookAsMe | BookAsCalled | ConfirmAsMe | ConfirmCalled
Waiting = WaitForDay | WaitForOther | WaitAsMe
Shown = ContinueBooking | BookVisit | BookAt | BookNear | OfDays | OfTimes | OfTime | Waiting
# What is asked by these buttons is something else than the visitor: who was named before stays named.
_KEEP_VISITOR = ContinueBooking | BookNear | OfDays | OfTimes | BookAsCalled | ConfirmCalled


def pressed(dialog: BookingDialog, by: Booker, action: Shown, prompt: Prompt | None) -> DraftView | None:
    """What a button asks for, with what was said before; None for what no button of ours carries."""
    view = _read(dialog, by, action)
    before = prompted(dialog, by, prompt) if isinstance(prompt, BookingPrompt) else None
    if view is None or before is None or not isinstance(action, _KEEP_VISITOR):
        return view
    known, draft = before.draft, view.draft
    if (known.topic and draft.topic != known.topic) or (draft.centre and known.centre and draft.centre != known.centre):
        return view
    draft = replace(draft, visitor=known.visitor)
    if isinstance(action, BookNear):
        draft = replace(draft, day=known.day, at=known.at, part=known.part, soonest=known.soonest)
    return replace(view, draft=draft)


def prompted(dialog: BookingDialog, by: Booker, prompt: BookingPrompt) -> DraftView | None:
    """What was asked last; None for what this release would not have asked."""
    view = _read(dialog, by, prompt.step)
    if view is None or not prompt.called:
        asks_name = isinstance(prompt, VisitorPrompt)
        return replace(view, for_other=view.for_other or prompt.for_other, asks_name=asks_name) if view else None
    return replace(view, draft=replace(view.draft, visitor=Visitor(prompt.called, for_other=prompt.for_other)))


def prompt_of(view: DraftView) -> BookingPrompt:
    """The prompt that carries the draft until it is answered."""
    draft, visitor = view.draft, view.draft.visitor
    called, for_other = (visitor.called, visitor.for_other) if visitor else ("", view.for_other)
    match draft.next_step():
        case BookingStep.TOPIC | BookingStep.PLACE:
            return WherePrompt(_place_step(view), called, for_other)
        case BookingStep.DAY | BookingStep.TIME:
            return WhenPrompt(continue_booking(draft), called, for_other)
        case BookingStep.VISITOR | BookingStep.CHECK:
            return VisitorPrompt(continue_booking(draft), called, for_other)


def _place_step(view: DraftView) -> ContinueBooking | BookNear:
    """The whole list of centres is shown again, where nothing else is known."""
    if view.listed and view.draft.topic and view.draft == BookingDraft(view.draft.topic, visitor=view.draft.visitor):
        return BookNear(view.draft.topic)
    return continue_booking(view.draft)


def _read(dialog: BookingDialog, by: Booker, action: Shown) -> DraftView | None:
    match action:
        case ContinueBooking():
            draft = draft_of(action)
            return DraftView(draft, by) if draft else None
        case BookVisit(topic):
            return DraftView(BookingDraft(None if topic == UNKNOWN else topic), by)
        case BookAt(centre):
            return DraftView(BookingDraft(centre=CentreId(centre)), by)
        case BookNear(topic, point, page):
            return DraftView(BookingDraft(topic, near=point_of(point)), by, page=max(page - 1, 0), listed=True)
        case BookDays(topic, centre, page) | FullDays(topic, centre, page):
            draft, full = BookingDraft(topic, CentreId(centre)), isinstance(action, FullDays)
            return DraftView(draft, by, page=max(page - 1, 0), full=full)
        case _:
            return _of_moment(dialog, by, action)


def _of_moment(dialog: BookingDialog, by: Booker, action: OfTimes | OfTime | Waiting) -> DraftView | None:
    draft, at = BookingDraft(action.topic, CentreId(action.centre)), moment_of(action.at)
    if at is None:
        return None
    for_other = isinstance(action, BookForOther | WaitForOther)
    if isinstance(action, Waiting):
        return DraftView(replace(draft, day=at.date()), by, for_other=for_other)
    centre = dialog.centre_lookup.centre(action.centre)
    known = draft.with_moment(at, centre.zone if centre else dialog.centre_lookup.zone)
    if isinstance(action, OfTimes):
        return DraftView(replace(known, at=None), by, since=at)
    as_me = by.visitor if isinstance(action, BookAsMe | ConfirmAsMe) else None
    asks_name = isinstance(action, BookTime)
    return DraftView(replace(known, visitor=as_me), by, for_other=for_other, asks_name=asks_name)
