"""What the buttons of reviewing answers and cards mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class StartReview(Action):
    """Shows the next answer or card that nobody has confirmed."""

    kind: str


@dataclass(frozen=True, slots=True)
class ConfirmReviewed(Action):
    """What was read is right; the version tells that it still is what was read."""

    kind: str
    subject: str
    version: str


@dataclass(frozen=True, slots=True)
class PutOffReview(Action):
    """Another subject first; this one comes again after the rest."""

    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class TakeBackReview(Action):
    """What was confirmed last was not right after all; `former` is its day of checking before, «-» for none."""

    kind: str
    subject: str
    former: str


# Tags live in old messages for years: add, never reuse. Two signs, the first is «v».
TAGS: Mapping[str, type[Action]] = {"vn": StartReview, "vr": ConfirmReviewed, "vl": PutOffReview, "vb": TakeBackReview}
