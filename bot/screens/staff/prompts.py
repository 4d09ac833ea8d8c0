"""What is asked of admins."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialog_state import Prompt
from bot.screens.staff.invitations import Purpose


@dataclass(frozen=True, slots=True)
class CentrePrompt(Prompt):
    """The name of a centre, and what it is chosen for."""

    purpose: Purpose


STEPS: Mapping[str, type[Prompt]] = {"centre": CentrePrompt}
