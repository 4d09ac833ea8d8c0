"""Leads a draft to the step that is missing next; what may not be booked is told as one more step."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.booking import refusals
from bot.booking.draft import BookingDraft, BookingStep
from bot.centres.places.geo import Point
from bot.dialog_state import Prompt
from bot.handlers.booking import check, day, drafts, mend, place, said_when, time, told, topic, visitor, waitlist
from bot.handlers.booking.context import Booker, BookingDialog, DraftView, Step, StepFacts
from bot.handlers.booking.drafts import Shown, prompt_of
from bot.russian.yes_no import BOOK_IT, is_yes
from bot.screens.booking import when, who
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookDays,
    ConfirmAsMe,
    ConfirmCalled,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.draft_signs import continue_booking
from bot.screens.booking.prompts import BookingPrompt, WherePrompt
from bot.screens.booking.refusals import refusal
from bot.screens.booking.when import FullDay, FullDayChoice
from bot.screens.home import home
from bot.screens.screen import Button, row
from bot.understanding.acts import Act

_OTHER_TIME = (refusals.OtherTimes, refusals.TooFar, refusals.TooSoon, refusals.StillFree)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class StepHandlers:
    """What a step asks for a draft, and what it hears in words: a further draft, a choice of its own, or nothing."""

    ask: Callable[[BookingDialog, DraftView], Awaitable[StepFacts | DraftView]]
    hear: Callable[[BookingDialog, DraftView, str], Awaitable[StepFacts | DraftView | None]]


STEPS: Mapping[BookingStep, StepHandlers] = {
    BookingStep.TOPIC: StepHandlers(topic.ask, topic.hear),
    BookingStep.PLACE: StepHandlers(place.ask, place.hear),
    BookingStep.DAY: StepHandlers(day.ask, said_when.hear),
    BookingStep.TIME: StepHandlers(time.ask, said_when.hear),
    BookingStep.VISITOR: StepHandlers(visitor.ask, visitor.hear),
    BookingStep.CHECK: StepHandlers(check.ask, check.hear),
}


async def ask(dialog: BookingDialog, view: DraftView) -> Step:
    """Asks for what is missing first; a whole draft goes to the check at once."""
    if not dialog.bookable():
        return dialog.no_booking()
    return await _or_refusal(dialog, view, _next(dialog, view))


async def press(dialog: BookingDialog, by: Booker, action: Shown, prompt: Prompt | None) -> Step:
    """The step that a button leads to."""
    view = drafts.pressed(dialog, by, action, prompt)
    if view is None:
        return Step(home.outdated())
    if isinstance(action, ConfirmAsMe | ConfirmCalled):
        return await _book(dialog, view)
    if isinstance(action, WaitForDay | WaitForOther):
        return await _or_refusal(dialog, view, waitlist.ask(dialog, view))
    if isinstance(action, WaitAsMe):
        return await _or_refusal(dialog, view, waitlist.join(dialog, view, by.visitor))
    nameless = isinstance(action, BookAsMe | BookAsCalled) and view.draft.visitor is None
    return await ask(dialog, replace(view, note=who.NAME_AGAIN, asks_name=True) if nameless else view)


async def begin(dialog: BookingDialog, by: Booker, act: Act, text: str) -> Step:
    """The step that is missing first after a sentence: what was said is kept."""
    view = DraftView(BookingDraft(), by)
    if not dialog.bookable():
        return dialog.no_booking(act.slots.place)
    return await _or_refusal(dialog, view, _told(dialog, view, act, text))


async def wait(dialog: BookingDialog, by: Booker, act: Act, text: str) -> Step:
    """The step towards the waitlist: of the day that was said where it is full, else what is missing to know it."""
    if not dialog.bookable():
        return dialog.no_booking(act.slots.place)
    view = DraftView(BookingDraft(), by)
    return await _or_refusal(dialog, view, waitlist.begin(dialog, await told.with_said(dialog, view, act, text), ask))


async def hear(
    dialog: BookingDialog, by: Booker, prompt: BookingPrompt, text: str, acts: Sequence[Act] = ()
) -> Step | None:
    """The step that words lead to; None where they are something else. `acts` is how the words were understood."""
    view = drafts.prompted(dialog, by, prompt)
    if view is None:
        return Step(home.outdated())
    if isinstance(prompt.step, WaitForDay | WaitForOther):
        return await _or_refusal(dialog, view, waitlist.hear(dialog, view, text))
    asked = view.draft.next_step()
    if asked is BookingStep.CHECK and is_yes(text, BOOK_IT):
        return await _book(dialog, view)
    return await _or_refusal(dialog, view, _heard(dialog, view, text, acts))


async def again(dialog: BookingDialog, by: Booker, prompt: BookingPrompt, note: str) -> Step:
    """The step at which words were typed that do not belong to it."""
    view = drafts.prompted(dialog, by, prompt)
    if view is None:
        return Step(home.outdated())
    if isinstance(prompt.step, WaitForDay | WaitForOther):
        return await _or_refusal(dialog, view, waitlist.ask(dialog, view.noted(note)))
    return await ask(dialog, view.noted(note))


async def here(dialog: BookingDialog, by: Booker, prompt: Prompt | None, point: Point) -> Step | None:
    """The step that a shared location leads to; None where no booking waits for a place."""
    view = drafts.prompted(dialog, by, prompt) if isinstance(prompt, WherePrompt) else None
    if view is None or view.draft.next_step() is not BookingStep.PLACE:
        return None
    return await ask(dialog, place.around(view, point))


def not_understood(dialog: BookingDialog, by: Booker, prompt: BookingPrompt) -> str:
    """Said above a step at which other words were typed."""
    view = drafts.prompted(dialog, by, prompt)
    waits = view is None or isinstance(prompt.step, WaitForDay | WaitForOther)
    return who.not_understood(BookingStep.VISITOR if waits or view is None else view.draft.next_step())


async def _next(dialog: BookingDialog, view: DraftView) -> Step:
    if not view.full:  # who waits for a day books nothing yet
        await dialog.booking.check(view.by.person, view.draft)
    asked = view.draft.next_step()
    if asked is BookingStep.VISITOR and (known := view.with_own_name()):
        return await ask(dialog, known)
    found = await STEPS[asked].ask(dialog, view)
    return await ask(dialog, found) if isinstance(found, DraftView) else _asked(view, found)


async def _heard(dialog: BookingDialog, view: DraftView, text: str, acts: Sequence[Act]) -> Step | None:
    """What the step hears; where that is nothing or only half, another fact of the booking may be mended."""
    heard = await STEPS[view.draft.next_step()].hear(dialog, view, text)
    half_read = isinstance(heard, DraftView) and bool(heard.note) and heard.draft == view.draft
    if heard is None or half_read:
        heard = await mend.hear(dialog, view, text, acts, half_read=half_read) or heard
    if heard is None:
        return None
    return await ask(dialog, heard) if isinstance(heard, DraftView) else _asked(view, heard)


async def _told(dialog: BookingDialog, view: DraftView, act: Act, text: str) -> Step:
    return await ask(dialog, await told.with_said(dialog, view, act, text))


async def _book(dialog: BookingDialog, view: DraftView) -> Step:
    """Books and shows the confirmation, or what is missing, or the reason of the refusal."""
    made = await _or_refusal(dialog, view, check.book(dialog, view.by, view.draft))
    return made or await ask(dialog, replace(view, note=who.NAME_AGAIN, asks_name=True))


async def _or_refusal(dialog: BookingDialog, view: DraftView, work: Awaitable[S]) -> S | Step:
    try:
        return await work
    except refusals.TooLate:
        return await ask(dialog, view.on(view.draft.without_moment(), when.PASSED))
    except refusals.Refusal as no:
        return _refused(dialog, view, no)


def _asked(view: DraftView, facts: StepFacts) -> Step:
    screen = facts.draw(view.note)
    match facts:
        case FullDayChoice(full=()):  # nothing to choose
            return Step(screen)
        case FullDay():  # whatever is typed now is another day
            return Step(screen, prompt_of(view.on(view.draft.without_moment())))
        case _:
            return Step(screen, prompt_of(view))


def _refused(dialog: BookingDialog, view: DraftView, no: refusals.Refusal) -> Step:
    """The step of a refusal, with other times where there are some; a typed name is kept for them."""
    if not dialog.bot_info.can_book:
        return dialog.no_booking()
    draft = view.draft.without_moment()
    centre = dialog.centre_lookup.centre(draft.centre) if draft.centre else None
    if centre is None or draft.topic is None or not isinstance(no, (*_OTHER_TIME, refusals.Overlaps)):
        return Step(refusal(no, centre))
    if isinstance(no, refusals.Overlaps):
        return Step(refusal(no, centre), prompt_of(view.on(draft)))
    days = row(Button("← Все дни", BookDays(draft.topic, centre.id, 1)))
    screen = refusal(no, centre, lambda at: continue_booking(draft.with_moment(at, centre.zone)), (days,))
    return Step(screen, prompt_of(view.on(draft)))
