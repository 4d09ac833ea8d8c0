"""Finds what should never be sent to a bot, and hides it before anything is stored or shown."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from re import Match


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


_HIDDEN = {
    Secret.CODE: "[код]",
    Secret.PASSWORD: "[пароль]",
    Secret.CARD: "[карта]",
    Secret.SNILS: "[СНИЛС]",
    Secret.PASSPORT: "[паспорт]",
    Secret.INN: "[ИНН]",
    Secret.PHONE: "[телефон]",
    Secret.EMAIL: "[почта]",
}


def find(text: str) -> frozenset[Secret]:
    """The kinds of personal data in a text."""
    return frozenset(_replaced(text)[1]) if _may_hold(text) else frozenset()


def mask(text: str) -> str:
    """The text with every such piece replaced by its kind."""
    return _replaced(text)[0] if _may_hold(text) else text


def _may_hold(text: str) -> bool:
    # Nearly all questions hold none of these: one cheap look spares the eight patterns.
    return "@" in text or any(char.isdigit() for char in text) or "парол" in text.casefold()


def _replaced(text: str) -> tuple[str, list[Secret]]:
    seen: list[Secret] = []
    for secret, pattern, holds in _PATTERNS:
        text = pattern.sub(partial(_hide, secret=secret, holds=holds, seen=seen), text)
    return text, seen


def _hide(match: Match[str], *, secret: Secret, holds: Callable[[str], bool], seen: list[Secret]) -> str:
    if not holds(match["it"]):
        return match[0]
    seen.append(secret)
    return match[0].replace(match["it"], _HIDDEN[secret])


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if char.isascii() and char.isdigit()]


def _luhn(text: str) -> bool:
    """The check sum of bank cards (ISO/IEC 7812-1)."""
    doubled = [digit * 2 if place % 2 else digit for place, digit in enumerate(reversed(_digits(text)))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _snils(text: str) -> bool:
    """The check sum of the СНИЛС number (Pension Fund order on individual accounts)."""
    *number, ten, one = _digits(text)
    total = sum(digit * weight for digit, weight in zip(number, range(9, 0, -1), strict=True)) % 101
    return total % 100 == ten * 10 + one


def _inn(text: str) -> bool:
    """The two check digits of a person's ИНН (order of the tax service)."""
    digits = _digits(text)
    first = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return all(
        sum(d * w for d, w in zip(digits, weights, strict=False)) % 11 % 10 == digits[len(weights)]
        for weights in (first, (3, *first))
    )


def _always(_: str) -> bool:
    return True


_WORD = r"[^\s,;]"
_PATTERNS: tuple[tuple[Secret, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (secret, re.compile(pattern, re.IGNORECASE | re.ASCII if secret is not Secret.PASSWORD else re.IGNORECASE), holds)
    for secret, pattern, holds in (
        (Secret.EMAIL, r"(?P<it>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3})", _always),
        (Secret.CARD, r"(?<!\d)(?P<it>\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)", _luhn),
        (Secret.SNILS, r"(?<!\d)(?P<it>\d{3}-\d{3}-\d{3}[ -]\d{2})(?!\d)", _always),
        (Secret.SNILS, r"(?<!\d)(?P<it>\d{3}[ -]?\d{3}[ -]?\d{3}[ -]?\d{2})(?!\d)", _snils),
        (Secret.INN, r"(?<!\d)(?P<it>\d{12})(?!\d)", _inn),
        (Secret.PHONE, r"(?<![\d+])(?P<it>(?:\+7|8|7)[ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2})(?!\d)", _always),
        (Secret.PASSPORT, r"(?<!\d)(?P<it>\d{2}[ -]?\d{2}[ №N-]{0,3}\d{6})(?!\d)", _always),
        (Secret.PASSPORT, r"(?:паспорт\w*|сери[яий]|номер)[^\d\n]{0,20}(?P<it>\d{4}[^\d\n]{0,12}\d{6})(?!\d)", _always),
        (Secret.CODE, r"(?:код\w{0,3}|смс\w{0,2}|sms)[^\d\n]{0,24}(?<![\d-])(?P<it>\d{4,8})(?![\d-])", _always),
        (
            Secret.PASSWORD,
            rf"парол\w{{0,3}}(?:\s*(?:[:=]|это|такой)\s*|\s+)(?P<it>(?=[^\s]*[\da-z_!@#$%^&*]){_WORD}{{5,64}})",
            _always,
        ),
    )
)
