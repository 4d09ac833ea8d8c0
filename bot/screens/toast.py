"""The words that stand over a button for a moment, seen by whoever pressed it alone."""

import html
import re

LONGEST = 200  # signs that Telegram takes
SHORT = 60  # signs that are read before they go; longer words wait until they are closed


def fits_toast(text: str) -> bool:
    """Whether all words of a screen fit: of an instruction nothing may be left out."""
    return len(_bare(text)) <= LONGEST


def toast_of(text: str) -> str:
    """The words of a screen without marks: as many whole sentences as fit."""
    words = _bare(text)
    if len(words) <= LONGEST:
        return words
    whole = re.match(rf".{{1,{LONGEST - 1}}}[.!?](?=\s)", words)
    return whole[0] if whole else f"{words[: LONGEST - 1]}…"


def first_of(text: str) -> str:
    """The first paragraph of a screen as a toast: what has been done."""
    return toast_of(text.partition("\n\n")[0])


def waits(toast: str) -> bool:
    """Whether the words stay until the person has closed them."""
    return len(toast) > SHORT


def _bare(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())
