"""The words for months and weekdays: as they are shown, and as people type them. Months in order, weeks from Monday."""

import re

MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
MONTH_NAMES = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
SHORT_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
WEEKDAYS_ACCUSATIVE = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
WEEKDAY_GENDERS = (0, 0, 1, 0, 1, 1, 2)  # masculine, feminine, neuter
SHORT_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
ON_WEEKDAYS = (
    "по понедельникам", "по вторникам", "по средам", "по четвергам", "по пятницам", "по субботам", "по воскресеньям"
)  # fmt: skip

# Beginnings that only these words have, for text in which any ending may follow.
MONTH_STEMS = (
    "январ", "феврал", "март", "апрел", r"ма[йяе]\b", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"
)  # fmt: skip
WEEKDAY_STEMS = ("понедельн", "вторник", "сред[ауые]", "четверг", "пятниц", "суббот", "воскресен")

_STEMS = tuple(map(re.compile, MONTH_STEMS))


def on_weekday(weekday: int) -> str:
    """The weekday after «в» or «во», in the accusative: «в среду», «во вторник»."""
    return f"{'во' if weekday == 1 else 'в'} {WEEKDAYS_ACCUSATIVE[weekday]}"


def month_number(word: str) -> int | None:
    """1 for «январь», «января», «январе» and whatever else begins so; None for other words."""
    return next((number for number, stem in enumerate(_STEMS, 1) if stem.match(word)), None)
