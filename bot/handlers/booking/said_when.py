"""A day or a time in words, heard at the steps of the day and the time and where a name is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.booking.booking import Slot
from bot.booking.draft import BookingDraft
from bot.booking.refusals import NotOffered, Refusal
from bot.booking.slots import nearest
from bot.booking.visit_code import read_code
from bot.centres.centre import Centre
from bot.faq.search.search import Decision
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_when
from bot.screens.booking import when as screens
from bot.screens.booking.time_list import of_day

_CONTRADICTIONS = frozenset((Doubt.SEVERAL_DAYS, Doubt.SEVERAL_TIMES, Doubt.OTHER_WEEKDAY, Doubt.AMBIGUOUS))


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """The day or time that the words mean; None for anything else. Raises NotBookable, TopicGone."""
    centre, chosen = dialog.centre(view.draft.centre), view.draft.day
    said = read_when(text, dialog.wall(centre), chosen)
    if is_code(text) or _is_no_time(said) or _is_question(dialog, said, text):
        return None
    if isinstance(said, Unsure):
        return view.on(view.draft, screens.fault(said))
    if said.days is None and chosen:
        said = said.on(chosen)
    return await meant(dialog, view, said)


async def hear_instead(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """«лучше завтра в 15», «полтретьего» where a name is asked for; an hour alone keeps the day."""
    if not _is_time(dialog, view, text):
        return None
    said = read_when(text, dialog.wall(dialog.centre(view.draft.centre)))
    day = view.draft.day if isinstance(said, TimeWish) and said.days is None else None
    return await hear(dialog, view.on(replace(view.draft.without_moment(), day=day)), text)


def is_code(text: str) -> bool:
    """«4Р9Х» is what a visit is found by, not the 4th at nine."""
    return read_code(text) is not None and not text.strip().isdigit()


async def meant(dialog: BookingDialog, view: DraftView, said: TimeWish) -> DraftView:
    """The draft with the time that is meant, of those that are free. Raises NotBookable, TopicGone."""
    placed = dialog.placed(view.draft)
    slots = await dialog.free(placed.centre, placed.topic)
    said = _with_known_hour(view.draft, said)
    fitting = [slot for slot in slots if said.fits(slot.starts_at.astimezone(placed.centre.zone))]
    if not fitting:
        return await _none_fits(dialog, view, said, slots)
    if said.at and (said.day or len(fitting) == 1):
        return view.on(view.draft.with_moment(fitting[0].starts_at, placed.centre.zone))
    days = {placed.centre.day(slot.starts_at) for slot in fitting}
    day = days.pop() if len(days) == 1 and not said.at else None
    return view.on(replace(view.draft, day=day, at=said.at), wanted=said)


def _with_known_hour(draft: BookingDraft, said: TimeWish) -> TimeWish:
    """A day alone is meant at the hour that was said before."""
    return said if said.at or said.since or said.until else replace(said, at=draft.at)


async def _none_fits(dialog: BookingDialog, view: DraftView, said: TimeWish, slots: Sequence[Slot]) -> DraftView:
    """Other times of that day where it has some; why it has none is said by its refusal."""
    centre = dialog.centre(view.draft.centre)
    if said.day is None:
        return view.on(view.draft.without_moment(), screens.NOT_THEN)
    that_day = replace(view.draft, day=said.day, at=None)
    if there := of_day(slots, centre, said.day):
        note = await _why_not(dialog, view, view.draft.with_said(said))
        return replace(view.on(that_day, note), since=_page_with(there, said, centre))
    return view.on(that_day)


async def _why_not(dialog: BookingDialog, view: DraftView, draft: BookingDraft) -> str:
    """«10:15» is not taken: nothing begins then."""
    try:
        await dialog.booking.check(view.by.person, replace(draft, visitor=None))
    except NotOffered:
        return screens.no_start(draft.at) if draft.at else screens.NOT_THEN
    except Refusal:
        return screens.NOT_THEN
    return screens.NOT_THEN


def _page_with(slots: Sequence[Slot], said: TimeWish, centre: Centre) -> datetime:
    """The moment whose page is shown: the one nearest to what was said."""
    wanted = said.at or said.since
    if wanted is None or said.day is None:
        return slots[0].starts_at
    return nearest(slots, datetime.combine(said.day, wanted, centre.zone), 1)[0].starts_at


def _is_no_time(said: TimeWish | Unsure) -> bool:
    return isinstance(said, Unsure) and said.doubt is Doubt.NOTHING


def _is_question(dialog: BookingDialog, said: TimeWish | Unsure, text: str) -> bool:
    """«можно ли завтра прийти без паспорта»: a day in it, and still a question."""
    return (isinstance(said, Unsure) or not said.sure or said.has_more) and dialog.live_faq.search(
        text
    ).decision is Decision.ANSWER


def _is_time(dialog: BookingDialog, view: DraftView, text: str) -> bool:
    """Whether the words are surely a time: no name has figures or an hour in it."""
    said = read_when(text, dialog.wall(dialog.centre(view.draft.centre)))
    if isinstance(said, Unsure):  # «завтра в 10 или в 11» is asked about as a time
        return said.doubt in _CONTRADICTIONS and (text.islower() or any(sign.isdigit() for sign in text))
    if not said.sure or said.has_more or is_code(text):
        return False
    return said.at is not None or any(sign.isdigit() for sign in text) or (said.day is not None and text.islower())
