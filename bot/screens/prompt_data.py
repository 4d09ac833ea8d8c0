"""Prompts of every feature, written as the name of the step with its values, and read back strictly."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from bot.dialog_state import Prompt
from bot.screens.absences import prompts as absences_prompts
from bot.screens.action import Action
from bot.screens.acts import prompts as acts_prompts
from bot.screens.banner import prompts as banner_prompts
from bot.screens.booking import prompts as booking_prompts
from bot.screens.callback_data import pack, unpack
from bot.screens.centre_edits import prompts as centre_edits_prompts
from bot.screens.centres import prompts as centres_prompts
from bot.screens.closures import prompts as closures_prompts
from bot.screens.consultation_log import prompts as consultation_log_prompts
from bot.screens.faq import prompts as faq_prompts
from bot.screens.librarian_day import prompts as librarian_day_prompts
from bot.screens.my_bookings import prompts as my_bookings_prompts
from bot.screens.questions import prompts as questions_prompts
from bot.screens.staff import prompts as staff_prompts
from bot.screens.stats import prompts as stats_prompts
from bot.screens.timetable_changes import prompts as timetable_changes_prompts

_FEATURES = (
    questions_prompts,
    centres_prompts,
    booking_prompts,
    my_bookings_prompts,
    librarian_day_prompts,
    closures_prompts,
    centre_edits_prompts,
    staff_prompts,
    faq_prompts,
    stats_prompts,
    acts_prompts,
    banner_prompts,
    consultation_log_prompts,
    absences_prompts,
    timetable_changes_prompts,
)
STEPS: Mapping[str, type[Prompt]] = {step: kind for feature in _FEATURES for step, kind in feature.STEPS.items()}
_STEP_OF = {kind: step for step, kind in STEPS.items()}
_FIELDS = {kind: tuple(get_type_hints(kind)[field.name] for field in fields(kind)) for kind in _STEP_OF}


def pack_prompt(prompt: Prompt) -> tuple[str, str]:
    """The name of the step, and its values as JSON."""
    values = [_plain(getattr(prompt, field.name)) for field in fields(prompt)]
    return _STEP_OF[type(prompt)], json.dumps(values, ensure_ascii=False)


def unpack_prompt(step: str, values: str) -> Prompt | None:
    """The prompt, or None for anything that this version would not have written; new values have a default."""
    kind = STEPS.get(step)
    if kind is None:
        return None
    try:
        plain = _checked(json.loads(values), (list,))
        return kind(*(_value(*pair) for pair in zip(_FIELDS[kind][: len(plain)], plain, strict=True)))
    except (TypeError, ValueError):
        return None


def _plain(value: object) -> object:
    match value:
        case Action():
            return pack(value)
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case _:
            return value


def _value(wanted: Any, plain: object) -> object:  # noqa: ANN401 - a type as it stands in an annotation
    """The value that `_plain` wrote. Raises TypeError or ValueError for any other."""
    kinds = get_args(wanted) or (wanted,)
    if plain is None and type(None) in kinds:
        return None
    if issubclass(kinds[0], Action):
        action = unpack(plain) if isinstance(plain, str) else None
        return _checked(action, kinds)
    if kinds[0] is date or issubclass(kinds[0], StrEnum):
        text = _checked(plain, (str,))
        return date.fromisoformat(text) if kinds[0] is date else kinds[0](text)
    if kinds[0] is bool and type(plain) is int and plain in {0, 1}:
        return bool(plain)
    return _checked(plain, kinds)


def _checked(value: Any, kinds: tuple[type, ...]) -> Any:  # noqa: ANN401 - any of the kinds
    if type(value) not in kinds:
        raise TypeError(f"{value!r} is none of {kinds}")
    return value
