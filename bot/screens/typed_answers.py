"""Buttons pressed by typing: the number of a line, the words of a button, «да» and «нет»."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from bot.dialog_state import TypedOptions
from bot.russian.normalize import bare_words
from bot.russian.yes_no import COME, is_no, is_yes
from bot.screens.action import Action
from bot.screens.callback_data import pack, unpack
from bot.screens.screen import Button, Row, Screen, column
from bot.screens.screen_reader import without_pictures

_YES_BUTTONS = ("да", "приду", "записать", "закрыть", "принять", "отправить", "беру", "продолжить")
_NO_BUTTONS = ("нет", "не")
_LEAST_PREFIX = 4  # letters: a shorter beginning may be anything
_LINE = re.compile(r"^[0-9]{1,2}[.)]\s*")


def offered(screen: Screen) -> TypedOptions:
    """The buttons that a person may type instead of pressing."""
    return TypedOptions(_numbers(screen.choices), _named(screen.rows), keeps_numbers=screen.keeps_numbers)


def by_number(text: str, offer: TypedOptions) -> str | None:
    """The line of that number, as a packed action."""
    number = text.strip().rstrip(".)")
    if not (number.isascii() and number.isdigit() and len(number) <= 2):
        return None
    return offer.numbered[int(number) - 1] if 0 < int(number) <= len(offer.numbered) else None


def by_words(text: str, offer: TypedOptions) -> str | None:
    """The button with just these words on it."""
    said = folded(text)
    return next((action for action, label in offer.named if folded(label) == said), None) if said else None


def by_assent(text: str, offer: TypedOptions) -> str | None:
    """«да» and «нет», where the last message asked so."""
    labels = [(action, folded(label)) for action, label in offer.named]
    yes = _first(labels, _YES_BUTTONS)
    if yes and is_yes(text, COME):
        return yes
    return _first(labels, _NO_BUTTONS) if yes and is_no(text) else None


def without_assent(offer: TypedOptions) -> TypedOptions:
    """The same options but for those that «да» and «нет» mean: they are pressed by their own words or number alone."""
    pairs = [(action, label, folded(label).partition(" ")[0]) for action, label in offer.named]
    kept = tuple((action, label) for action, label, first in pairs if first not in {*_YES_BUTTONS, *_NO_BUTTONS})
    return replace(offer, named=kept)


def by_beginning(text: str, offer: TypedOptions) -> str | None:
    """The one line of a list that begins so: «областная» for «1. Областная библиотека»."""
    said = folded(text)
    if len(said) < _LEAST_PREFIX or not offer.numbered:
        return None
    found = {action for action, label in offer.named if f"{folded(label)} ".startswith(f"{said} ")}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words of a button or of a person: small letters, no pictures, no number of a line, no punctuation."""
    return bare_words(_LINE.sub("", without_pictures(text).strip()))


def which_one(buttons: Iterable[tuple[str, str]]) -> Screen:
    """Two messages have asked, and the answer may belong to either: each button with its packed action."""
    rows = column(
        Button(label, action) for label, packed in buttons if label and (action := unpack(packed)) is not None
    )
    return Screen("Я не понял, на какой из двух вопросов вы ответили. Выберите кнопку.", rows)


@lru_cache(maxsize=4096)
def _named(rows: tuple[Row, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((pack(one.action), one.label) for row in rows for one in row if isinstance(one, Button))


@lru_cache(maxsize=4096)
def _numbers(choices: tuple[Action, ...]) -> tuple[str, ...]:
    return tuple(map(pack, choices))


def _first(labels: Iterable[tuple[str, str]], beginnings: tuple[str, ...]) -> str | None:
    """The first button whose first word is one of these."""
    return next((action for action, label in labels if label.partition(" ")[0] in beginnings), None)
