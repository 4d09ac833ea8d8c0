"""Days, hours and differences in the words of reports."""

from datetime import date, timedelta

from bot.russian.calendar_words import MONTH_NAMES, MONTHS, ON_WEEKDAYS, WEEKDAYS
from bot.russian.numbers import grouped, tens
from bot.russian.words import day_in_full, plural
from bot.stats.figures import Busy
from bot.stats.period import Period
from bot.stats.samples import SMALLEST_SAMPLE

ALL_CENTRES = "Все центры"


def days(period: Period) -> str:
    """«2025 год», «март 2026», «1 января – 24 ноября 2026», «24 ноября 2026»."""
    first, last, after = period.first, period.last, period.last + timedelta(days=1)
    if first == last:
        return day_in_full(first)
    if (first.day, after.day) == (1, 1):
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return f"{first.year} год"
        if (first.month, first.year) == (last.month, last.year):
            return month(first)
    if first.year != last.year:
        return f"{day_in_full(first)} – {day_in_full(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_full(last)}"
    return f"{first.day}–{day_in_full(last)}"


def month(first: date) -> str:
    """The month of a report: «март 2026»."""
    return f"{MONTH_NAMES[first.month - 1]} {first.year}"


def week(monday: date, period: Period) -> str:
    """«23–29 ноября», «30 ноября – 6 декабря»; of a week that the period cuts, what is in it: «24 ноября»."""
    first, last = max(monday, period.first), min(monday + timedelta(days=6), period.last)
    end = f"{last.day} {MONTHS[last.month - 1]}"
    if first == last:
        return end
    start = f"{first.day}–" if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]} – "
    return f"{start}{end}"


def hour(busy: Busy) -> str:
    """«по вторникам с 10 до 11 часов»."""
    return f"{ON_WEEKDAYS[busy.weekday]} с {busy.hour} до {plural(busy.hour + 1, 'часа', 'часов', 'часов')}"


def weekday(number: int) -> str:
    """The name of a weekday: «вторник»."""
    return WEEKDAYS[number]


def difference(now: int, before: int) -> str:
    """A difference in words: «на 120 больше»."""
    if now == before:
        return "столько же"
    return f"на {grouped(abs(now - before))} {'больше' if now > before else 'меньше'}"


def share(part: float) -> str:
    """«28 %»; what is there but tiny is not called nothing."""
    return "меньше 1 %" if 0 < part < 0.005 else f"{round(part * 100)} %"


def rating(mean: float | None, count: int) -> str:
    """The mean rating, or how many there are where they are too few for a mean."""
    if mean is None:
        return f"Оценок: {grouped(count)}. Для средней нужно хотя бы {SMALLEST_SAMPLE}."
    return f"Оценка: {tens(mean)} из 5, всего оценок {grouped(count)}."


def waited(hours: float) -> str:
    """How long was waited: in minutes below an hour, else in whole hours."""
    if hours < 1:
        return plural(max(round(hours * 60), 1), "минуту", "минуты", "минут")
    return plural(round(hours), "час", "часа", "часов")
