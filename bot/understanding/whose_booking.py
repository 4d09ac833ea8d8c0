"""Whose booking is meant by «запишите» of somebody who works in a library: her own, a caller's, or a walk-in."""

import re

from bot.understanding.acts import Act, ActName, Understood

WHOSE = (ActName.BOOK, ActName.PHONE_BOOKING, ActName.WALK_IN)
_SURE = 0.8
_OWN = re.compile(r"\b(?:я|меня|мне|мной|себя|нас|нам|хочу|хотела?|запишусь|записаться)\b", re.IGNORECASE)


def whose_booking(understood: Understood, text: str) -> Act | None:
    """The wish of which it is to be asked whose it is; None where that was said, or something else is meant."""
    act = understood.acts[0] if understood.acts else None
    if act is None or act.name not in WHOSE or _OWN.search(text):
        return None
    close = {one.name for one in understood.choice}
    is_sure = act.confidence >= _SURE and not understood.choice and act.name is not ActName.BOOK
    return None if is_sure or not close <= set(WHOSE) else act
