"""The one place where words are looked at for secrets before any handler gets them."""

import re
from collections.abc import Callable, Mapping

from bot.booking.visit_code import read_code
from bot.dialog_state import Digits, OnSecret, Prompt
from bot.handlers.talk import Talk
from bot.people import Address
from bot.privacy import masking
from bot.privacy.rule import Secret
from bot.screens.home import unsupported

Told = Mapping[str, object]

_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_SHORT = re.compile(r"\W*\d{4}\W*")
_YEAR = re.compile(r"\W*20[2-4]\d\W*")  # of a report, where somebody who works here types it
_SIX = re.compile(r"\W*(\d{6})\W*")
_HIDDEN = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]")


class SecretGuard:
    """Warns once, and hands on the words with the secrets hidden."""

    def __init__(self, is_staff: Callable[[Address], bool], is_postcode: Callable[[str], bool]) -> None:
        """`is_postcode` knows the postal codes of the region."""
        self._is_staff, self._is_postcode = is_staff, is_postcode

    async def look(self, talk: Talk, told: Told, *, command: bool = False) -> Told | None:
        """What the handler may be told; None where no words are left to answer. A command is always obeyed."""
        text, prompt = told.get("text"), told.get("prompt")
        if not isinstance(text, str):
            return told
        asked = prompt if isinstance(prompt, Prompt) else None
        found = self._found(text, asked, talk.person)
        if not found or (command and _SHORT.fullmatch(text)):  # «/report 2026»
            return told
        masked = masking.mask(text)
        words_left = _WORD.search(_HIDDEN.sub("", masked)) is not None
        answerable = command or (words_left and not (asked and asked.rule.secrets is OnSecret.ASKED_AGAIN))
        shown_again = asked is None or asked.rule.again_by_handler
        warning = unsupported.secret_seen(found, again=not answerable and not shown_again)
        await talk.reply(unsupported.or_postcode(warning) if self._may_be_postcode(text) else warning)
        if answerable:
            return {**told, "text": masked if words_left else ""}
        if asked is None:
            await talk.reply(unsupported.no_words())
        return None

    async def warn(self, talk: Talk, text: str) -> None:
        """Warns of a secret in words that no handler gets."""
        if found := self._found(text, None, talk.person):
            await talk.reply(unsupported.secret_seen(found))

    def _found(self, text: str, asked: Prompt | None, person: Address) -> frozenset[Secret]:
        if asked and asked.rule.secrets is OnSecret.SHOWN_FIRST:
            return frozenset()
        if (asked is None or asked.rule.takes_visit_codes) and self._is_visit_code(text, person):
            return frozenset()
        if asked and asked.rule.takes_postcodes and self._may_be_postcode(text):
            return frozenset()
        if found := masking.find(text) - (masking.CONTACTS if asked and asked.rule.is_public else frozenset()):
            return found
        is_known = self._is_visit_code(text, person) or (self._is_staff(person) and _YEAR.fullmatch(text) is not None)
        bare = masking.is_bare_code(text) and not _takes_number(asked, text) and not is_known
        return frozenset({Secret.CODE}) if bare else frozenset()

    def _may_be_postcode(self, text: str) -> bool:
        """Six digits alone: where a place is asked for they tell one, anywhere else they may be a code as well."""
        digits = _SIX.fullmatch(text)
        return digits is not None and self._is_postcode(digits[1])

    def _is_visit_code(self, text: str, person: Address) -> bool:
        return read_code(text) is not None and self._is_staff(person)


def _takes_number(asked: Prompt | None, text: str) -> bool:
    if asked is None or _SHORT.fullmatch(text) is None:
        return False
    return asked.rule.digits is Digits.ANY or (asked.rule.digits is Digits.TIMES and _TIME.search(text) is not None)
