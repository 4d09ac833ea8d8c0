"""Words at a step that mend another part of the booking: «давайте лучше в печорах», «для мамы», «нет, на среду»."""

import re
from collections.abc import Sequence

from bot.booking.typed.typed_name import says_other, says_self
from bot.handlers.booking import said_when, told, visitor
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.understanding.acts import Act, ActName

_BEFORE = re.compile(
    r"^(?:(?:нет|не|ой|ай|ох|а|и|или|давайте|давай|лучше|пусть|можно|хотя|погодите|постойте|тогда|уж)(?:[ ,.!—-]+|$))+",
    re.IGNORECASE,
)
# Whatever such words are called of a visit that stands, at a step they tell of the one that is being made.
_TELL = frozenset({ActName.BOOK, ActName.MOVE, ActName.PLACE, ActName.WAIT_LIST})


async def hear(
    dialog: BookingDialog, view: DraftView, text: str, acts: Sequence[Act], *, half_read: bool
) -> DraftView | None:
    """The draft with another part mended; None where the words tell nothing of it. Raises NotBookable, TopicGone.

    `half_read`: the step itself has understood a part of them, and only another fact explains the rest.
    """
    if "?" in text:
        return None
    bare = _BEFORE.sub("", text)
    if says_other(bare) or says_self(bare):
        return visitor.hear_name(dialog, view, bare)
    if view.draft.topic and view.draft.centre and bare != text:
        instead = await said_when.hear_instead(dialog, view, bare)
        if instead:
            return instead
    for act in acts:
        if act.name in _TELL and (_tells_other_fact(act) or not half_read):
            found = await told.with_said(dialog, view, act, bare)
            return None if told.tells_nothing(found, view) else found
    return None


def _tells_other_fact(act: Act) -> bool:
    slots = act.slots
    return any((slots.place, slots.centre, slots.topic, slots.for_whom))
