"""The years, months and days by which the sums of the statistics are kept."""

from calendar import monthrange
from datetime import date

from bot.stats.period import DAY, Period


def spans(period: Period, *, years: bool = False) -> list[str]:
    """Whole years if wanted, whole months, then days: together exactly the period."""
    found, day = list[str](), period.first
    while day <= period.last:
        month_end = day.replace(day=monthrange(day.year, day.month)[1])
        if years and (day.month, day.day) == (1, 1) and date(day.year, 12, 31) <= period.last:
            found.append(f"{day:%Y}")
            day = date(day.year, 12, 31)
        elif day.day == 1 and month_end <= period.last:
            found.append(f"{day:%Y-%m}")
            day = month_end
        else:
            found.append(day.isoformat())
        day += DAY
    return found
