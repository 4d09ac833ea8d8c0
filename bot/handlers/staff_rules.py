"""What those who work here may type anywhere."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.booking.visit_code import read_code
from bot.handlers.routes import Handler
from bot.people import Address


@dataclass(frozen=True, slots=True)
class StaffRules:
    """A visit code typed instead of a question."""

    codes: Handler
    is_staff: Callable[[Address], bool]

    def ask_by_code(self, text: str, person: Address) -> bool:
        """Whether the text is nothing but a code, typed by one of them."""
        return read_code(text) is not None and self.is_staff(person)
