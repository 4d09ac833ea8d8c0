"""What is said where a rule says no: for each role in one place. Handlers let refusals pass, the router tells them."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.booking.refusals import Refusal
from bot.screens.absences import absences
from bot.screens.centre_edits import edit_errors
from bot.screens.closures import closures
from bot.screens.consultation_log import log_refused
from bot.screens.my_bookings import bookings_list
from bot.screens.screen import Screen
from bot.screens.stats import files
from bot.screens.timetable_changes import not_changed
from bot.staff.card_edit_errors import ChangeError
from bot.stats.export.atomic_file import NotWrittenError
from bot.stats.period_request import AskError

Refusals = Mapping[type[Exception], Callable[[Any], Screen]]

CITIZEN: Refusals = {Refusal: bookings_list.refused}
LIBRARIAN: Refusals = {
    Refusal: log_refused.not_written,
    ChangeError: edit_errors.not_done,
    AskError: files.refused,
    NotWrittenError: files.not_written,
}
CLOSING: Refusals = {Refusal: closures.not_done}  # of a librarian: what is refused here is to close, not to book
ABSENCE: Refusals = {Refusal: absences.not_noted}
TIMETABLE: Refusals = {Refusal: not_changed.not_done}
ANY_REFUSAL = (Refusal, ChangeError, AskError, NotWrittenError)


def worded(error: Exception, refusals: Refusals) -> Screen | None:
    """What is said of a refusal; None for an error that is none."""
    return next((words(error) for kind, words in refusals.items() if isinstance(error, kind)), None)
