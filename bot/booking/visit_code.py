"""The four signs by which a visitor is found on the librarian's list: no surname, no document."""

import re
import secrets

from bot.booking.booking import VisitCode

# Digits and letters that are not taken for one another, spoken or written; no vowels, so that no word comes out.
DIGITS, LETTERS = "234679", "КМНРСТХ"
SIGNS = DIGITS + LETTERS
LENGTH = 4

_LOOKALIKES = str.maketrans("KMHPCTX", "КМНРСТХ")  # Latin letters written for what they look like
_SAME_KEYS = str.maketrans("RVYHCN[{", "КМНРСТХХ")  # the right keys, while the other keyboard was on
_ONLY_KEYS = frozenset("RVYN[{")  # they look like no sign of a code
_SAID_FIRST = re.compile(
    r"^\s*(?:(?:найти|найди(?:те)?|покажи(?:те)?|откр(?:ой(?:те)?|ыть))\s+)?"
    r"(?:(?:код\s+)?визит[ау]?(?:\s+(?:номер|код))?|код(?:\s+(?:записи|посетителя))?)?[\s:№—–-]*",
    re.IGNORECASE,
)


def new_code() -> VisitCode:
    """A code nobody can foresee; one of digits alone would be taken for a code from an SMS, so it has a letter."""
    signs = [*(secrets.choice(SIGNS) for _ in range(LENGTH - 1)), secrets.choice(LETTERS)]
    secrets.SystemRandom().shuffle(signs)
    return VisitCode("".join(signs))


def read_code(text: str) -> VisitCode | None:
    """The code as a person typed it: «479м», «код 4-79 V», on either keyboard; None where it is none."""
    signs = re.sub(r"[\s-]", "", _SAID_FIRST.sub("", text).rstrip(" .,!")).upper()
    signs = signs.translate(_LOOKALIKES if _ONLY_KEYS.isdisjoint(signs) else _SAME_KEYS)
    return VisitCode(signs) if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None
