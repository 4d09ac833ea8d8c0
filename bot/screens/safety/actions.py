"""What the buttons of «🆘 Меня обманывают» mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class AskWhatHappens(Action):
    """Opens the list of what may be happening; the rarer things where `more`."""

    more: bool = False


@dataclass(frozen=True, slots=True)
class TellWhatToDo(Action):
    """What to do now about one kind of danger."""

    kind: str  # bot.safety.threat.Kind


@dataclass(frozen=True, slots=True)
class AskWhatIsDone(Action):
    """Opens the same list after an alarm: what of it has happened already."""

    kind: str  # bot.safety.threat.Kind of the alarm


@dataclass(frozen=True, slots=True)
class SayNumberAgain(Action):
    """Says the number of a crisis once more; typed, never a button."""

    kind: str  # bot.safety.threat.Kind


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "sos": AskWhatHappens,
    "sok": TellWhatToDo,
    "sod": AskWhatIsDone,
    "son": SayNumberAgain,
}
