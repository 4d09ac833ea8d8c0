"""Whose booking is meant by «запишите» of somebody who works in a library: her own, a caller's, or a walk-in."""

import re

from bot.understanding.acts import Act, ActName, Understood

WHOSE = (ActName.BOOK, ActName.PHONE_BOOKING, ActName.WALK_IN)
_CALLS = re.compile(r"\bпо телефону\b|\b(?:по|пере)?звон(?:ит|ила?|ят|или)\b|\bзвонок\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:я|меня|мне|мной|себя|нас|нам|хочу|хотела?|запишусь|записаться)\b", re.IGNORECASE)


def whose_booking(understood: Understood, text: str) -> Act | None:
    """The wish of which it is to be asked whose it is; None where that was said, or something else is meant."""
    readings = understood.choice or understood.acts[:1]
    if not readings or is_by_telephone(text) or _OWN.search(text) or not {act.name for act in readings} <= set(WHOSE):
        return None
    return readings[0] if len(readings) > 1 or readings[0].name is ActName.BOOK else None


def is_by_telephone(text: str) -> bool:
    """«запишите Иванову по телефону», «позвонила Иванова, запишите её»."""
    return bool(_CALLS.search(text))
