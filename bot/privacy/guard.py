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


_SECRET_WORDS = ("парол", "пассворд", "password")


def _may_hold(text: str) -> bool:
    # Nearly all questions hold none of these: one cheap look spares the patterns.
    folded = text.casefold()
    return "@" in text or any(char.isdigit() for char in text) or any(word in folded for word in _SECRET_WORDS)


def _replaced(text: str) -> tuple[str, list[Secret]]:
    """Again and again until nothing is found: «коды 1234 и 5678» holds two behind one word."""
    seen: list[Secret] = []
    before = ""
    while text != before:
        before = text
        for secret, pattern, holds in _PATTERNS:
            text = pattern.sub(partial(_hide, secret=secret, holds=holds, seen=seen), text)
    return text, seen


def _hide(match: Match[str], *, secret: Secret, holds: Callable[[str], bool], seen: list[Secret]) -> str:
    if match["it"] is None or not holds(match["it"]):  # None: the harmless side of a pattern
        return match[0]
    seen.append(secret)
    start, end = (place - match.start() for place in match.span("it"))
    return match[0][:start] + _HIDDEN[secret] + match[0][end:]


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if char.isdecimal()]


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


_S = r"[ \u00a0.–—-]?"  # what people write between the parts of a number
_SNILS = rf"(?P<it>\d{{3}}{_S}\d{{3}}{_S}\d{{3}}{_S}\d{{2}})(?!\d)"
_LAST_SEVEN = rf"\d{{3}}{_S}\d{{2}}{_S}\d{{2}}"
_OPEN_NUMBER = r"(?:заяв|обращени|заказ|инн|уин|договор|сч[её]т|постановлени)\w*[^\d\n]{0,15}\d{10}(?!\d)"
_SERIES_NUMBER = r"\d{2}\s?\d{2}[\s,;:.-]{0,3}(?:номер|ном\.|№|n)?[\s,;:.-]{0,3}\d{6}"
_OPEN_CODE = (
    r"ошибк\w*\W{1,3}(?:с\s+)?(?:код\w{0,2}\W{1,3})?\d{3,5}(?!\d)"
    r"|код\w{0,2}\s+(?:ошибк|подразделени|регион|город|стран|оквэд|окато|октмо|кбк)\w*[^\d\n]{0,24}[\d-]+"
    r"|(?:почтов\w+\s+код|кодекс)\w*[^\d\n]{0,9}\d+"
)
_CODE_WORD = r"(?:код(?!екс)\w{0,3}|смс\w{0,2}|sms|code|\bpin|\bпин)"
_NO_YEAR = r"(?!(?:19|20)\d\d\s*г)(?:(?<!\bс )(?<!\bв )(?<!\bк )(?<!\bдо )(?<!\bот )(?<!\bза )|(?!(?:19|20)\d\d(?!\d)))"
_CODE = rf"(?:(?!номер)\D){{0,24}}(?<![\d-]){_NO_YEAR}(?P<it>\d{{4,8}})(?![\d-])(?!\s*(?:р\b|руб|₽|тыс))"
_BETWEEN = r"(?:\s+(?:подтверждения|из|в|смс|sms|такой|это|вот|приш[её]л))*\W{1,4}"
_NO_DATE = r"(?!\d{1,2}[./-]\w{1,4}(?:[./-]\d{2,4})?(?![\w-]))(?!(?:19|20)\d\d\s*г)"
_PASSWORD = (
    r"(?:парол[а-яё]{0,3}|пассворд|password)(?:\s*(?:[:=–—-]|это|такой|вот)\s*|\s+|(?=\d)){1,3}"
    rf"{_NO_DATE}(?P<it>(?=\S*\d)[^\s,;]{{4,64}}|(?=\S*(?:[a-z]|[!@#$%^&*_]\w))[^\s,;]{{5,64}})"
)
_PATTERNS: tuple[tuple[Secret, re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (secret, re.compile(pattern, re.IGNORECASE), holds)
    for secret, pattern, holds in (
        (Secret.EMAIL, r"(?P<it>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3})", _always),
        (Secret.CARD, rf"(?<!\d)(?P<it>\d{{4}}(?:{_S}\d{{4}}){{3}}(?:{_S}\d{{1,3}})?)(?!\d)", _luhn),
        (Secret.SNILS, r"(?<!\d)(?P<it>\d{3}[-–—]\d{3}[-–—]\d{3}[ \u00a0–—-]\d{2})(?!\d)", _always),
        (Secret.SNILS, rf"снилс[^\d\n]{{0,20}}{_SNILS}", _always),
        (Secret.PHONE, rf"(?<![\d+])(?P<it>(?:\+7|8|7){_S}\(?9\d{{2}}\)?{_S}{_LAST_SEVEN})(?!\d)", _always),
        (Secret.PHONE, rf"(?<![\d+])(?P<it>\(?9\d{{2}}\)?[ \u00a0-]{_LAST_SEVEN})(?!\d)", _always),
        # The lines of the state begin with 8 800: they are nobody's secret, whatever their check sum.
        (Secret.SNILS, rf"(?<!\d)(?!8{_S}800){_SNILS}", _snils),
        (Secret.INN, r"(?<!\d)(?P<it>\d{12})(?!\d)", _inn),
        (Secret.PASSPORT, rf"(?:паспорт\w*|сери[яиюй])[^\d\n]{{0,20}}(?P<it>{_SERIES_NUMBER})(?!\d)", _always),
        (
            Secret.PASSPORT,
            rf"{_OPEN_NUMBER}|(?<!\d)(?<!\d\.)(?!(?<=8[ -])800)(?P<it>\d{{2}}[ -]?\d{{2}}[ №N-]{{0,3}}\d{{6}})(?!\d)",
            _always,
        ),
        (Secret.PASSPORT, r"загран\w*[^\d\n]{0,20}(?P<it>\d{2}[ №N-]{0,3}\d{7})(?!\d)", _always),
        (Secret.PASSPORT, r"номер\w*\s+паспорта\W{1,3}(?P<it>\d{6})(?!\d)", _always),
        (Secret.CODE, rf"{_OPEN_CODE}|{_CODE_WORD}{_CODE}", _always),
        (
            Secret.CODE,
            rf"{_CODE_WORD}{_BETWEEN}(?P<it>\d{{2}}[ -]\d{{2}}|\d{{3}}[ -]\d{{3}}|\d{{4}}[ -]\d{{4}})(?![\d-])",
            _always,
        ),
        (
            Secret.CODE,
            r"(?<![\d-])(?P<it>\d{4,8})(?![\d-])\W{0,3}(?:(?:это|мой|вот)\s+код|код\s+(?:из|подтвержд))",
            _always,
        ),
        (Secret.CODE, r"(?:cvv|cvc|свв)2?[^\d\n]{0,12}(?P<it>\d{3})(?!\d)", _always),
        (Secret.PASSWORD, _PASSWORD, _always),
    )
)
