"""The one place where words are looked at for secrets before any handler gets them."""

import re
from collections.abc import Callable, Mapping

from bot.booking.visit_code import read_code
from bot.conversation import Awaited, Wait
from bot.handlers.booking_aside import STEPS
from bot.handlers.talk import Talk
from bot.people import Address
from bot.privacy import guard
from bot.privacy.rule import Secret
from bot.screens import odd

Told = Mapping[str, object]

# Their handler looks itself: a librarian must know before the words go to a citizen.
_SHOWN_FIRST = frozenset({Wait.ANSWER})
# What is typed here becomes public: telephones and addresses of mail belong in it, any other secret stops it.
_PUBLIC = frozenset({Wait.CHANGE, Wait.EDIT})
# Words of a librarian that readers get are asked for again without the secret: «[код]» tells nobody anything.
# At a step of booking the step is shown once more; words half understood book nothing.
_ASKED_AGAIN = _PUBLIC | STEPS | {Wait.CLOSURE, Wait.DESK}
# Four digits may be a time or a year here, or the number of a line.
_TAKE_NUMBERS = _PUBLIC | {Wait.WHEN, Wait.OTHER_TIME, Wait.DESK, Wait.CLOSURE, Wait.PERIOD}
_REASON = "why:"  # how the context of a reason begins: no number is one
# Where «код 4234» can be that of a visitor.
_TAKE_VISIT_CODES = frozenset({None, Wait.DESK, Wait.CLOSURE})
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_SHORT = re.compile(r"\W*\d{4}\W*")
_HIDDEN = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]")


class SecretGuard:
    """Warns once, and hands on the words with the secrets hidden."""

    def __init__(self, is_staff: Callable[[Address], bool]) -> None:
        self._is_staff = is_staff

    async def look(self, talk: Talk, told: Told, *, command: bool = False) -> Told | None:
        """What the handler may be told; None where no words are left to answer. A command is always obeyed."""
        text, awaited = told.get("text"), told.get("awaited")
        if not isinstance(text, str):
            return told
        asked = awaited if isinstance(awaited, Awaited) else None
        found = self._found(text, asked, talk.person)
        if not found or (command and _SHORT.fullmatch(text)):  # «/report 2026»
            return told
        masked = guard.mask(text)
        words_left = _WORD.search(_HIDDEN.sub("", masked)) is not None
        answerable = command or (words_left and not (asked and asked.what in _ASKED_AGAIN))
        shown_again = asked is None or asked.what in STEPS
        await talk.say(odd.secret_seen(found, again=not answerable and not shown_again))
        if answerable:
            return {**told, "text": masked if words_left else ""}
        if asked is None:
            await talk.say(odd.no_words())
        return None

    async def warn(self, talk: Talk, text: str) -> None:
        """Warns of words that no handler gets."""
        if found := self._found(text, None, talk.person):
            await talk.say(odd.secret_seen(found))

    def _found(self, text: str, asked: Awaited | None, person: Address) -> frozenset[Secret]:
        if asked and asked.what in _SHOWN_FIRST:
            return frozenset()
        if (asked and asked.what) in _TAKE_VISIT_CODES and self._is_visit_code(text, person):
            return frozenset()
        if found := guard.find(text) - (guard.CONTACTS if asked and asked.what in _PUBLIC else frozenset()):
            return found
        bare = guard.is_bare_code(text) and not _takes_number(asked, text) and not self._is_visit_code(text, person)
        return frozenset({Secret.CODE}) if bare else frozenset()

    def _is_visit_code(self, text: str, person: Address) -> bool:
        return read_code(text) is not None and self._is_staff(person)


def _takes_number(asked: Awaited | None, text: str) -> bool:
    if asked is None or _SHORT.fullmatch(text) is None or asked.context.startswith(_REASON):
        return False
    return asked.what in _TAKE_NUMBERS or (asked.what is Wait.CALLED and _TIME.search(text) is not None)
