"""Finds personal data that should never be sent to a bot, and masks it before anything is stored or shown."""

import re
from collections.abc import Iterable, Iterator

from bot.privacy.code_rules import CODE_RULES
from bot.privacy.number_rules import NUMBER_RULES
from bot.privacy.reading import Reading, read
from bot.privacy.rule import Secret, SecretRule

__all__ = ["CONTACTS", "Secret", "find", "find_dangerous", "is_bare_code", "mask"]

CONTACTS = frozenset({Secret.PHONE, Secret.EMAIL})  # no secrets where a library tells how to reach it
_HIDDEN = {
    Secret.CODE: "[код]",
    Secret.PASSWORD: "[пароль]",
    Secret.CARD: "[карта]",
    Secret.SNILS: "[СНИЛС]",
    Secret.PASSPORT: "[паспорт]",
    Secret.INN: "[ИНН]",
    Secret.PHONE: "[телефон]",
    Secret.EMAIL: "[почта]",
    Secret.POLICY: "[полис]",
    Secret.ACCOUNT: "[счёт]",
    Secret.DOCUMENT: "[документ]",
}
_MOST_SWEEPS = 8  # more secrets behind one another than that are no message of a person
_MAY_HOLD = re.compile(
    r"[\d@]|\(at?\)|\[at\]|собака|sobaka|парол|пасс|pass|pwd|parol|gfhjk|gfccd|дцать|десят|сто|сот|дв[ае]|три|четыре|пять|шесть|семь",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\W*[1-9]\d{0,2}[ .]?000\W*")
_BARE_CODE = re.compile(r"\W*(?:\d{4,6}|\d{3}[ -]\d{3}|\d(?:[ -]\d){3,5})\W*")
_LONG_NUMBER = re.compile(r"\d{3,}")


def find(text: str) -> frozenset[Secret]:
    """The kinds of personal data in a text."""
    return frozenset(_hidden(text)[1])


def find_dangerous(text: str) -> frozenset[Secret]:
    """The kinds of personal data that nobody should pass on, whoever writes it: all but ways to reach somebody."""
    return find(text) - CONTACTS or frozenset({Secret.CODE} if is_bare_code(text) else ())


def mask(text: str) -> str:
    """The text with every such piece replaced by its kind."""
    return _hidden(text)[0]


def is_bare_code(text: str) -> bool:
    """Whether the text is nothing but the digits of a code, four to six of them; whole thousands are an amount."""
    if _THOUSANDS.fullmatch(text):
        return False
    return _MAY_HOLD.search(text) is not None and _BARE_CODE.fullmatch(read(text).text) is not None


def _hidden(text: str) -> tuple[str, list[Secret]]:
    """Again and again until nothing is found: «коды 1234 и 5678» holds two behind one word."""
    seen: list[Secret] = []
    if not _MAY_HOLD.search(text):  # nearly all questions: one cheap look spares the rules
        return text, seen
    for _ in range(_MOST_SWEEPS):
        swept = _swept(text, seen)
        if swept == text:
            return text, seen
        text = swept
    return _LONG_NUMBER.sub(_HIDDEN[Secret.CODE], text), seen


def _swept(text: str, seen: list[Secret]) -> str:
    reading = read(text)
    longest = reading.longest_number
    for rule in (*NUMBER_RULES, *CODE_RULES):
        if rule.may_find(reading.text, longest) and (places := list(_places(rule, reading))):
            seen.append(rule.secret)
            text = _replaced(text, places, _HIDDEN[rule.secret])
            reading = read(text)
    return text


def _places(rule: SecretRule, reading: Reading) -> Iterator[tuple[int, int]]:
    """Where the rule finds its secret, in the message itself."""
    for match in rule.shape.finditer(reading.text):
        start, end = match.span("it")
        if start >= 0 and rule.allows(reading.text, start, end):  # -1: the harmless side of a shape
            yield reading.place(start, end)


def _replaced(text: str, places: Iterable[tuple[int, int]], word: str) -> str:
    pieces, done = list[str](), 0
    for start, end in places:
        pieces += (text[done:start], word)
        done = end
    return "".join((*pieces, text[done:]))
