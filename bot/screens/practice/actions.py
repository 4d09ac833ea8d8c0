"""What the buttons of the practice mean: all that is known of it stands on them, so that nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class Practise(Action):
    """The next step with the pretended booking; `what` is one of PracticeStep."""

    what: str
    topic: str


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {"pp": Practise}
