"""The step of the visitor: how whoever comes is to be called."""

from dataclasses import replace

from bot.booking.typed.typed_name import NameFault, read_name, says_self
from bot.faq.search.search import Decision
from bot.faq.small_talk import small_talk
from bot.handlers.booking import said_when
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.russian.normalize import bare_words
from bot.screens.booking import who
from bot.screens.booking.actions import BookTime
from bot.screens.booking.who import OtherVisitorQuestion, VisitorQuestion
from bot.screens.time_codes import moment_code

_OTHER = frozenset({"другого человека", "другой человек", "записать другого человека", "другого", "не я", "не меня"})


async def ask(dialog: BookingDialog, view: DraftView) -> VisitorQuestion | OtherVisitorQuestion:
    """Asks for the visitor's name. Raises NotBookable, TopicGone."""
    placed = dialog.placed(view.draft)
    at = view.draft.known_start(placed.centre.zone)
    if view.for_other:
        return OtherVisitorQuestion(BookTime(placed.topic.id, placed.centre.id, moment_code(at)))
    return VisitorQuestion(placed, at, shown_name(view))


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """The name that was typed, or another time; None for anything else."""
    return await said_when.hear_instead(dialog, view, text) or hear_name(dialog, view, text)


def hear_name(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """The name that was typed, or what is wrong with it; None where it is a question."""
    if bare_words(text) in _OTHER:
        return replace(view.on(view.draft), for_other=True)
    if says_self(text):
        return replace(view.on(replace(view.draft, visitor=view.by.visitor)), for_other=False)
    if _is_no_name(dialog, text):
        return None
    read = read_name(text, for_other=view.for_other)
    if isinstance(read, NameFault):
        return view.noted(who.name_fault(read))
    return view.on(replace(view.draft, visitor=read))


def shown_name(view: DraftView) -> str:
    """The name of the messenger where it can be one on a list, else nothing."""
    me = view.by.visitor
    return me.called if me else ""


def _is_no_name(dialog: BookingDialog, text: str) -> bool:
    """A question, or «спасибо»; «Инна Петровна» is a name, whatever the answers know about ИНН."""
    words = text.split()
    if "?" in text or small_talk(text) is not None or said_when.is_code(text):
        return True
    lower = any(word[0].islower() for word in words)
    return len(words) > 1 and lower and dialog.live_faq.search(text).decision is Decision.ANSWER
