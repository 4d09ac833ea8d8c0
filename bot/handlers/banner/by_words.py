"""An important message asked for in one sentence: «повесь объявление: портал не работает до вечера»."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.banner.banner import SHORTEST
from bot.russian.time.doubts import Unsure
from bot.russian.time.ends import read_end

_TEXT = (
    re.compile(r"«(?P<text>[^»]{10,})»"),
    re.compile(r":\s*(?P<text>\S.*)$", re.DOTALL),
    re.compile(r"\s[—–-]\s+(?P<text>\S.*)$", re.DOTALL),
    re.compile(r",?\s+что\s+(?P<text>\S.*)$", re.DOTALL | re.IGNORECASE),
)
_END = re.compile(r"\b(?:до|на|через|по)\s+[^.,;!?»]{2,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words for citizens and the end, as far as they were said; empty where they are to be asked for."""

    text: str = ""
    end: str = ""


def wanted_in(text: str, now: datetime) -> Wanted:
    """What the sentence tells of the message; the end stays in its words, for people want to read it too."""
    said = next((found for pattern in _TEXT if (found := pattern.search(text))), None)
    words = " ".join(said["text"].split()) if said else ""
    if len(words) < SHORTEST:
        return Wanted()
    return Wanted(words[0].upper() + words[1:], _end_of(text.rstrip(" .!»"), now))


def _end_of(text: str, now: datetime) -> str:
    """The longest words at the end of the sentence that are read as one moment."""
    starts = [found.start() for found in re.finditer(r"\b(?:до|на|через|по)\s", text, re.IGNORECASE)]
    ends = (text[start:] for start in starts if _END.fullmatch(text[start:]))
    return next((end for end in ends if not isinstance(read_end(end, now), Unsure)), "")
