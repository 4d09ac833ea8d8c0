"""A question shows only words that were typed, whatever they were read as: «не обслуживаем», and no «не работаем»."""

import re
from dataclasses import replace

from bot.russian.spelling import evened
from bot.russian.time.doubts import Doubt, Unsure

_LONGEST = 80  # characters of a text that is shown whole
_WORD = re.compile(r"[а-я]+")


def as_typed(unsure: Unsure, text: str) -> Unsure:
    """The same question; where a word it did not read was never typed, it is about the whole text, if that is short."""
    if unsure.doubt is not Doubt.UNREAD:
        return unsure
    typed = set(_WORD.findall(evened(text)))
    kept = " ".join(word for word in unsure.understood.split() if _is_typed(word, typed))
    if all(_is_typed(word, typed) for word in unsure.unread.split()):
        return replace(unsure, understood=kept)
    whole = " ".join(text.split()).strip(" .!")
    return Unsure(Doubt.UNREAD, unread=whole) if len(whole) <= _LONGEST else Unsure(Doubt.NOTHING)


def _is_typed(word: str, typed: set[str]) -> bool:
    return set(_WORD.findall(evened(word))) <= typed
