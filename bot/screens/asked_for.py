"""What kind of answer a prompt awaits, as the understanding of words is told."""

from collections.abc import Mapping

from bot.booking.draft import BookingStep
from bot.centres.card_edits import CardPart
from bot.dialog_state import Prompt
from bot.screens.action import Action
from bot.screens.booking.actions import BookDays, BookNear, BookTimes, ContinueBooking, FullDays, TurnTimes
from bot.screens.booking.draft_signs import draft_of
from bot.screens.booking.prompts import BookingPrompt, VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.closures.prompts import ClosedHoursPrompt
from bot.screens.librarian_day.prompts import PhoneTimePrompt, ShiftTimePrompt, VisitorNamePrompt, WalkInTopicPrompt
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.questions.prompts import AdditionPrompt, AnswerPrompt, QuestionPrompt
from bot.screens.stats.prompts import PeriodPrompt
from bot.understanding.turns import AskedFor

_BY_KIND: Mapping[type[Prompt], AskedFor] = {
    PlacePrompt: AskedFor.PLACE_TO_FIND,
    OtherTimePrompt: AskedFor.NEW_TIME,
    ShiftTimePrompt: AskedFor.NEW_TIME,
    PhoneTimePrompt: AskedFor.NEW_TIME,
    VisitorNamePrompt: AskedFor.NAME,
    WalkInTopicPrompt: AskedFor.TOPIC,
    QuestionPrompt: AskedFor.QUESTION,
    AdditionPrompt: AskedFor.QUESTION,
    AnswerPrompt: AskedFor.ANSWER,
    ClosedHoursPrompt: AskedFor.CLOSING,
    PeriodPrompt: AskedFor.PERIOD,
}
_BY_STEP: Mapping[BookingStep, AskedFor] = {
    BookingStep.TOPIC: AskedFor.TOPIC,
    BookingStep.PLACE: AskedFor.PLACE_TO_BOOK,
    BookingStep.DAY: AskedFor.DAY,
    BookingStep.TIME: AskedFor.TIME,
    BookingStep.VISITOR: AskedFor.NAME,
    BookingStep.CHECK: AskedFor.CHECK,
}
_BY_BUTTON: Mapping[type[Action], AskedFor] = {
    BookNear: AskedFor.PLACE_TO_BOOK,
    BookDays: AskedFor.DAY,
    FullDays: AskedFor.DAY,
    BookTimes: AskedFor.TIME,
    TurnTimes: AskedFor.TIME,
}
_HOURS = frozenset({CardPart.HOURS, CardPart.CONSULTATIONS})


def asked_for(prompt: Prompt) -> AskedFor:
    """What the prompt awaits; any other words of a form where nothing finer is known."""
    match prompt:
        case WherePrompt() | WhenPrompt() | VisitorPrompt():
            return _of_booking(prompt)
        case QuestionPrompt() | AdditionPrompt() if prompt.is_shown:
            return AskedFor.YES_NO  # «Передать библиотекарю так?»
        case CardPartPrompt(part) if part in _HOURS:
            return AskedFor.HOURS
        case _:
            return _BY_KIND.get(type(prompt), AskedFor.WORDS)


def _of_booking(prompt: BookingPrompt) -> AskedFor:
    """The step that the draft asks for; of a button of an older release what that button led to."""
    if isinstance(prompt.step, ContinueBooking):
        draft = draft_of(prompt.step)
        asked = _BY_STEP[draft.next_step()] if draft else AskedFor.TOPIC
    else:
        asked = _BY_BUTTON.get(type(prompt.step), AskedFor.TOPIC if isinstance(prompt, WherePrompt) else AskedFor.NAME)
    return AskedFor.CHECK if asked is AskedFor.NAME and prompt.called else asked
