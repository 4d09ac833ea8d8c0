"""Words typed where a name is asked for, or a last «да»."""

from bot.booking.booking import Visitor
from bot.booking.typed.typed_name import NameFault, read_name
from bot.booking.typed.typed_time import When, read_when
from bot.faq.search.search import Decision
from bot.faq.small_talk import small_talk
from bot.handlers.booking import typed_answers
from bot.handlers.booking import visitor as booking_visitor
from bot.handlers.booking.context import BookingDialog, Step
from bot.people import Address
from bot.russian.normalize import bare_words
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.yes_no import BOOK_IT, is_wrong, is_yes
from bot.screens.booking import who
from bot.screens.booking.actions import (
    BookAsCalled,
    BookDays,
    BookForOther,
    BookTime,
    ConfirmAsMe,
    ConfirmCalled,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.prompts import VisitorPrompt, WhoStep

_OTHER = frozenset({"другого человека", "другой человек", "записать другого человека", "другого", "не я", "не меня"})


async def typed(steps: BookingDialog, person: Address, prompt: VisitorPrompt, text: str, me: str) -> Step | None:
    """The step that follows; None where it is a question. Raises refusals."""
    action = prompt.step
    if isinstance(action, WaitForDay | WaitForOther):
        return await _who_waits(steps, person, action, text, me)
    if _is_time(steps, action.centre, text):
        return await typed_answers.when(steps, BookDays(action.topic, action.centre), text, me)
    if isinstance(action, ConfirmAsMe | ConfirmCalled):
        visitor = (
            booking_visitor.named_as_me(me) if isinstance(action, ConfirmAsMe) else booking_visitor.recalled(prompt)
        )
        return await _checked(steps, person, action, visitor, text)
    return await _who_comes(steps, action, text, me)


async def _who_comes(steps: BookingDialog, action: WhoStep, text: str, me: str) -> Step | None:
    where = action.topic, action.centre, getattr(action, "at", "")
    asked = action if isinstance(action, BookForOther) else BookTime(*where)
    if bare_words(text) in _OTHER:
        return await booking_visitor.who_comes(steps, BookForOther(*where), me)
    if _is_no_name(steps, text):
        return None
    visitor = read_name(text, for_other=isinstance(asked, BookForOther))
    if isinstance(visitor, NameFault):
        return await booking_visitor.who_comes(steps, asked, me, who.name_fault(visitor))
    return await booking_visitor.check(steps, BookAsCalled(*where), visitor)


async def _who_waits(
    steps: BookingDialog, person: Address, action: WaitForDay | WaitForOther, text: str, me: str
) -> Step | None:
    if bare_words(text) in _OTHER:
        return await booking_visitor.who_waits(steps, WaitForOther(action.topic, action.centre, action.at), me)
    if _is_no_name(steps, text):
        return None
    visitor = read_name(text, for_other=isinstance(action, WaitForOther))
    if isinstance(visitor, NameFault):
        return await booking_visitor.who_waits(steps, action, me, who.name_fault(visitor))
    return await booking_visitor.join(steps, person, action, visitor)


async def _checked(
    steps: BookingDialog,
    person: Address,
    action: ConfirmAsMe | ConfirmCalled,
    visitor: Visitor | None,
    text: str,
) -> Step | None:
    if is_yes(text, BOOK_IT):
        return await booking_visitor.book(steps, person, action, visitor)
    if is_wrong(text):
        return await booking_visitor.check(steps, action, visitor, who.WHAT_TO_MEND)
    return None


def _is_time(steps: BookingDialog, centre_id: str, text: str) -> bool:
    """«лучше завтра в 15», «полтретьего»: no name has figures or an hour in it; «Марта» is no month."""
    said = read_when(text, steps.wall(steps.centre(centre_id)))
    if isinstance(said, Unsure):  # «в пятницу или субботу» is asked about as a time
        return said.doubt is not Doubt.UNREAD and (text.islower() or any(sign.isdigit() for sign in text))
    if not isinstance(said, When) or not said.sure or typed_answers.is_code(text):
        return False
    return said.at is not None or any(sign.isdigit() for sign in text) or (said.day is not None and text.islower())


def _is_no_name(steps: BookingDialog, text: str) -> bool:
    """A question, or «спасибо»; «Инна Петровна» is a name, whatever the answers know about ИНН."""
    words = text.split()
    if "?" in text or small_talk(text) is not None or typed_answers.is_code(text):
        return True
    lower = any(word[0].islower() for word in words)
    return len(words) > 1 and lower and steps.live_faq.search(text).decision is Decision.ANSWER
