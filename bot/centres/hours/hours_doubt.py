"""Why typed hours are not understood."""

from enum import StrEnum, auto

from bot.russian.time.doubts import Doubt, Unsure


class HoursDoubt(StrEnum):
    """What is to be asked about typed hours."""

    WORD = auto()  # words that were not understood
    AMBIGUOUS = auto()  # two readings
    TIME = auto()  # «25:00»
    ORDER = auto()  # the end is not after the start, or stretches overlap
    DATE = auto()  # «31 февраля»
    TWICE = auto()  # two different hours for one day
    NO_DAYS = auto()  # hours without days
    NO_START = auto()  # «пт до 17» after nothing
    NO_HOURS = auto()  # a season without hours
    REST_OF_YEAR = auto()  # several seasons, and months between them of which nothing is told
    LUNCH = auto()  # a lunch outside the hours
    SHORT_SEASON = auto()  # a few days: what an announcement is for
    OTHER_DAYS = auto()  # a season names other days than the ordinary week
    WHICH_SEASON = auto()  # «зимой»: from when to when?
    WHICH_WEEK = auto()  # «через неделю»: even or odd ones?
    LAST_WORKING_DAY = auto()  # which day that is changes with the holidays
    AROUND_THE_CLOCK = auto()
    NEVER = auto()  # never open
    BY_APPOINTMENT = auto()  # never open without an appointment
    WHOLE = auto()  # cannot be added to such a timetable: all of it must be written anew


_OF_TIME = {
    Doubt.AMBIGUOUS: HoursDoubt.AMBIGUOUS,
    Doubt.NO_SUCH_TIME: HoursDoubt.TIME,
    Doubt.NO_SUCH_DATE: HoursDoubt.DATE,
    Doubt.ORDER: HoursDoubt.ORDER,
    Doubt.NO_DAYS: HoursDoubt.NO_DAYS,
    Doubt.NO_START: HoursDoubt.NO_START,
    Doubt.SEVERAL_DAYS: HoursDoubt.TWICE,
    Doubt.WHICH_SEASON: HoursDoubt.WHICH_SEASON,
    Doubt.WHICH_WEEK: HoursDoubt.WHICH_WEEK,
    Doubt.LAST_WORKING_DAY: HoursDoubt.LAST_WORKING_DAY,
    Doubt.AROUND_THE_CLOCK: HoursDoubt.AROUND_THE_CLOCK,
}


class UnclearHoursError(ValueError):
    """Typed hours that cannot be understood; carries the doubt, the words where it arose, and what was understood."""

    def __init__(self, doubt: HoursDoubt, near: str = "", understood: str = "") -> None:
        super().__init__(f"{doubt} {near}".strip())
        self.doubt = doubt
        self.near = near
        self.understood = understood

    @classmethod
    def of(cls, unsure: Unsure) -> "UnclearHoursError":
        """The error for what the grammar was unsure of."""
        doubt = _OF_TIME.get(unsure.doubt, HoursDoubt.WORD)
        if doubt is HoursDoubt.WORD:
            return cls(doubt, unsure.unread, unsure.understood)
        return cls(doubt, unsure.understood)
