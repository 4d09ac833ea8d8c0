"""Words that stand for a button of the step: «первая», «ждать», «нет, не надо»."""

from bot.booking.draft import BookingStep
from bot.dialog_state import TypedOptions
from bot.handlers.booking.drafts import Shown
from bot.russian.normalize import bare_words
from bot.russian.yes_no import is_unwanted
from bot.screens.action import Action
from bot.screens.actions import StopAsking
from bot.screens.booking.actions import BookDays, ContinueBooking, FullDays, WaitForDay
from bot.screens.booking.draft_signs import draft_of
from bot.screens.callback_data import unpack

_PLACES = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм")
_ENDINGS = ("ая", "ый", "ую", "ой", "ий", "ья", "ью")
_WAIT = frozenset({
    *("ждать", "жду", "подожду", "подождать", "буду ждать", "ждать место", "в очередь", "встать в очередь"),
    *("хочу ждать", "могу подождать", "поставьте в очередь", "очередь"),
})  # fmt: skip


def meant(text: str, offer: TypedOptions, asked: Action | None) -> StopAsking | Shown | None:
    """The button that the words stand for; `asked` is the step at which they were typed."""
    said = bare_words(text)
    if is_unwanted(text):
        return StopAsking()
    if said in _WAIT:
        return waiting(offer, asked)
    place = _place(said)
    action = unpack(offer.numbered[place]) if place is not None and place < len(offer.numbered) else None
    return action if isinstance(action, Shown) else None


def waiting(offer: TypedOptions, asked: Action | None) -> WaitForDay | FullDays | None:
    """The one day that is offered to wait for, else all of them."""
    days = {action for packed, _ in offer.named if isinstance(action := unpack(packed), WaitForDay)}
    if len(days) == 1:
        return days.pop()
    match asked:
        case BookDays(topic, centre, _):
            return FullDays(topic, centre)
        case ContinueBooking(topic, centre, _) if (draft := draft_of(asked)) and draft.next_step() is BookingStep.DAY:
            return FullDays(topic, centre)
        case _:
            return None


def _place(said: str) -> int | None:
    """«первая», «второй»: a line of the list, counted from 0; «первое» may be a day of the month."""
    beginnings = (said.removesuffix(ending) for ending in _ENDINGS if said.endswith(ending))
    return next((number for begun in beginnings for number, word in enumerate(_PLACES) if begun == word), None)
