"""The four signs by which a visitor is found on the librarian's list: no surname, no document."""

import re
import secrets

from bot.booking.booking import VisitCode

# Digits and letters that are not taken for one another, spoken or written; no vowels, so that no word comes out.
SIGNS = "234679КМНРСТХ"
LENGTH = 4

_LOOKALIKES = str.maketrans("KMHPCTX", "КМНРСТХ")  # typed on the other keyboard


def new_code() -> VisitCode:
    """A code nobody can foresee."""
    return VisitCode("".join(secrets.choice(SIGNS) for _ in range(LENGTH)))


def read_code(text: str) -> VisitCode | None:
    """The code as a person typed it: either case, either keyboard, with spaces or dashes; None where it is none."""
    signs = re.sub(r"[\s-]", "", text).upper().translate(_LOOKALIKES)
    return VisitCode(signs) if len(signs) == LENGTH and set(signs) <= set(SIGNS) else None
