"""What is to be asked about words that name a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Doubt(StrEnum):
    """Why words about time are not acted upon."""

    NOTHING = "nothing"  # they name no time at all
    UNREAD = "unread"  # some of them were not understood
    NO_SUCH_DATE = "no_such_date"  # 31 February
    NO_SUCH_TIME = "no_such_time"  # 25:00
    PASSED = "passed"  # yesterday
    SEVERAL_DAYS = "several_days"  # «завтра, 26 ноября» of the 24th, or a list where one day is meant
    SEVERAL_TIMES = "several_times"  # «завтра в 10 и в 12»
    WHICH_PERIOD = "which_period"  # «за квартал»: the running one, or the last? The days of each in turn
    LAST_DAY = "last_day"  # «закрыты до понедельника»: is Monday closed too?
    TODAY_OR_LATER = "today_or_later"  # «в четверг» of what is closed, typed on a Thursday
    OTHER_WEEKDAY = "other_weekday"  # «пятница, 10 декабря» of a Thursday
    NO_END = "no_end"  # «с 1 декабря» of what must end
    NO_END_TIME = "no_end_time"  # «завтра в 15» of what must end
    ORDER = "order"  # the end comes before the beginning
    NOT_BOOKED_THEN = "not_booked_then"  # «со среды на пятницу» of a visit on a Thursday
    EACH_DAY = "each_day"  # «с 1 по 5 декабря с 10 до 12»: each of the days?
    RULE = "rule"  # «каждый вторник» where days are meant
    AMBIGUOUS = "ambiguous"  # two readings with different meanings
    TOO_FAR = "too_far"
    NO_DAYS = "no_days"  # «9-18» of no day
    NO_START = "no_start"  # «пт до 17» where nothing was said before
    WHICH_SEASON = "which_season"  # «зимой»: from when to when?
    WHICH_WEEK = "which_week"  # «через неделю по вторникам»: from which week on?
    LAST_WORKING_DAY = "last_working_day"  # of every month: no timetable can say it
    AROUND_THE_CLOCK = "around_the_clock"


@dataclass(frozen=True, slots=True)
class Unsure:
    """A time that was not surely understood, with what there is to ask about it."""

    doubt: Doubt
    understood: str = ""  # in the person's own words
    unread: str = ""
    days: tuple[date, ...] = ()


class TimeDoubtError(ValueError):
    """Raised inside the resolvers: the words cannot be acted upon."""

    def __init__(self, doubt: Doubt, near: str = "", days: tuple[date, ...] = ()) -> None:
        super().__init__(f"{doubt} {near}".strip())
        self.doubt = doubt
        self.near = near
        self.days = days
