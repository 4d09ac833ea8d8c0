"""What every button has in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Anything a button can ask for."""
