"""What those who work here may type anywhere."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.booking.consultation_log.typed_sheet import is_sheet
from bot.booking.visit_code import read_code
from bot.dialog_state import Prompt
from bot.handlers.routes import Handler
from bot.people import Address
from bot.russian.normalize import bare_words
from bot.screens.asked_for import asked_for
from bot.screens.menu import StaffMenu, staff_word
from bot.understanding.turns import AskedFor

_CALLS = frozenset({"кому позвонить", "кому звонить", "кому надо позвонить", "кому нужно позвонить", "список звонков"})
_MENU = frozenset({"меню", "главное меню"})


@dataclass(frozen=True, slots=True)
class StaffPhrase:
    """Words that mean one thing where somebody who works here types them and nothing was asked."""

    reads: Callable[[str], bool]
    handler: Handler
    beside_prompts: bool = False  # the words mean this also where a form awaits other words
    beside: frozenset[type[Prompt]] = frozenset()  # forms that never await these words, where not beside all
    only_beside: bool = False  # with no form open the words are understood as anybody's

    def is_meant(self, asked: Prompt | None) -> bool:
        """Whether the words mean it where that form is open, or none."""
        if asked is None:
            return not self.only_beside
        return self.beside_prompts or type(asked) in self.beside


@dataclass(frozen=True, slots=True)
class StaffRules:
    """A visit code, «кому позвонить», the paper sheet of a day or another phrase, typed instead of a question."""

    codes: Handler
    calls: Handler
    sheet: Handler
    is_staff: Callable[[Address], bool]
    phrases: tuple[StaffPhrase, ...] = ()

    @property
    def handlers(self) -> tuple[Handler, ...]:
        """Every handler of the rules."""
        return (self.codes, self.calls, self.sheet, *(one.handler for one in self.phrases))

    def phrase(self, text: str, person: Address, asked: Prompt | None) -> Handler | None:
        """The handler of the phrase that one of them has typed, with that form open or none."""
        if not self.is_staff(person):
            return None
        return next((one.handler for one in self.phrases if one.is_meant(asked) and one.reads(text)), None)

    def is_no_answer(self, text: str, person: Address, asked: Prompt) -> bool:
        """Whether one of them types a known order, which the form that is open does not take for its answer."""
        if not self.is_staff(person):
            return False
        return is_sheet(text) or bare_words(text) in _CALLS or self.phrase(text, person, asked) is not None

    def is_order(self, text: str, person: Address) -> bool:
        """Whether one of them types an order that is known beside every form."""
        if not self.is_staff(person):
            return False
        orders = (one for one in self.phrases if one.beside_prompts)
        return is_sheet(text) or bare_words(text) in _CALLS or any(one.reads(text) for one in orders)

    def menu(self, text: str, person: Address, asked: Prompt | None) -> StaffMenu | None:
        """The librarian's button whose words these are; beside an answer to a citizen of several words alone."""
        word = staff_word(text) if may_be_order(asked) and self.is_staff(person) else None
        return word if asked is None or " " in bare_words(text) else None

    def ask_by_code(self, text: str, person: Address) -> bool:
        """Whether the text is nothing but a code, typed by one of them."""
        return read_code(text) is not None and self.is_staff(person)

    def tell_sheet(self, text: str, person: Address) -> bool:
        """Whether one of them tells how many came without a booking: «лист за 3 декабря: 7, паспорт 2»."""
        return is_sheet(text) and self.is_staff(person)

    def ask_for_calls(self, text: str, person: Address) -> bool:
        """Whether one of them asks whom to call."""
        return bare_words(text) in _CALLS and self.is_staff(person)


def may_be_order(asked: Prompt | None) -> bool:
    """Whether an order to the bot is looked for: nothing was asked, or an answer to a citizen, which is no order."""
    return asked is None or asked_for(asked) is AskedFor.ANSWER


def asks_for_menu(text: str, asked: Prompt | None) -> bool:
    """«меню» where an answer to a citizen is awaited."""
    return asked is not None and may_be_order(asked) and bare_words(text) in _MENU
