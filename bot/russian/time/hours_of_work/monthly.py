"""Days that come once a month: «последняя пятница», «1-й и 3-й четверг», «последний день месяца»."""

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.hours_of_work.timetable import Monthly


def monthly_of(nth: Phrase) -> Monthly:
    """The days of an «nthdays». Raises TimeDoubtError."""
    is_each = nth.has("EACH")
    nth.has("LAST")
    if of := nth.part("ofmonth"):
        if of.value("MONTHG", "MONTHA", "MONTH") is not None:
            raise TimeDoubtError(Doubt.UNREAD, of.words())
        of.has("EACH", "MONTHW", "MONTHLY")
    if nth.has("WORKING") and nth.value("WD") is None:
        raise TimeDoubtError(Doubt.LAST_WORKING_DAY, nth.words())
    nths = nth.part("nths", "numnths")
    if nths is None:
        return Monthly(None)
    numbers = tuple(token.value for token in nths.tokens("N0", "N9", "N59", "NX", "ORD", "ORDW", "LAST", "PENULT"))
    if is_each and not nth.part("ofmonth") and min(numbers) > 0:  # «каждый второй четверг»: of a month, or by turns?
        raise TimeDoubtError(Doubt.WHICH_WEEK, nth.words())
    if any(not -2 <= number <= 5 for number in numbers):
        raise TimeDoubtError(Doubt.NO_SUCH_DATE, nth.words())
    return Monthly(nth.value("WD") or 0, numbers)
