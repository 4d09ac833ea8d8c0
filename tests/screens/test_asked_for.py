"""The understanding of words is told what was asked: a name is read otherwise than a day."""

import pytest

from bot.booking.draft import BookingDraft
from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.dialog_state import Prompt
from bot.screens.asked_for import asked_for
from bot.screens.booking.actions import BookDays, BookNear, BookTime, BookTimes
from bot.screens.booking.draft_signs import continue_booking
from bot.screens.booking.prompts import VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.centre_edits.prompts import CardPartPrompt
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.closures.prompts import ClosedHoursPrompt, ClosureReasonPrompt
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.screens.stats.prompts import PeriodPrompt
from bot.understanding.turns import AskedFor
from tests.handlers.every_prompt import EVERY_PROMPT, step_of

ABOUT_A_DOCTOR = BookingDraft("doctor", CentreId("ostrov"))


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        (WherePrompt(continue_booking(BookingDraft())), AskedFor.TOPIC),
        (WherePrompt(BookNear("doctor", 0)), AskedFor.PLACE_TO_BOOK),
        (WhenPrompt(continue_booking(ABOUT_A_DOCTOR)), AskedFor.DAY),
        (WhenPrompt(BookDays("doctor", "ostrov")), AskedFor.DAY),
        (WhenPrompt(BookTimes("doctor", "ostrov", "2611270900")), AskedFor.TIME),
        (VisitorPrompt(BookTime("doctor", "ostrov", "2611270900")), AskedFor.NAME),
        (VisitorPrompt(BookTime("doctor", "ostrov", "2611270900"), "мама"), AskedFor.CHECK),
        (PlacePrompt(), AskedFor.PLACE_TO_FIND),
        (OtherTimePrompt(7), AskedFor.NEW_TIME),
        (QuestionPrompt(), AskedFor.QUESTION),
        (AnswerPrompt(7), AskedFor.ANSWER),
        (CardPartPrompt(CardPart.HOURS, "ostrov"), AskedFor.HOURS),
        (CardPartPrompt(CardPart.PHONE, "ostrov"), AskedFor.WORDS),
        (ClosedHoursPrompt("ostrov"), AskedFor.CLOSING),
        (ClosureReasonPrompt("ostrov", 1, 2), AskedFor.WORDS),
        (PeriodPrompt("-"), AskedFor.PERIOD),
    ],
    ids=repr,
)
def test_a_prompt_tells_what_it_awaits(prompt: Prompt, asked: AskedFor) -> None:
    assert asked_for(prompt) is asked


@pytest.mark.parametrize("prompt", EVERY_PROMPT, ids=step_of)
def test_every_prompt_awaits_something(prompt: Prompt) -> None:
    assert asked_for(prompt) in AskedFor
