"""What those who work here may type, and what may be said in which chat."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.booking.visit_code import read_code
from bot.handlers.routes import Handler
from bot.handlers.talk import Talk
from bot.people import Address


@dataclass(frozen=True, slots=True)
class StaffRules:
    """What is for those who work here: a visit code typed instead of a question, and whatever names visitors."""

    codes: Handler
    among_us: frozenset[Handler]  # answered in private and at a centre's desk: elsewhere strangers read along
    is_staff: Callable[[Address], bool]
    is_desk: Callable[[Address], bool]

    def ask_by_code(self, text: str, person: Address) -> bool:
        """Whether the text is nothing but a code, typed by one of them."""
        return read_code(text) is not None and self.is_staff(person)

    def may_hear(self, handler: Handler, talk: Talk) -> bool:
        """Whether what the handler says may be said there."""
        there = Address(talk.conversation.channel, talk.conversation.chat)
        return not talk.in_group or handler not in self.among_us or self.is_desk(there)
