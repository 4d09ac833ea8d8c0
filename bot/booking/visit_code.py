"""The four signs by which a visitor is found on the librarian's list: no surname, no document."""

import re
import secrets

from bot.booking.booking import VisitCode

# Digits and letters that are not taken for one another, spoken or written; no vowels, so that no word comes out.
SIGNS = "234679КМНРСТХ"
LENGTH = 4

_LOOKALIKES = str.maketrans("KMHPCTX", "КМНРСТХ")  # Latin letters written for what they look like
_SAME_KEYS = str.maketrans("RVYHCN[{", "КМНРСТХХ")  # the right keys, while the other keyboard was on
_ONLY_KEYS = frozenset("RVYN[{")  # they look like no sign of a code
_SAID_FIRST = re.compile(r"^\s*(?:код(?:\s+визита)?)?[\s:№]*", re.IGNORECASE)


def new_code() -> VisitCode:
    """A random visit code that nobody can foresee."""
    return VisitCode("".join(secrets.choice(SIGNS) for _ in range(LENGTH)))


def read_code(text: str) -> VisitCode | None:
    """The code as a person typed it: «479м», «код 4-79 V», on either keyboard; None where it is none."""
    signs = re.sub(r"[\s-]", "", _SAID_FIRST.sub("", text).rstrip(" .,!")).upper()
    signs = signs.translate(_LOOKALIKES if _ONLY_KEYS.isdisjoint(signs) else _SAME_KEYS)
    return VisitCode(signs) if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None
