"""The kinds of secrets, and what a rule that finds one is made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.privacy.reading import GAP


class Secret(StrEnum):
    """Kinds of personal data that people send by mistake."""

    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - the name of a kind, not a password
    CARD = "card"
    SNILS = "snils"
    PASSPORT = "passport"
    INN = "inn"
    PHONE = "phone"
    EMAIL = "email"
    POLICY = "policy"
    ACCOUNT = "account"
    DOCUMENT = "document"  # a licence, a certificate, any other paper with a series and a number


@dataclass(frozen=True, slots=True)
class SecretRule:
    """A shape whose group «it» is the secret (none of it: the harmless side), and what must be so besides."""

    secret: Secret
    digits: int  # the text has a number of at least so many; it spares the shape for nearly all texts
    shape: re.Pattern[str]
    words: tuple[str, ...] = ()  # one of them is in the text: said in the shape too, this is only quicker
    near: re.Pattern[str] | None = None
    far: re.Pattern[str] | None = None  # words that, near by, tell what harmless thing the number is
    holds: Callable[[str], bool] = bool

    def may_find(self, text: str, longest_number: int) -> bool:
        """A cheap look before the shape is tried."""
        if longest_number < self.digits or (self.words and not any(word in text for word in self.words)):
            return False
        return self.near is None or self.near.search(text) is not None

    def allows(self, text: str, start: int, end: int) -> bool:
        """Whether the piece is a secret where it stands."""
        around = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if not self.holds(text[start:end]) or (self.far is not None and any(map(self.far.search, around))):
            return False
        return self.near is None or any(map(self.near.search, around))


_REACH = 70  # signs on either side in which a word still belongs to a number


def rule(  # noqa: PLR0913 - one name for each thing that must be so
    secret: Secret,
    digits: int,
    shape: str,
    *,
    words: str = "",
    near: str = "",
    far: str = "",
    holds: Callable[[str], bool] = bool,
) -> SecretRule:
    """A rule out of its patterns; `words` are parted by spaces."""
    return SecretRule(secret, digits, re.compile(shape), tuple(words.split()), _compiled(near), _compiled(far), holds)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def digits(count: str) -> str:
    """So many digits, however they are grouped; the count is of those after the first."""
    return rf"(?<!\d)(?P<it>\d(?:{GAP}\d){count})(?!\d)"
