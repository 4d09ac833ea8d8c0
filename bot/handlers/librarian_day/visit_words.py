"""Words below a visit that is open: «пришла», «ой пришёл всё-таки, распечатали», «беру», «больше не принимаю»."""

from collections.abc import Sequence

from bot.booking.booking import BookingState, Origin
from bot.booking.consultation_log.typed_outcome import names_outcome
from bot.booking.refusals import TooEarly
from bot.booking.typed.typed_mark import SaidOfVisit, TypedMark, read_mark
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day import today
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.screens.librarian_day import visit_card
from bot.screens.librarian_day.actions import GiveBack, MarkVisit, ShiftVisit, TakeOn
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.typed_answers import folded

_TAKES = {frozenset({SaidOfVisit.TAKEN}), frozenset({SaidOfVisit.GIVEN_BACK})}


def tells_of_visit(text: str, labels: Sequence[str]) -> bool:
    """Whether all the words mark the visit or say who receives it; outcomes are those on the buttons."""
    titles = [folded(label) for label in labels]
    return read_mark(text, lambda words: next((one for one in titles if names_outcome(words, one)), None)) is not None


async def told(
    talk: Talk,
    text: str,
    actions: tuple[MarkVisit | TakeOn | GiveBack | ShiftVisit, ...],
    day_view: DayView,
    log_view: LogView,
) -> None:
    """Does what its button does; what the words leave unclear is asked on the card. Raises refusals."""
    booking, read = actions[0].booking, read_mark(text, log_view.find_outcome)
    visit = await day_view.one(talk.person, booking)
    if read is None or len({action.booking for action in actions}) > 1:
        await talk.reply(visit_card.card(visit))
    elif read.told in _TAKES and not read.outcomes:
        await _take(talk, booking, read, day_view)
    elif (mark := _mark(read)) is None:
        await talk.reply(visit_card.card(visit, visit_card.ONE_MARK))
    elif _stands(visit, mark):
        await talk.reply(visit_card.card(visit, visit_card.MARKED_BEFORE))
    else:
        await _mark_it(talk, visit, mark, day_view)


async def _mark_it(talk: Talk, visit: DayVisit, mark: str, day_view: DayView) -> None:
    """The card stays open where it is too early to mark it."""
    try:
        await today.mark(talk, MarkVisit(visit.booking.id, mark), day_view)
    except TooEarly:
        await talk.reply(visit_card.card(visit, visit_card.TOO_EARLY))


async def _take(talk: Talk, booking: int, read: TypedMark, day_view: DayView) -> None:
    if SaidOfVisit.TAKEN in read.told:
        await today.take_on(talk, TakeOn(booking, over=False), day_view)
    else:
        await today.give_back(talk, GiveBack(booking), day_view)


def _mark(read: TypedMark) -> str | None:
    """The one mark that is meant; None where the words say several things."""
    match (*read.outcomes,), read.told:
        case (outcome,), told if told <= {SaidOfVisit.CAME}:
            return outcome
        case (), told if told == {SaidOfVisit.CAME}:
            return visit_card.ARRIVED
        case (), told if told == {SaidOfVisit.MISSED}:
            return visit_card.MISSED
        case _:
            return None


def _stands(visit: DayVisit, mark: str) -> bool:
    """Whether that somebody came is known, and words without an outcome would only take the outcome away."""
    is_come = visit.booking.state is BookingState.ARRIVED or visit.booking.origin is Origin.WALK_IN
    is_at_door = visit.booking.origin is Origin.WALK_IN and mark == visit_card.MISSED
    return is_at_door or (is_come and mark == visit_card.ARRIVED)


ROUTES = Routes(told=dict.fromkeys((MarkVisit, TakeOn, GiveBack, ShiftVisit), Told(tells_of_visit, told)))
