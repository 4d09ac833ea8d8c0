"""Actions of every feature, packed into the 64 bytes of a button and read back strictly."""

from collections.abc import Mapping
from dataclasses import fields
from typing import get_type_hints

from bot.screens import actions
from bot.screens.absences import actions as absences_actions
from bot.screens.action import Action
from bot.screens.acts import actions as acts_actions
from bot.screens.banner import actions as banner_actions
from bot.screens.booking import actions as booking_actions
from bot.screens.centre_edits import actions as centre_edits_actions
from bot.screens.centres import actions as centres_actions
from bot.screens.closures import actions as closures_actions
from bot.screens.consultation_log import actions as consultation_log_actions
from bot.screens.faq import editing_actions, place_actions
from bot.screens.home import actions as home_actions
from bot.screens.librarian_day import actions as librarian_day_actions
from bot.screens.librarian_day import entry_actions
from bot.screens.maintenance import actions as maintenance_actions
from bot.screens.my_bookings import actions as my_bookings_actions
from bot.screens.practice import actions as practice_actions
from bot.screens.questions import actions as questions_actions
from bot.screens.review import actions as review_actions
from bot.screens.safety import actions as safety_actions
from bot.screens.staff import actions as staff_actions
from bot.screens.stats import actions as stats_actions
from bot.screens.timetable_changes import actions as timetable_changes_actions

MAX_BYTES = 64
_MAX_NUMBER = 2**53
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")

_FEATURES = (
    actions,
    centres_actions,
    centre_edits_actions,
    staff_actions,
    questions_actions,
    booking_actions,
    my_bookings_actions,
    librarian_day_actions,
    entry_actions,
    closures_actions,
    stats_actions,
    editing_actions,
    place_actions,
    maintenance_actions,
    review_actions,
    home_actions,
    acts_actions,
    safety_actions,
    banner_actions,
    consultation_log_actions,
    absences_actions,
    timetable_changes_actions,
    practice_actions,
)
TAGS: Mapping[str, type[Action]] = {tag: kind for feature in _FEATURES for tag, kind in feature.TAGS.items()}
_TAG_OF = {kind: tag for tag, kind in TAGS.items()}
_FIELDS = {kind: tuple(get_type_hints(kind)[field.name] for field in fields(kind)) for kind in _TAG_OF}


def pack(action: Action) -> str:
    """The action as callback data; raises ValueError where it cannot be read back."""
    values = (getattr(action, field.name) for field in fields(action))
    text = ":".join(
        (_TAG_OF[type(action)], *(str(int(value)) if isinstance(value, int) else value for value in values))
    )
    if len(text.encode()) > MAX_BYTES or unpack(text) != action:
        raise ValueError(f"cannot be packed: {action}")
    return text


def unpack(text: str) -> Action | None:
    """The action of callback data, or None for anything that this version would not have written."""
    tag, *texts = text.split(":")
    kind = TAGS.get(tag)
    if kind is None or len(texts) != len(_FIELDS[kind]) or len(text) > MAX_BYTES:
        return None
    values = [_value(wanted, part) for wanted, part in zip(_FIELDS[kind], texts, strict=True)]
    return None if None in values else kind(*values)


def _value(wanted: type, text: str) -> str | int | bool | None:
    if wanted is str:
        return text if text and _WORD.issuperset(text) else None
    if not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0") or int(text) > _MAX_NUMBER:
        return None
    if wanted is bool:
        return bool(int(text)) if text in "01" else None
    return int(text)
