"""What those who work here may type at any moment, joined from the features that read it."""

from collections.abc import Mapping

from bot.app.services import Services
from bot.booking.consultation_log.typed_log import asks_for_log, asks_to_restore, asks_to_strike
from bot.booking.typed.typed_absence import is_sick_note, read_return, takes_absence_back, tells_absence
from bot.booking.typed.typed_closure import limits_day, orders_closing
from bot.booking.typed.typed_day import list_wanted_at
from bot.booking.typed.typed_desks import read_desks
from bot.booking.typed.typed_extra_hours import read_extra, undone_when
from bot.dialog_state import Prompt
from bot.handlers.absences import absences, returns
from bot.handlers.centre_edits import hours_in_words
from bot.handlers.closures import acts as closing
from bot.handlers.closures import find_calls
from bot.handlers.consultation_log import log_in_words, people_in_words
from bot.handlers.home import staff_home, staff_words
from bot.handlers.librarian_day import entries_by_words, find_by_code
from bot.handlers.librarian_day.acts import bare_day
from bot.handlers.practice import practice
from bot.handlers.refusals import ABSENCE, CLOSING, LIBRARIAN, TIMETABLE, Refusals
from bot.handlers.routes import Handler
from bot.handlers.staff_rules import StaffPhrase, StaffRules
from bot.handlers.timetable_changes import desks, extra_hours
from bot.screens.absences.prompts import AbsenceDaysPrompt
from bot.screens.closures.prompts import ClosedHoursPrompt
from bot.screens.librarian_day.prompts import PhoneTimePrompt, ShiftTimePrompt
from bot.screens.timetable_changes.prompts import DesksDaysPrompt, ExtraHoursPrompt

_OF_LOG: frozenset[Handler] = frozenset({
    *(people_in_words.sheet, entries_by_words.told),
    *(log_in_words.show, log_in_words.strike_said, log_in_words.restore_said),
})  # fmt: skip
IN_CENTRE_GROUP: frozenset[Handler] = _OF_LOG | {
    *(find_by_code.code, find_calls.calls, bare_day, closing.close_said),
}
REFUSED: Mapping[Handler, Refusals] = {
    **dict.fromkeys(_OF_LOG, LIBRARIAN),
    **dict.fromkeys((returns.back, returns.called_off), ABSENCE),
    **dict.fromkeys((desks.said, extra_hours.said, extra_hours.undo_said), TIMETABLE),
    bare_day: LIBRARIAN,
    closing.close_said: CLOSING,
}

# Forms that ask for days: each of them awaits the words of its own deed alone.
_OF_TIMETABLE: frozenset[type[Prompt]] = frozenset({DesksDaysPrompt, ExtraHoursPrompt})
_OF_TIME: frozenset[type[Prompt]] = frozenset({PhoneTimePrompt, ShiftTimePrompt})  # a time of one visit, no deed
_OF_DAYS = _OF_TIMETABLE | {AbsenceDaysPrompt, ClosedHoursPrompt}


def staff_rules(services: Services) -> StaffRules:
    """The rules of those phrases, read by the clock and the files of this bot."""
    clock, zone, log_view = services.common.clock, services.common.zone, services.visits.log_view

    def is_return(text: str) -> bool:
        return read_return(text, clock.now().astimezone(zone)) is not None

    def is_sick(text: str) -> bool:
        return is_sick_note(text, clock.now().astimezone(zone))

    def are_desks(text: str) -> bool:
        return read_desks(text, clock.now().astimezone(zone)) is not None

    def are_extra_hours(text: str) -> bool:
        return read_extra(text, clock.now().astimezone(zone)) is not None

    def is_closing(text: str) -> bool:
        return orders_closing(text) and not are_desks(text)

    def is_limited(text: str) -> bool:
        return limits_day(text, clock.now().astimezone(zone))

    def is_told(text: str) -> bool:
        return log_view.told(text, clock.now().astimezone(zone).date()) is not None

    return StaffRules(
        *(find_by_code.code, find_calls.calls, people_in_words.sheet),
        services.staff.roster.is_staff,
        (
            StaffPhrase(staff_words.asks_who_they_are, staff_home.welcome),
            StaffPhrase(staff_words.asks_how_to_work, staff_words.show_help),
            StaffPhrase(staff_words.names_hours_of_booking, hours_in_words.show),
            StaffPhrase(is_return, returns.back, beside=_OF_DAYS),
            StaffPhrase(takes_absence_back, returns.called_off, beside=_OF_DAYS),
            StaffPhrase(is_sick, absences.typed_days, beside=_OF_TIMETABLE | _OF_TIME),
            StaffPhrase(tells_absence, absences.said, beside=_OF_TIMETABLE, only_beside=True),
            StaffPhrase(is_closing, closing.close_said, beside=_OF_DAYS - {ClosedHoursPrompt}, only_beside=True),
            StaffPhrase(are_desks, desks.said, beside=(_OF_DAYS | _OF_TIME) - {DesksDaysPrompt}),
            StaffPhrase(practice.asks_to_practise, practice.begin),
            StaffPhrase(are_extra_hours, extra_hours.said, beside=(_OF_DAYS | _OF_TIME) - {ExtraHoursPrompt}),
            StaffPhrase(
                lambda text: undone_when(text) is not None, extra_hours.undo_said, beside=_OF_DAYS - {ClosedHoursPrompt}
            ),
            StaffPhrase(is_limited, closing.close_said),
            StaffPhrase(list_wanted_at(clock, zone), bare_day),
            StaffPhrase(asks_for_log, log_in_words.show, beside_prompts=True),
            StaffPhrase(asks_to_strike, log_in_words.strike_said, beside_prompts=True),
            StaffPhrase(asks_to_restore, log_in_words.restore_said, beside_prompts=True),
            StaffPhrase(is_told, entries_by_words.told),
        ),
    )
