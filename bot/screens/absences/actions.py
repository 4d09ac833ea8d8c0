"""What the buttons of an absence mean; days are numbers of bot.screens.time_codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action

NOW = "-"  # in place of a day


@dataclass(frozen=True, slots=True)
class TellAbsence(Action):
    """Somebody who works here will say on which days they are not there."""

    of: str = NOW  # nothing more to say yet


@dataclass(frozen=True, slots=True)
class PreviewAbsence(Action):
    """What an absence from one day to another would mean."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class NoteAbsence(Action):
    """The absence was seen and is to be noted; `keep_desks` where as many people are received as before."""

    first: int
    last: int
    keep_desks: bool


@dataclass(frozen=True, slots=True)
class EndAbsence(Action):
    """There again from that day on, or from now."""

    absence: int
    on: str = NOW


# Tags live in old messages for years: add, never reuse. Two signs, the first is «j».
TAGS: Mapping[str, type[Action]] = {
    "je": EndAbsence,
    "jn": NoteAbsence,
    "jp": PreviewAbsence,
    "jt": TellAbsence,
}
