"""One prompt of every kind that the program knows, made from the types of its fields: a new kind is tried by itself."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from bot.dialog_state import Prompt
from bot.screens.action import Action
from bot.screens.prompt_data import STEPS

CENTRE = "pskov-pounb"
# What a field of this name holds where any text or number would not do.
_NAMED: dict[str, object] = {
    "topic": "doctor",
    "centre": CENTRE,
    "at": "2611270900",
    "article": "login-forgot",
    "gap": "-",
    "start": 29932740,
    "end": 29934180,
    "draft": 0,
    "seen": "1a2b3c4d",  # a mark of what was shown
    "part": "tags",
}
TYPED = "Новые слова"  # what was typed at a prompt meanwhile, wherever a prompt keeps such words


def sample(kind: type[Prompt]) -> Prompt:
    """A prompt of the kind, with typed words where it can keep them."""
    return kind(**{name: _value(name, wanted) for name, wanted in _hints(kind).items()})


def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _value(name: str, wanted: Any) -> object:
    kind = (get_args(wanted) or (wanted,))[0]
    if name in _NAMED:
        return _NAMED[name]
    if issubclass(kind, Action):
        return kind(**{field: _value(field, hint) for field, hint in _hints(kind).items()})
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return {str: TYPED, int: 1, bool: False, date: date(2026, 11, 27)}[kind]


EVERY_PROMPT = tuple(sample(kind) for kind in STEPS.values())


def step_of(prompt: Prompt) -> str:
    """Its name in the list of tests."""
    return type(prompt).__name__
