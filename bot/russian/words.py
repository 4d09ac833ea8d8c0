"""Russian plurals, dates and moments in words, for all screens."""

from datetime import date, datetime

from bot.russian.calendar_words import MONTHS, WEEKDAYS, WEEKDAYS_ACCUSATIVE


def plural(number: int, one: str, few: str, many: str) -> str:
    """The noun in the form of its number: «1 место», «2 места», «5 мест»."""
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return f"{number} {few}"
    return f"{number} {many}"


def day_in_full(day: date) -> str:
    """The date with its year: «23 ноября 2026»."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def for_moment(at: datetime) -> str:
    """The moment after «на»: «на среду, 25 ноября, 15:00»."""
    return f"на {WEEKDAYS_ACCUSATIVE[at.weekday()]}, {moment(at).partition(', ')[2]}"


def moment(at: datetime) -> str:
    """«вторник, 24 ноября, 15:00»; the caller has brought it to the reader's zone."""
    return f"{WEEKDAYS[at.weekday()]}, {at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"
